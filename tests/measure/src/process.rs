//! What the kernel says that a process takes: processor time and memory, of it and of all that it has started.

use std::{
    collections::BTreeMap,
    fs,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    thread::{self, JoinHandle},
    time::Duration,
};

/// How many ticks the kernel counts in a second of processor time: what `getconf CLK_TCK` says on every Linux.
const TICKS: f64 = 100.0;
/// How often memory is looked at while its peak is watched.
const OFTEN: Duration = Duration::from_millis(5);

/// A process, by its id.
#[derive(Clone, Copy)]
pub struct Process(pub u32);

/// What memory a process holds, in MB.
#[derive(Clone, Copy)]
pub struct Memory {
    /// All that is in memory of it, pages of files included.
    pub resident: f64,
    /// Its share of it: a page that two processes hold counts half for each.
    pub proportional: f64,
}

/// Watches the memory of a process and all that it has started, until it is asked for the peak.
pub struct Watch {
    stop: Arc<AtomicBool>,
    watcher: JoinHandle<f64>,
}

impl Process {
    /// The processor time that it has taken so far.
    pub fn cpu(self) -> Duration {
        let fields = self.stat();
        ticks(&fields[11]) + ticks(&fields[12])
    }

    /// The processor time of the processes that it has waited for.
    pub fn cpu_of_children(self) -> Duration {
        let fields = self.stat();
        ticks(&fields[13]) + ticks(&fields[14])
    }

    /// The memory that it holds.
    pub fn memory(self) -> Memory {
        self.held().expect("the process runs")
    }

    fn held(self) -> Option<Memory> {
        let text = fs::read_to_string(format!("/proc/{}/smaps_rollup", self.0)).ok()?;
        Some(Memory {
            resident: megabytes(&text, "Rss:")?,
            proportional: megabytes(&text, "Pss:")?,
        })
    }

    /// The most that it has held so far, in MB.
    pub fn peak(self) -> Option<f64> {
        let text = fs::read_to_string(format!("/proc/{}/status", self.0)).ok()?;
        megabytes(&text, "VmHWM:")
    }

    /// What it and all that it has started hold together, in MB.
    pub fn memory_of_all(self) -> f64 {
        let mut children: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
        for entry in fs::read_dir("/proc").expect("there is a /proc").flatten() {
            let id = entry
                .file_name()
                .to_str()
                .and_then(|name| name.parse().ok());
            if let Some(id) = id
                && let Some(fields) = Self(id).fields()
                && let Ok(parent) = fields[1].parse()
            {
                children.entry(parent).or_default().push(id);
            }
        }
        let mut sum = 0.0;
        let mut waiting = vec![self.0];
        while let Some(id) = waiting.pop() {
            sum += Self(id).held().map_or(0.0, |memory| memory.proportional);
            waiting.extend(children.remove(&id).unwrap_or_default());
        }
        sum
    }

    /// Watches its memory from now on.
    pub fn watch(self) -> Watch {
        let stop = Arc::new(AtomicBool::new(false));
        let stopped = Arc::clone(&stop);
        let watcher = thread::spawn(move || {
            let mut peak = 0.0_f64;
            while !stopped.load(Ordering::Relaxed) {
                peak = peak.max(self.memory_of_all());
                thread::sleep(OFTEN);
            }
            peak
        });
        Watch { stop, watcher }
    }

    fn stat(self) -> Vec<String> {
        self.fields().expect("the process runs")
    }

    /// What stands behind its name in `/proc/ID/stat`: the third field of proc(5) first.
    fn fields(self) -> Option<Vec<String>> {
        let text = fs::read_to_string(format!("/proc/{}/stat", self.0)).ok()?;
        let (_, behind) = text.rsplit_once(')')?;
        Some(behind.split_whitespace().map(str::to_owned).collect())
    }
}

impl Watch {
    /// The most that was held at once, in MB.
    pub fn peak(self) -> f64 {
        self.stop.store(true, Ordering::Relaxed);
        self.watcher.join().expect("the watcher ends")
    }
}

fn ticks(field: &str) -> Duration {
    let ticks: f64 = field.parse().expect("a number");
    Duration::from_secs_f64(ticks / TICKS)
}

fn megabytes(text: &str, key: &str) -> Option<f64> {
    let line = text.lines().find_map(|line| line.strip_prefix(key))?;
    let kibibytes: f64 = line.split_whitespace().next()?.parse().ok()?;
    Some(kibibytes * 1024.0 / 1e6)
}
