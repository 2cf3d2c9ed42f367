//! How a printed page looks: its measures, its few sizes of type and its colours, which are those of the pages' light theme.

/// A colour: red, green, blue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Colour(pub u8, pub u8, pub u8);

pub(super) const INK: Colour = Colour(0x1c, 0x21, 0x1f);
pub(super) const QUIET: Colour = Colour(0x5b, 0x60, 0x5c);
pub(super) const PINE: Colour = Colour(0x17, 0x59, 0x4a);
pub(super) const LINE: Colour = Colour(0xdf, 0xdc, 0xd4);
pub(super) const SUNKEN: Colour = Colour(0xf3, 0xf1, 0xec);
pub(super) const WASH: Colour = Colour(0xec, 0xf3, 0xef);

/// A millimetre, in the points that everything here is measured in.
pub(super) const MM: f32 = 72.0 / 25.4;

/// The long and the short side of an A4 page.
pub(super) const A4: (f32, f32) = (297.0 * MM, 210.0 * MM);
/// What is left free at the sides.
pub(super) const SIDE: f32 = 18.0 * MM;
/// What is left free above.
pub(super) const TOP: f32 = 18.0 * MM;
/// What is left free below, for the foot to stand in.
pub(super) const BOTTOM: f32 = 21.0 * MM;
/// How far above the lower edge the foot stands.
pub(super) const FOOT: f32 = 12.0 * MM;

/// How thick a quiet line is, and one that says where something ends.
pub(super) const HAIR: f32 = 0.5;
pub(super) const FIRM: f32 = 0.9;

/// A face of the font.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Face {
    Regular,
    Semibold,
    Italic,
}

/// How text looks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Style {
    pub face: Face,
    pub size: f32,
    /// From one line to the next.
    pub leading: f32,
    pub colour: Colour,
    /// Whether all figures are as wide, so that they stand under each other.
    pub tabular: bool,
}

impl Style {
    const fn new(face: Face, size: f32, leading: f32, colour: Colour) -> Self {
        Self {
            face,
            size,
            leading,
            colour,
            tabular: false,
        }
    }

    pub const fn tabular(self) -> Self {
        Self {
            tabular: true,
            ..self
        }
    }

    pub const fn strong(self) -> Self {
        Self {
            face: Face::Semibold,
            ..self
        }
    }

    /// How far beneath the top of its line the letters stand: capitals are in the middle.
    pub fn baseline(self) -> f32 {
        self.leading / 2.0 + self.size * 0.33
    }
}

pub(super) const TITLE: Style = Style::new(Face::Semibold, 23.0, 27.0, INK);
pub(super) const LEAD: Style = Style::new(Face::Regular, 11.5, 16.0, QUIET);
pub(super) const HEADINGS: [Style; 3] = [
    Style::new(Face::Semibold, 14.0, 18.0, PINE),
    Style::new(Face::Semibold, 11.0, 15.0, INK),
    Style::new(Face::Semibold, 9.5, 13.5, QUIET),
];
pub(super) const BODY: Style = Style::new(Face::Regular, 9.75, 14.0, INK);
pub(super) const LABEL: Style = Style::new(Face::Regular, 9.75, 14.0, QUIET);
pub(super) const CELL: Style = Style::new(Face::Regular, 9.25, 12.5, INK);
pub(super) const UNDER: Style = Style::new(Face::Regular, 8.0, 10.75, QUIET);
pub(super) const HEAD: Style = Style::new(Face::Semibold, 8.0, 10.5, QUIET);
pub(super) const CAPTION: Style = Style::new(Face::Regular, 8.5, 11.5, QUIET);
pub(super) const FOOTER: Style = Style::new(Face::Regular, 8.0, 11.0, QUIET).tabular();
