//! A photo in the demo household: what is on it, and what is written beneath it.

use super::{Shot, Subject, Text, Tint, View};

/// A picture to draw, with what is written beneath it.
#[derive(Clone, Copy, Debug)]
pub struct Photo(
    pub(super) Subject,
    pub(super) Tint,
    pub(super) View,
    pub(super) Text,
);

impl Photo {
    /// What to draw.
    #[must_use]
    pub const fn shot(&self) -> Shot {
        Shot {
            subject: self.0,
            tint: self.1,
            view: self.2,
        }
    }

    /// What is written beneath it; often nothing.
    #[must_use]
    pub const fn caption(&self) -> Text {
        self.3
    }
}
