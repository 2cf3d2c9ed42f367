//! Mechanism: a document model, set on pages and pressed into a PDF that is kept for decades.
//!
//! What comes out is PDF/A-3a: fonts inside, every part tagged with what it means, attachments allowed, and the same
//! bytes each time. Text is shaped and broken into lines here; the blocks become marks on pages (`composer`, `flow`),
//! which are then drawn one page after the other (`drawing`), and only then is a picture fetched.

mod clean;
mod composer;
mod document;
mod drawing;
mod facts;
mod flow;
mod fonts;
mod gallery;
mod jpeg;
mod look;
mod setting;
mod sheet;
mod structure;
mod table;
#[cfg(test)]
mod tests;

use std::ops::ControlFlow;

pub use document::{
    Align, Attachment, Block, Cell, Column, Document, Figure, Paper, Picture, Row, Span, Sum,
    Table, Text, Voice, Width,
};

use crate::error::Result;

/// Where the pictures of a document come from, one at a time.
pub trait Pictures {
    /// A picture as JPEG, in grey or colour; none when there is none, and words stand in its place. So do they for a
    /// picture that is broken.
    ///
    /// # Errors
    /// Whatever should end the printing.
    fn jpeg(&mut self, key: &str) -> Result<Option<Vec<u8>>>;
}

/// How far the press is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// So many pages have been set, and nobody knows how many there will be.
    Set {
        /// How many.
        pages: usize,
    },
    /// So many pages of all have been drawn.
    Drawn {
        /// How many.
        page: usize,
        /// Of how many.
        pages: usize,
    },
}

/// Prints a document, as the bytes of a PDF. `progress` is told how far it is, and says whether to go on: none when not.
///
/// # Errors
/// Whatever fetching a picture fails with; [`crate::error::Error::Internal`] for a defect.
pub fn press(
    document: &Document,
    pictures: &mut dyn Pictures,
    progress: &mut dyn FnMut(Progress) -> ControlFlow<()>,
) -> Result<Option<Vec<u8>>> {
    let fonts = fonts::Fonts::read()?;
    let Some(pages) = composer::Composer::compose(&fonts, document, progress)? else {
        return Ok(None);
    };
    drawing::draw(&fonts, document, pages, pictures, progress)
}
