//! The document model: what a report says, in the order in which it is read.

use jiff::Zoned;

use crate::domain::lang::Lang;

/// A report to print.
#[derive(Clone, Debug)]
pub struct Document {
    /// What it is called: in the window of whoever opens it, and in its file's properties.
    pub title: String,
    /// Who made it.
    pub author: String,
    /// The language that all of it is in.
    pub lang: Lang,
    /// When it was made. Nothing else tells the time, so the same document gives the same bytes.
    pub date: Zoned,
    /// How its pages lie.
    pub paper: Paper,
    /// The words at the foot of each page; the number of the page is added.
    pub footer: String,
    /// The words that stand where a picture should have been.
    pub missing: String,
    /// What it says.
    pub blocks: Vec<Block>,
    /// Files that come along inside of it.
    pub attachments: Vec<Attachment>,
}

/// How an A4 page lies.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Paper {
    /// Upright.
    #[default]
    Portrait,
    /// On its side, for wide tables.
    Landscape,
}

/// A file inside of the document.
#[derive(Clone, Debug)]
pub struct Attachment {
    /// What the file is called; a second file with the name of another gets a number.
    pub name: String,
    /// Its media type.
    pub media_type: String,
    /// What it is, in words.
    pub description: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// When it was last changed.
    pub at: Zoned,
}

/// A part of a document.
#[derive(Clone, Debug)]
pub enum Block {
    /// What the whole is called, with a few words on it beneath.
    Title {
        /// The title.
        text: String,
        /// The words beneath it; none when empty.
        lead: String,
    },
    /// The heading of what follows, which it is kept together with.
    Heading {
        /// How deep it lies: 1 to 3.
        level: u8,
        /// The heading.
        text: String,
    },
    /// Running text.
    Paragraph(Text),
    /// Labels, each with what holds for it; beside each other in two columns when all are short.
    Facts(Vec<(String, Text)>),
    /// A table.
    Table(Table),
    /// Pictures beside each other.
    Gallery(Vec<Figure>),
    /// Amounts under each other.
    Sums(Vec<Sum>),
    /// One picture that fills a page of its own.
    Sheet(Figure),
    /// A line to write on for each of these words, which stand beneath it.
    Signatures(Vec<String>),
    /// A line across the page.
    Rule,
    /// Some room.
    Space,
    /// What follows starts on a new page.
    PageBreak,
}

/// A label and an amount, as its reader writes it.
#[derive(Clone, Debug)]
pub struct Sum {
    /// What the amount is.
    pub label: String,
    /// The amount.
    pub amount: String,
    /// Whether it is what the others come to.
    pub strong: bool,
}

/// Text in several voices.
#[derive(Clone, Debug, Default)]
pub struct Text(pub Vec<Span>);

/// Words in one voice.
#[derive(Clone, Debug)]
pub struct Span {
    /// The words.
    pub words: String,
    /// How they are said.
    pub voice: Voice,
}

/// How words are said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Voice {
    /// As the text around them.
    #[default]
    Plain,
    /// With weight.
    Strong,
    /// Slanted: what somebody said, the name of a work.
    Slanted,
    /// In grey.
    Quiet,
}

impl Text {
    /// The same with more words at its end.
    #[must_use]
    pub fn and(mut self, words: impl Into<String>, voice: Voice) -> Self {
        self.0.push(Span {
            words: words.into(),
            voice,
        });
        self
    }
}

impl From<String> for Text {
    fn from(words: String) -> Self {
        Self::default().and(words, Voice::Plain)
    }
}

impl From<&str> for Text {
    fn from(words: &str) -> Self {
        words.to_owned().into()
    }
}

/// A table, whose head stands again on each page that it goes on to.
#[derive(Clone, Debug, Default)]
pub struct Table {
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows, of which none is cut by the end of a page.
    pub rows: Vec<Row>,
    /// What it comes to, beneath the rows.
    pub foot: Vec<Row>,
}

/// A column of a table.
#[derive(Clone, Debug)]
pub struct Column {
    /// What stands above it.
    pub title: String,
    /// How wide it is.
    pub width: Width,
    /// Where its cells stand.
    pub align: Align,
}

/// How wide a column is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Width {
    /// This many millimetres.
    Fixed(f32),
    /// So many shares of what the other columns leave.
    Share(f32),
}

/// Where in its column a cell stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Align {
    /// At the left.
    #[default]
    Left,
    /// At the right, with figures of one width: amounts.
    Right,
}

/// A row of a table.
#[derive(Clone, Debug)]
pub enum Row {
    /// A cell for each column.
    Cells(Vec<Cell>),
    /// What the rows beneath have in common, across all columns.
    Group(String),
}

/// A cell of a table.
#[derive(Clone, Debug)]
pub enum Cell {
    /// Text.
    Words {
        /// What it says.
        text: Text,
        /// A quieter line beneath; none when empty.
        under: String,
    },
    /// A small picture, cut to a square.
    Picture(Picture),
}

impl<T: Into<Text>> From<T> for Cell {
    fn from(text: T) -> Self {
        Self::Words {
            text: text.into(),
            under: String::new(),
        }
    }
}

/// A picture that whoever prints fetches when it is drawn.
#[derive(Clone, Debug, Default)]
pub struct Picture {
    /// What it is fetched by.
    pub key: String,
    /// What is to be seen on it, for who does not see it; a decoration when empty.
    pub description: String,
}

/// A picture with words beneath.
#[derive(Clone, Debug, Default)]
pub struct Figure {
    /// The picture, which the words describe when it has no description of its own.
    pub picture: Picture,
    /// The words; none when empty.
    pub caption: String,
}
