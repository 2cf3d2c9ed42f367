//! What the demo household has on paper: documents that belong to things, and templates for new things.

use super::{At, Field, Text};

/// What a document is printed on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paper {
    /// The narrow paper of a till.
    Slip,
    /// A certificate from a shop, with its stamp.
    Guarantee,
    /// A small leaflet.
    Booklet,
    /// A certificate in a frame, signed.
    Valuation,
}

/// A file that belongs to things.
#[derive(Clone, Copy, Debug)]
pub struct Document {
    /// What things call it.
    pub key: &'static str,
    /// What the file is called, without its ending.
    pub name: Text,
    /// What it is printed on, as a PDF; without any it is a text file.
    pub paper: Option<Paper>,
    /// What stands in it, in the notation of the press where it is printed.
    pub text: Text,
}

/// A thing to copy: what most new things of its kind begin with.
#[derive(Clone, Copy, Debug)]
pub struct Template {
    /// What it is called.
    pub name: Text,
    /// The key of the thing that it was made from.
    pub of: &'static str,
    /// The key of a shipped category.
    pub category: &'static str,
    /// Words that the family sorts by.
    pub tags: &'static [Text],
    /// Where such things are kept.
    pub at: At,
    /// The fields to fill in.
    pub fields: &'static [(Text, Field)],
}
