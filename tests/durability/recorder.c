// Writes down, in the order in which they happened, all that a program does to the files of one folder.
//
// Loaded in front of the C library (LD_PRELOAD), which is where every Rust program asks for files: the program under
// test stays as it is, and neither rights nor a file system of one's own are needed. RECORDER_ROOT is the folder,
// RECORDER_LOG the file that gets the records; `recording.rs` reads them.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;
static int records = -1;
static char root[4096];
static size_t root_length;

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

__attribute__((constructor)) static void begin(void) {
    const char *folder = getenv("RECORDER_ROOT");
    const char *log = getenv("RECORDER_LOG");
    if (folder == NULL || log == NULL) return;
    root_length = (size_t)snprintf(root, sizeof root, "%s", folder);
    records = REAL(open64)(log, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
    if (records < 0) abort();
}

static void put(const void *bytes, size_t length) {
    static ssize_t (*real)(int, const void *, size_t);
    if (real == NULL) real = REAL(write);
    const char *from = bytes;
    while (length > 0) {
        ssize_t done = real(records, from, length);
        if (done <= 0) abort();
        from += done;
        length -= (size_t)done;
    }
}

// A record: what happened, the file's number, a number of the operation, and two pieces of text or bytes.
static void note(char what, uint64_t file, uint64_t number, const void *first, size_t first_length, const void *second,
                 size_t second_length) {
    uint64_t head[5] = {(uint64_t)what, file, number, first_length, second_length};
    char *record = malloc(sizeof head + first_length + second_length);
    if (record == NULL) abort();
    memcpy(record, head, sizeof head);
    if (first_length > 0) memcpy(record + sizeof head, first, first_length);
    if (second_length > 0) memcpy(record + sizeof head + first_length, second, second_length);
    put(record, sizeof head + first_length + second_length);
    free(record);
}

static int is_inside(const char *path) {
    return records >= 0 && strncmp(path, root, root_length) == 0 && (path[root_length] == '/' || path[root_length] == 0);
}

static int place_of(int file, char *path, size_t room) {
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t length = readlink(link, path, room - 1);
    if (length < 0) return 0;
    path[length] = 0;
    return is_inside(path);
}

static int place_at(int folder, const char *name, char *path, size_t room) {
    if (records < 0 || name == NULL) return 0;
    if (name[0] == '/') {
        snprintf(path, room, "%s", name);
        return is_inside(path);
    }
    char base[4096];
    if (folder == AT_FDCWD) {
        if (getcwd(base, sizeof base) == NULL) return 0;
    } else if (!place_of(folder, base, sizeof base)) {
        return 0;
    }
    snprintf(path, room, "%s/%s", base, name);
    return is_inside(path);
}

static uint64_t number_of(int file) {
    struct stat about;
    return fstat(file, &about) == 0 ? about.st_ino : 0;
}

static const char *below(const char *path) {
    return path[root_length] == '/' ? path + root_length + 1 : path + root_length;
}

static void note_path(char what, uint64_t file, uint64_t number, const char *path) {
    note(what, file, number, below(path), strlen(below(path)), NULL, 0);
}

// What another process has written, the media worker: the whole file as it is now.
static void note_foreign(const char *path) {
    if (strstr(path, "/desks/") == NULL) return;
    int file = REAL(open64)(path, O_RDONLY | O_CLOEXEC);
    if (file < 0) return;
    struct stat about;
    if (fstat(file, &about) == 0 && S_ISREG(about.st_mode)) {
        char *bytes = malloc((size_t)about.st_size + 1);
        ssize_t length = read(file, bytes, (size_t)about.st_size);
        if (length >= 0) note('F', about.st_ino, 0, below(path), strlen(below(path)), bytes, (size_t)length);
        free(bytes);
    }
    REAL(close)(file);
}

static int open_at(int folder, const char *name, int flags, mode_t mode) {
    static int (*real)(int, const char *, int, ...);
    if (real == NULL) real = REAL(openat64);
    char path[4096];
    if ((flags & (O_CREAT | O_TRUNC)) == 0 || !place_at(folder, name, path, sizeof path)) {
        return real(folder, name, flags, mode);
    }
    pthread_mutex_lock(&turn);
    struct stat about;
    int was_there = lstat(path, &about) == 0;
    int file = real(folder, name, flags, mode);
    int error = errno;
    if (file >= 0 && !was_there) note_path('C', number_of(file), 0, path);
    if (file >= 0 && was_there && (flags & O_TRUNC) != 0) note('L', number_of(file), 0, NULL, 0, NULL, 0);
    pthread_mutex_unlock(&turn);
    errno = error;
    return file;
}

static mode_t mode_in(int flags, va_list more) {
    return (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(more, mode_t) : 0;
}

#define OPEN(name)                                                                                                     \
    int name(const char *path, int flags, ...) {                                                                       \
        va_list more;                                                                                                  \
        va_start(more, flags);                                                                                         \
        mode_t mode = mode_in(flags, more);                                                                            \
        va_end(more);                                                                                                  \
        return open_at(AT_FDCWD, path, flags, mode);                                                                   \
    }
#define OPEN_AT(name)                                                                                                  \
    int name(int folder, const char *path, int flags, ...) {                                                           \
        va_list more;                                                                                                  \
        va_start(more, flags);                                                                                         \
        mode_t mode = mode_in(flags, more);                                                                            \
        va_end(more);                                                                                                  \
        return open_at(folder, path, flags, mode);                                                                     \
    }
OPEN(open)
OPEN(open64)
OPEN_AT(openat)
OPEN_AT(openat64)

static ssize_t write_at(int file, const void *bytes, size_t length, off64_t offset, int here) {
    static ssize_t (*real)(int, const void *, size_t);
    static ssize_t (*real_at)(int, const void *, size_t, off64_t);
    if (real == NULL) real = REAL(write);
    if (real_at == NULL) real_at = REAL(pwrite64);
    char path[4096];
    if (!place_of(file, path, sizeof path)) {
        return here ? real(file, bytes, length) : real_at(file, bytes, length, offset);
    }
    pthread_mutex_lock(&turn);
    ssize_t done = here ? real(file, bytes, length) : real_at(file, bytes, length, offset);
    int error = errno;
    if (done > 0) {
        uint64_t start = here ? (uint64_t)(lseek64(file, 0, SEEK_CUR) - done) : (uint64_t)offset;
        note('W', number_of(file), start, NULL, 0, bytes, (size_t)done);
    }
    pthread_mutex_unlock(&turn);
    errno = error;
    return done;
}

ssize_t write(int file, const void *bytes, size_t length) { return write_at(file, bytes, length, 0, 1); }
ssize_t pwrite(int file, const void *bytes, size_t length, off_t offset) {
    return write_at(file, bytes, length, offset, 0);
}
ssize_t pwrite64(int file, const void *bytes, size_t length, off64_t offset) {
    return write_at(file, bytes, length, offset, 0);
}

ssize_t writev(int file, const struct iovec *pieces, int count) {
    static ssize_t (*real)(int, const struct iovec *, int);
    if (real == NULL) real = REAL(writev);
    char path[4096];
    if (!place_of(file, path, sizeof path)) return real(file, pieces, count);
    // Fewer bytes than asked for are a right answer.
    return count > 0 ? write(file, pieces[0].iov_base, pieces[0].iov_len) : 0;
}

int ftruncate64(int file, off64_t length) {
    char path[4096];
    if (!place_of(file, path, sizeof path)) return REAL(ftruncate64)(file, length);
    pthread_mutex_lock(&turn);
    int result = REAL(ftruncate64)(file, length);
    int error = errno;
    if (result == 0) note('L', number_of(file), (uint64_t)length, NULL, 0, NULL, 0);
    pthread_mutex_unlock(&turn);
    errno = error;
    return result;
}
int ftruncate(int file, off_t length) { return ftruncate64(file, length); }

static int sync_file(int file, int (*real)(int)) {
    char path[4096];
    if (!place_of(file, path, sizeof path)) return real(file);
    pthread_mutex_lock(&turn);
    note_foreign(path);
    int result = real(file);
    int error = errno;
    struct stat about;
    if (result == 0 && fstat(file, &about) == 0) note_path(S_ISDIR(about.st_mode) ? 'D' : 'S', about.st_ino, 0, path);
    pthread_mutex_unlock(&turn);
    errno = error;
    return result;
}
int fsync(int file) { return sync_file(file, REAL(fsync)); }
int fdatasync(int file) { return sync_file(file, REAL(fdatasync)); }

int renameat(int from_folder, const char *from, int to_folder, const char *to) {
    char before[4096], after[4096];
    int known = place_at(from_folder, from, before, sizeof before) & place_at(to_folder, to, after, sizeof after);
    if (!known) return REAL(renameat)(from_folder, from, to_folder, to);
    pthread_mutex_lock(&turn);
    note_foreign(before);
    int result = REAL(renameat)(from_folder, from, to_folder, to);
    int error = errno;
    struct stat about;
    if (result == 0 && lstat(after, &about) == 0) {
        note('R', about.st_ino, 0, below(before), strlen(below(before)), below(after), strlen(below(after)));
    }
    pthread_mutex_unlock(&turn);
    errno = error;
    return result;
}
int rename(const char *from, const char *to) { return renameat(AT_FDCWD, from, AT_FDCWD, to); }

int unlinkat(int folder, const char *name, int flags) {
    char path[4096];
    if (!place_at(folder, name, path, sizeof path)) return REAL(unlinkat)(folder, name, flags);
    pthread_mutex_lock(&turn);
    int result = REAL(unlinkat)(folder, name, flags);
    int error = errno;
    if (result == 0) note_path('U', 0, 0, path);
    pthread_mutex_unlock(&turn);
    errno = error;
    return result;
}
int unlink(const char *path) { return unlinkat(AT_FDCWD, path, 0); }
int rmdir(const char *path) { return unlinkat(AT_FDCWD, path, AT_REMOVEDIR); }

int mkdirat(int folder, const char *name, mode_t mode) {
    char path[4096];
    if (!place_at(folder, name, path, sizeof path)) return REAL(mkdirat)(folder, name, mode);
    pthread_mutex_lock(&turn);
    int result = REAL(mkdirat)(folder, name, mode);
    int error = errno;
    if (result == 0) note_path('M', 0, 0, path);
    pthread_mutex_unlock(&turn);
    errno = error;
    return result;
}
int mkdir(const char *path, mode_t mode) { return mkdirat(AT_FDCWD, path, mode); }
