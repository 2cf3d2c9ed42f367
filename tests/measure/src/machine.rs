//! The machine: what a figure of it is worth nothing without.

use std::{fs, path::Path, process::Command, thread};

/// What is measured on, in one line of each kind.
pub fn described(project: &Path, folder: &Path) -> String {
    let cores = thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let models = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = models
        .lines()
        .find_map(|line| line.strip_prefix("model name")?.split_once(": "));
    let memory = fs::read_to_string("/proc/meminfo").unwrap_or_default();
    let memory = memory
        .split_whitespace()
        .nth(1)
        .and_then(|kibibytes| kibibytes.parse::<u64>().ok());
    let commit = said(project, "git", &["rev-parse", "--short=10", "HEAD"]);
    let is_dirty = !said(
        project,
        "git",
        &["status", "--porcelain", "--untracked-files=no"],
    )
    .is_empty();
    format!(
        "- machine: {cores} cores, {}, {:.1} GB of memory\n- system: {} {}\n- disk: {}\n- commit: {commit}{}\n- load before: {}\n",
        model.map_or("unknown", |(_, model)| model),
        memory.unwrap_or_default() as f64 * 1024.0 / 1e9,
        said(project, "uname", &["-sr"]),
        said(
            project,
            "sh",
            &["-c", ". /etc/os-release && echo \"$PRETTY_NAME\""]
        ),
        disk(folder),
        if is_dirty {
            ", and what is not committed"
        } else {
            ""
        },
        load(),
    )
}

/// How many wanted to run, over the last 1, 5 and 15 minutes.
pub fn load() -> String {
    let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    load.split_whitespace()
        .take(3)
        .collect::<Vec<_>>()
        .join(" ")
}

/// The file system of a folder and what it lies on, from `/proc/mounts`: the longest mount point around it.
fn disk(folder: &Path) -> String {
    let mounts = fs::read_to_string("/proc/mounts").unwrap_or_default();
    let around = mounts.lines().filter_map(|line| {
        let mut fields = line.split(' ');
        let (device, point, kind) = (fields.next()?, fields.next()?, fields.next()?);
        folder
            .starts_with(point)
            .then_some((point.len(), kind, device))
    });
    around.max().map_or_else(
        || "unknown".to_owned(),
        |(_, kind, device)| format!("{kind} on {device}"),
    )
}

fn said(folder: &Path, program: &str, arguments: &[&str]) -> String {
    let output = Command::new(program)
        .args(arguments)
        .current_dir(folder)
        .output();
    output.map_or_else(
        |_| "unknown".to_owned(),
        |output| String::from_utf8_lossy(&output.stdout).trim().to_owned(),
    )
}
