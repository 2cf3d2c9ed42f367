//! Libraries in front of the C library: how a test sees and steers what a program does to its files.

use std::{
    path::{Path, PathBuf},
    process::Command,
};

/// Builds a C file of this folder as a library in `room`.
pub fn build(source: &str, room: &Path) -> PathBuf {
    let library = room.join(source).with_extension("so");
    // The bench is a crate in a folder of this one.
    let around = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors();
    let mut sources = around.map(|folder| folder.join("tests/durability").join(source));
    let source = sources.find(|source| source.is_file()).unwrap();
    let built = Command::new("cc")
        .args([
            "-shared", "-fPIC", "-O1", "-Wall", "-Wextra", "-Werror", "-o",
        ])
        .arg(&library)
        .arg(&source)
        .args(["-ldl", "-lpthread"])
        .status()
        .unwrap_or_else(|error| panic!("a C compiler, `cc`, is needed: {error}"));
    assert!(built.success(), "{} does not build", source.display());
    library
}
