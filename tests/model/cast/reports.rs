//! What reports say, and what is asked of them.

use smartinventory::domain::{
    blob::BlobHash,
    lang::Lang,
    report::{Content, Exhibit, Paper, Report, ReportDetails, ReportId, ReportKind},
    rotation::Rotation,
};

use super::Cast;
use crate::{deed::Nth, files::FILES};

impl Cast<'_> {
    pub fn report(&self, nth: Nth) -> ReportId {
        self.nth::<Report>(nth)
    }
}

/// What is asked of a report.
pub fn asked(private: bool) -> ReportDetails {
    ReportDetails {
        include_private: private,
        ..ReportDetails::of(ReportKind::Inventory, Lang::Sv)
    }
}

/// What a report says, which shows some of the files.
pub fn written(title: &str, shown: &[u8]) -> Content {
    let papers = shown.iter().map(|file| {
        let file = &FILES[usize::from(*file)];
        let exhibit = Exhibit {
            blob: BlobHash::of(file.bytes),
            size: file.bytes.len() as u64,
            media_type: file.media_type.to_owned(),
            caption: String::new(),
            rotation: Rotation::None,
            pixels: None,
        };
        Paper {
            exhibit,
            items: Vec::new(),
        }
    });
    Content {
        household: title.to_owned(),
        papers: papers.collect(),
        ..Content::default()
    }
}
