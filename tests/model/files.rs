//! The few files that are attached in the stories.

/// A file, as the program comes to know it.
#[derive(Debug)]
pub struct File {
    pub name: &'static str,
    pub bytes: &'static [u8],
    pub media_type: &'static str,
}

/// All of them.
pub const FILES: [File; 3] = [
    File {
        name: "kvitto.txt",
        bytes: "Kvitto på en slagborrmaskin".as_bytes(),
        media_type: "text/plain",
    },
    File {
        name: "garanti.txt",
        bytes: "Garantibevis för gräsklippare".as_bytes(),
        media_type: "text/plain",
    },
    File {
        name: "anteckning.txt",
        bytes: "Nyckeln ligger under mattan".as_bytes(),
        media_type: "text/plain",
    },
];
