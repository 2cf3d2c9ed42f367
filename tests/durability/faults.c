// Makes the disk of one folder fail on request, or slow.
//
// Loaded in front of the C library like `recorder.c`. While the file FAULTS_FILE says `NUMBER KINDS`, what is done below
// FAULTS_ROOT fails with that error number: `w` what writes bytes, `s` what syncs, `n` what makes or changes names. Each
// sync there first takes as many milliseconds as FAULTS_SYNC says.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static int is_inside(const char *path) {
    const char *root = getenv("FAULTS_ROOT");
    return root != NULL && strncmp(path, root, strlen(root)) == 0;
}

static int fails(char kind) {
    const char *orders = getenv("FAULTS_FILE");
    if (orders == NULL) return 0;
    int file = REAL(open64)(orders, O_RDONLY | O_CLOEXEC);
    if (file < 0) return 0;
    char order[32] = {0};
    ssize_t length = read(file, order, sizeof order - 1);
    REAL(close)(file);
    int number = 0;
    char kinds[8] = {0};
    if (length <= 0 || sscanf(order, "%d %7s", &number, kinds) != 2 || strchr(kinds, kind) == NULL) return 0;
    errno = number;
    return 1;
}

static int fails_at(const char *path, char kind) { return is_inside(path) && fails(kind); }

static int fails_in(int file, char kind) {
    char link[64], path[PATH_MAX];
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) return 0;
    path[length] = 0;
    const char *slow = getenv("FAULTS_SYNC");
    if (kind == 's' && slow != NULL && is_inside(path)) usleep((useconds_t)atoi(slow) * 1000);
    return fails_at(path, kind);
}

static mode_t mode_in(int flags, va_list more) { return (flags & O_CREAT) != 0 ? va_arg(more, mode_t) : 0; }

#define OPEN(name)                                                                                                     \
    int name(const char *path, int flags, ...) {                                                                       \
        va_list more;                                                                                                  \
        va_start(more, flags);                                                                                         \
        mode_t mode = mode_in(flags, more);                                                                            \
        va_end(more);                                                                                                  \
        if ((flags & O_ACCMODE) != O_RDONLY && fails_at(path, 'n')) return -1;                                         \
        return REAL(name)(path, flags, mode);                                                                          \
    }
OPEN(open)
OPEN(open64)

ssize_t write(int file, const void *bytes, size_t length) {
    return fails_in(file, 'w') ? -1 : REAL(write)(file, bytes, length);
}
ssize_t pwrite64(int file, const void *bytes, size_t length, off64_t offset) {
    return fails_in(file, 'w') ? -1 : REAL(pwrite64)(file, bytes, length, offset);
}
int ftruncate64(int file, off64_t length) { return fails_in(file, 'w') ? -1 : REAL(ftruncate64)(file, length); }
int fsync(int file) { return fails_in(file, 's') ? -1 : REAL(fsync)(file); }
int fdatasync(int file) { return fails_in(file, 's') ? -1 : REAL(fdatasync)(file); }
int rename(const char *from, const char *to) { return fails_at(to, 'n') ? -1 : REAL(rename)(from, to); }
int unlink(const char *path) { return fails_at(path, 'n') ? -1 : REAL(unlink)(path); }
int mkdir(const char *path, mode_t mode) { return fails_at(path, 'n') ? -1 : REAL(mkdir)(path, mode); }
