//! What is in a package, and what it is called there: names that every system takes, each once, in order.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

use crate::{
    domain::{
        blob::BlobHash,
        report::{Content, Exhibit, Report},
    },
    reports::facts,
};

/// The most letters of what a name takes from the words of a household.
const WORDS: usize = 60;

/// A file that belongs into a package.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Planned {
    /// What it is called there: small letters, digits, `-` and one `.`, in at most one folder.
    pub name: String,
    /// Where its bytes come from.
    pub from: Source,
}

/// Where the bytes of a file come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// The report itself, in one of its forms.
    Document(Document),
    /// A file of the archive.
    Blob(BlobHash),
}

/// A form of a report that is handed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Document {
    /// On paper.
    Pdf,
    /// As a spreadsheet.
    Xlsx,
    /// As a list for machines.
    Csv,
}

impl Document {
    /// Every one.
    pub const ALL: [Self; 3] = [Self::Pdf, Self::Xlsx, Self::Csv];

    /// How the names of such files end.
    #[must_use]
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Xlsx => "xlsx",
            Self::Csv => "csv",
        }
    }

    /// What a report is called as a file of this form: `godsforteckning-7.pdf`.
    #[must_use]
    pub fn name(self, report: &Report) -> String {
        file_name(report, self.extension())
    }
}

/// What a report is called as a file whose name ends so.
#[must_use]
pub fn file_name(report: &Report, extension: &str) -> String {
    let title = facts::title(report.details.kind, report.details.language);
    format!("{}-{}.{extension}", words(&title), report.number)
}

/// What belongs into the package of a report, sorted by name: photos by the row of their thing, and papers in their order.
#[must_use]
pub fn plan(report: &Report, content: &Content) -> Vec<Planned> {
    let lang = report.details.language;
    let documents = Document::ALL.into_iter().map(|document| Planned {
        name: document.name(report),
        from: Source::Document(document),
    });
    let mut planned: Vec<Planned> = documents.collect();
    let photos = lang.text("reports-folder-photos");
    for (entry, row) in content.entries.iter().zip(1_u32..) {
        for (photo, number) in entry.photos.iter().zip(1_u32..) {
            let name = stem([
                format!("{row:05}"),
                words(&entry.name),
                format!("{number:02}"),
            ]);
            planned.push(blob(&photos, &name, photo));
        }
    }
    let told = content.passages.iter();
    let told = told.flat_map(|passage| passage.photos.iter().map(move |photo| (passage, photo)));
    for ((passage, photo), number) in told.zip(1_u32..) {
        let name = stem([
            passage.subject.key().to_owned(),
            format!("{number:05}"),
            words(&passage.title),
        ]);
        planned.push(blob(&photos, &name, photo));
    }
    let papers = lang.text("reports-folder-papers");
    for (paper, number) in content.papers.iter().zip(1_u32..) {
        let name = stem([format!("{number:05}"), words(&paper.exhibit.caption)]);
        planned.push(blob(&papers, &name, &paper.exhibit));
    }
    planned.sort_by(|one, other| one.name.cmp(&other.name));
    planned
}

fn blob(folder: &str, stem: &str, exhibit: &Exhibit) -> Planned {
    let extension = extension(&exhibit.media_type);
    Planned {
        name: format!("{}/{stem}.{extension}", words(folder)),
        from: Source::Blob(exhibit.blob),
    }
}

fn stem<const N: usize>(parts: [String; N]) -> String {
    let parts = parts.into_iter().filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join("-")
}

/// How the name of a file ends by what it is. A page of the web is told for the text that it is: nobody should open a
/// stranger's.
fn extension(media_type: &str) -> &'static str {
    match media_type {
        "image/jpeg" => "jpg",
        "image/png" => "png",
        "image/webp" => "webp",
        "image/gif" => "gif",
        "image/heic" => "heic",
        "image/avif" => "avif",
        "application/pdf" => "pdf",
        "video/mp4" => "mp4",
        "video/quicktime" => "mov",
        "video/webm" => "webm",
        "audio/mpeg" => "mp3",
        "audio/mp4" => "m4a",
        "audio/ogg" => "ogg",
        "audio/wav" => "wav",
        "audio/webm" => "weba",
        "audio/flac" => "flac",
        text if text.starts_with("text/") => "txt",
        _ => "bin",
    }
}

/// Words as a file may be called: small letters and digits of ASCII, for what unpacks may know no others, and `-` between them.
fn words(text: &str) -> String {
    let mut name = String::new();
    let letters = text.nfkd().filter(|letter| !is_combining_mark(*letter));
    for letter in letters.flat_map(char::to_lowercase) {
        match letter {
            'a'..='z' | '0'..='9' => name.push(letter),
            'ß' => name.push_str("ss"),
            'æ' => name.push_str("ae"),
            'ø' => name.push('o'),
            _ if name.ends_with('-') || name.is_empty() => {}
            _ => name.push('-'),
        }
        if name.len() >= WORDS {
            break;
        }
    }
    name.trim_end_matches('-').to_owned()
}
