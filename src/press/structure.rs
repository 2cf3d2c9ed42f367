//! What the parts of a page mean, in the order in which they are read: what a screen reader goes by.

use std::num::{NonZeroU16, NonZeroU32};

use krilla::tagging::{
    Identifier, ListNumbering, Node, TableHeaderScope, Tag, TagGroup, TagKind, TagTree,
};

use super::clean::property;
use crate::domain::lang::Lang;

/// A part of the structure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Part(usize);

/// What a part is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Paragraph,
    /// Of a depth, which starts at 1.
    Heading(u16, String),
    Table,
    TableHead,
    TableBody,
    TableFoot,
    Row,
    ColumnHead,
    /// The head of a row, across so many columns.
    RowHead(u32),
    Cell,
    List,
    Item,
    Label,
    Body,
    /// A picture, and what is to be seen on it: never nothing.
    Figure(String),
    Caption,
}

/// All parts; each stands behind the one that it is in.
#[derive(Debug, Default)]
pub(super) struct Structure {
    parts: Vec<(Role, Option<Part>)>,
}

impl Structure {
    /// Adds a part at the end of another, or of the document.
    pub fn add(&mut self, within: Option<Part>, role: Role) -> Part {
        self.parts.push((role, within));
        Part(self.parts.len() - 1)
    }

    /// The tags of what was drawn. A part with nothing in it is left out.
    pub fn tags(self, lang: Lang, drawn: Vec<(Part, Identifier)>) -> TagTree {
        let mut inside: Vec<Vec<Node>> = Vec::new();
        inside.resize_with(self.parts.len(), Vec::new);
        for (part, content) in drawn.into_iter().rev() {
            inside[part.0].push(content.into());
        }
        let mut tree = TagTree::new().with_lang(Some(lang.tag().to_owned()));
        // From the last, so that each part is whole when it goes into its own; what was collected backwards is turned.
        for (at, (role, within)) in self.parts.into_iter().enumerate().rev() {
            let mut children = std::mem::take(&mut inside[at]);
            if children.is_empty() {
                continue;
            }
            // What was drawn for a part itself comes before the parts in it.
            children.sort_by_key(|child| matches!(child, Node::Leaf(_)));
            children.reverse();
            let group = Node::Group(TagGroup::with_children(role.tag(), children));
            match within {
                Some(Part(outer)) => inside[outer].push(group),
                None => tree.push(group),
            }
        }
        tree.children.reverse();
        tree
    }
}

impl Role {
    fn tag(self) -> TagKind {
        match self {
            Self::Paragraph => Tag::P.into(),
            Self::Heading(level, text) => {
                let level = NonZeroU16::new(level).unwrap_or(NonZeroU16::MIN);
                Tag::Hn(level, Some(property(&text))).into()
            }
            Self::Table => Tag::Table.into(),
            Self::TableHead => Tag::THead.into(),
            Self::TableBody => Tag::TBody.into(),
            Self::TableFoot => Tag::TFoot.into(),
            Self::Row => Tag::TR.into(),
            Self::ColumnHead => Tag::TH(TableHeaderScope::Column).into(),
            Self::RowHead(columns) => Tag::TH(TableHeaderScope::Row)
                .with_col_span(NonZeroU32::new(columns))
                .into(),
            Self::Cell => Tag::TD.into(),
            Self::List => Tag::L(ListNumbering::None).into(),
            Self::Item => Tag::LI.into(),
            Self::Label => Tag::Lbl.into(),
            Self::Body => Tag::LBody.into(),
            Self::Figure(description) => Tag::Figure(Some(description)).into(),
            Self::Caption => Tag::Caption.into(),
        }
    }
}
