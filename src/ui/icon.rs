//! Icons: one line drawing each, on a grid of 24, in the colour of the text around them.

use maud::{Markup, Render, html};

/// Draws the enum, so that a name and its drawing cannot drift apart.
macro_rules! icons {
    ($($(#[$doc:meta])* $name:ident = $path:literal;)+) => {
        /// A drawing that stands beside a word, or in a button whose label says the word.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Icon { $($(#[$doc])* $name,)+ }

        impl Icon {
            /// Every icon, in the order drawn.
            pub const ALL: &'static [Self] = &[$(Self::$name,)+];

            const fn path(self) -> &'static str {
                match self { $(Self::$name => $path,)+ }
            }
        }
    };
}

icons! {
    /// The household's start page.
    Home = "M4 11l8-7 8 7M6 9.5V20h12V9.5M10 20v-6h4v6";
    /// Looking for something.
    Search = "M11 4a7 7 0 1 0 0 14a7 7 0 0 0 0-14M16 16l4.5 4.5";
    /// Taking a picture.
    Camera = "M4 8h3.5L9 5h6l1.5 3H20a1 1 0 0 1 1 1v9.5a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V9a1 1 0 0 1 1-1M12 10a3.5 3.5 0 1 0 0 7a3.5 3.5 0 0 0 0-7";
    /// One more.
    Plus = "M12 5v14M5 12h14";
    /// A thing, or a box with things in it.
    Box = "M4 7.75L12 3.5l8 4.25v8.5l-8 4.25-8-4.25zM4 7.75L12 12l8-4.25M12 12v8.5";
    /// Somewhere.
    Place = "M12 21s7-6.2 7-11.5a7 7 0 0 0-14 0C5 14.8 12 21 12 21M12 7a2.5 2.5 0 1 0 0 5a2.5 2.5 0 0 0 0-5";
    /// A home: house or flat.
    House = "M3 20h18M5 20V10.5L12 4.5l7 6V20M16 8V4.5h2.5v5.5M10 20v-5.5h4V20";
    /// A home: summer house.
    Cottage = "M2.5 20h19M4 20L12 5l8 15M9.5 20v-5h5v5M12 5l-1.3-2M12 5l1.3-2";
    /// A home: boat.
    Boat = "M3 15.5h18L18.5 20h-13zM12.5 15.5V3.5l6 9h-6M9.5 7.5l-3.5 5h3.5";
    /// A home: storage elsewhere.
    Storage = "M3 20V9l9-5 9 5v11zM7 20v-8h10v8M7 16h10";
    /// A room.
    Room = "M6 20.5v-17h12v17M3 20.5h18M14.5 12h.01";
    /// A cupboard, shelf or drawer.
    Cupboard = "M5 3.5h14V19H5zM12 3.5V19M7 19v2M17 19v2M9.5 11h.01M14.5 11h.01";
    /// A tag or category.
    Tag = "M4 4h8l8.5 8.5-8 8L4 12zM8.25 8.25h.01";
    /// How much of what: columns side by side.
    Chart = "M4 20.5h16M6.500 17v-5M12 17V5M17.500 17V9";
    /// In order, all around.
    Ready = "M12 3.500a8.500 8.500 0 1 0 0 17a8.500 8.500 0 0 0 0-17M8 12.250l2.750 2.750 5.250-5.500";
    /// Everybody.
    People = "M9 5a3.25 3.25 0 1 0 0 6.5a3.25 3.25 0 0 0 0-6.5M2.5 20c0-3.6 2.9-5.5 6.5-5.5s6.5 1.9 6.5 5.5M15.5 5.2a3.25 3.25 0 0 1 0 6.1M18 14.9c2.2.7 3.5 2.4 3.5 5.1";
    /// Somebody.
    Person = "M12 4a3.75 3.75 0 1 0 0 7.5a3.75 3.75 0 0 0 0-7.5M4.5 20.5c0-4 3.2-6 7.5-6s7.5 2 7.5 6";
    /// A receipt.
    Receipt = "M6 3h12v18l-2-1.5-2 1.5-2-1.5-2 1.5-2-1.5L6 21zM9 8h6M9 12h6";
    /// Something happened: a beacon that flashes.
    Siren = "M7 17.5v-5a5 5 0 0 1 10 0v5M4.5 20.500h15M5 17.500h14v3H5zM12 4V2.500M5.500 6l-1-1M18.500 6l1-1M12 12v3";
    /// Broken.
    Broken = "M4 5.500h16v13H4zM9.500 5.500l3 4.500-3.500 3.500 3 5M12.500 10l4-1.500";
    /// Fire.
    Fire = "M12 21a6.500 6.500 0 0 1-6.500-6.500c0-4 3-5.500 3.500-9.500 3 1 4.500 3.500 4.500 6 1-.5 1.500-1.500 1.500-2.500 2 1.500 3.500 3.500 3.500 6A6.500 6.500 0 0 1 12 21";
    /// Water.
    Water = "M12 3.500c3.500 4.500 6 7.500 6 11a6 6 0 0 1-12 0c0-3.500 2.500-6.500 6-11M9 15a3 3 0 0 0 3 3";
    /// A door that was forced.
    Door = "M6 20.500v-17h12v17M3 20.500h18M14 12h.01M9 3.500l2 4-2 3 2 4";
    /// Not there any more.
    Missing = "M4 7.75L12 3.500l8 4.250v8.500l-8 4.250-8-4.250zM9.250 9.500l5.500 5M14.750 9.500l-5.500 5";
    /// A reminder.
    Bell = "M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 2h-15zM10 18.5a2 2 0 0 0 4 0M12 5V3.5";
    /// Upkeep: a day in the calendar, and done.
    Upkeep = "M4.5 5.5h15V20h-15zM4.5 10h15M8.5 3.5v4M15.5 3.5v4M9 15l2 2 4-4";
    /// Something dear: a memory.
    Heart = "M12 20C7 15.8 3.5 12.6 3.5 9a4.3 4.3 0 0 1 8.5-1.4A4.3 4.3 0 0 1 20.5 9c0 3.6-3.5 6.8-8.5 11z";
    /// Sound.
    Sound = "M12 3.5a2.75 2.75 0 0 0-2.75 2.75v5.5a2.75 2.75 0 0 0 5.5 0v-5.5A2.75 2.75 0 0 0 12 3.5M6 11.5a6 6 0 0 0 12 0M12 17.5V21M9 21h6";
    /// A document.
    Document = "M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6";
    /// A photo.
    Photo = "M4 5h16v14H4zM4 16l5-5 4 4 2.5-2.5L20 17M15.5 8.75h.01";
    /// Changing something.
    Edit = "M4 20l1-4.5L16 4.5 19.5 8 8.5 19zM13.5 7l3.5 3.5";
    /// The bin.
    Trash = "M4 7h16M9.5 7V4h5v3M6 7l1 13h10l1-13M10 11v5M14 11v5";
    /// Taking something back.
    Undo = "M8 5L4 9l4 4M4 9h10a5.5 5.5 0 0 1 0 11h-3";
    /// What happened before.
    History = "M4 12a8 8 0 1 0 2.5-5.8L4 8.5M4 4v4.5h4.5M12 8v4.5l3 1.5";
    /// Kept, but no longer owned.
    Archive = "M3.5 4h17v5h-17zM5 9v11h14V9M10 13h4";
    /// Done or chosen.
    Check = "M5 12.5l4.5 4.5L19 7";
    /// Away with it.
    Close = "M6 6l12 12M18 6L6 18";
    /// The navigation.
    Menu = "M4 7h16M4 12h16M4 17h16";
    /// More to choose from.
    More = "M5 11.25a.75.75 0 1 0 0 1.5a.75.75 0 0 0 0-1.5M12 11.25a.75.75 0 1 0 0 1.5a.75.75 0 0 0 0-1.5M19 11.25a.75.75 0 1 0 0 1.5a.75.75 0 0 0 0-1.5";
    /// Upwards.
    Up = "M6 15l6-6 6 6";
    /// Downwards, or something to open.
    Down = "M6 9l6 6 6-6";
    /// Onwards in the reading direction.
    Next = "M9 6l6 6-6 6";
    /// Back against the reading direction.
    Previous = "M15 6l-6 6 6 6";
    /// In another order.
    Sort = "M7 5v14M4 16l3 3 3-3M13 6h7M13 12h5M13 18h3";
    /// Only some of them.
    Filter = "M4 6h16M7 12h10M10 18h4";
    /// Shown as a table.
    Table = "M4 5h16v14H4zM4 9.75h16M4 14.5h16M10 9.75V19";
    /// Shown as cards.
    Cards = "M4 4h6.5v6.5H4zM13.5 4H20v6.5h-6.5zM4 13.5h6.5V20H4zM13.5 13.5H20V20h-6.5z";
    /// The cover photo, or a favourite.
    Star = "M12 3.5l2.6 5.4 5.9.8-4.3 4.1 1 5.9-5.2-2.8-5.2 2.8 1-5.9L3.5 9.7l5.9-.8z";
    /// A quarter turn.
    Rotate = "M20 12a8 8 0 1 1-2.5-5.8L20 8.5M20 4v4.5h-4.5";
    /// Light colours.
    Sun = "M12 8a4 4 0 1 0 0 8a4 4 0 0 0 0-8M12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4";
    /// Dark colours.
    Moon = "M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5z";
    /// Colours as the device has them.
    Device = "M7 2.5h10v19H7zM11 18.5h2";
    /// Passwords and passkeys.
    Key = "M8 11.5a4.25 4.25 0 1 0 0 8.5a4.25 4.25 0 0 0 0-8.5M11 12.75L20 3.75M16 7.75l3 3";
    /// Leaving.
    SignOut = "M10 4H5v16h5M15 8l4 4-4 4M19 12h-9";
    /// Settings.
    Settings = "M4 7h9M17 7h3M15 5a2 2 0 1 0 0 4a2 2 0 0 0 0-4M4 17h3M11 17h9M9 15a2 2 0 1 0 0 4a2 2 0 0 0 0-4";
    /// Belongs with another, or leads elsewhere.
    Link = "M10 14a4 4 0 0 0 6 .4l3-3a4.1 4.1 0 0 0-5.8-5.8L11.8 7M14 10a4 4 0 0 0-6-.4l-3 3a4.1 4.1 0 0 0 5.8 5.8l1.4-1.4";
    /// Private.
    Lock = "M5 11h14v9H5zM8 11V8a4 4 0 0 1 8 0v3";
    /// What protects a thing: a right or a guarantee.
    Shield = "M12 3.5l7 2.5v5.5c0 4.500-3 7.500-7 9-4-1.500-7-4.500-7-9V6zM9 12l2.250 2.250L15.250 10";
    /// What an insurance covers.
    Umbrella = "M12 3v2M3.500 13.500a8.500 8.500 0 0 1 17 0zM12 13.500v5.250a2 2 0 0 1-4 0";
    /// An inventory round: a list that is ticked off.
    Round = "M9 4.500h6v3H9zM9 6H6v14.500h12V6h-3M8.750 12.250l1.250 1.250 2-2.250M14 12.500h1.500M8.750 16.750L10 18l2-2.250M14 17h1.500";
    /// Shared.
    Share = "M17.5 3.5a2.5 2.5 0 1 0 0 5a2.5 2.5 0 0 0 0-5M6.5 9.5a2.5 2.5 0 1 0 0 5a2.5 2.5 0 0 0 0-5M17.5 15.5a2.5 2.5 0 1 0 0 5a2.5 2.5 0 0 0 0-5M8.7 10.8l6.6-3.6M8.7 13.2l6.6 3.6";
    /// Into the archive.
    Upload = "M12 16V4.5M7.5 9L12 4.5 16.5 9M4 16v4h16v-4";
    /// Out of the archive.
    Download = "M12 4v11.5M7.5 11l4.5 4.5 4.5-4.5M4 16v4h16v-4";
    /// Something went wrong.
    Warning = "M12 4L2.5 20h19zM12 10v4.5M12 17.25h.01";
    /// Something to know.
    Info = "M12 3.5a8.5 8.5 0 1 0 0 17a8.5 8.5 0 0 0 0-17M12 11v5.5M12 7.75h.01";
    /// One more of the same.
    Copy = "M9 8h11v12H9zM15 8V4H4v12h5";
    /// Languages.
    Globe = "M12 3.5a8.5 8.5 0 1 0 0 17a8.5 8.5 0 0 0 0-17M3.5 12h17M12 3.5c5 5 5 12 0 17c-5-5-5-12 0-17";
    /// Category: bicycles and sport.
    Bike = "M6 12.5a3.75 3.75 0 1 0 0 7.5a3.75 3.75 0 0 0 0-7.5M18 12.5a3.75 3.75 0 1 0 0 7.5a3.75 3.75 0 0 0 0-7.5M6 16.25L9.5 9h6l2.5 7.25M9.5 9l3 7.25L15.5 9 14.5 6H17M8 6.5h3";
    /// Category: books and media.
    Book = "M5 4h11a3 3 0 0 1 3 3v13.5H8a3 3 0 0 1-3-3zM5 17.5a3 3 0 0 1 3-3h11";
    /// Category: electronics.
    Screen = "M3.5 5h17v11.5h-17zM9 20h6M12 16.5V20";
    /// Category: furniture.
    Sofa = "M6 11V7.5a2 2 0 0 1 2-2h8a2 2 0 0 1 2 2V11M3.5 11a2 2 0 0 1 3.5 1.5V14h10v-1.5a2 2 0 1 1 3.5 1V18h-17v-4.5M6 18v2M18 18v2";
    /// Category: clothes.
    Shirt = "M8.5 4L3 7.5 5 12l2-1v9h10v-9l2 1 2-4.5L15.5 4a3.5 3.5 0 0 1-7 0";
    /// Category: jewellery and watches.
    Jewel = "M7.5 4.5h9L21 10l-9 10-9-10zM3 10h18M9 10l3 10 3-10";
    /// Category: kitchen.
    Pot = "M5 9.5h14V18a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2zM3 9.5h18M9 6c0-1.5 1.5-1.5 1.5-3M13.5 6c0-1.5 1.5-1.5 1.5-3";
    /// Category: music.
    Music = "M9 18V6l11-2.5V15M6.5 15.5a2.5 2.5 0 1 0 0 5a2.5 2.5 0 0 0 0-5M17.5 12.5a2.5 2.5 0 1 0 0 5a2.5 2.5 0 0 0 0-5";
    /// Category: tools.
    Tool = "M14.5 8.5L5 18a1.8 1.8 0 0 0 2.5 2.5l9.5-9.5a4.5 4.5 0 0 0 5-6l-3 3-2.5-.5-.5-2.5 3-3a4.5 4.5 0 0 0-5 6";
    /// Category: vehicles.
    Car = "M3 16.5v-4l2.5-1.5L8 6.5h8l2.5 4.5 2.5 1.5v4zM5.5 11h13M6.5 16.5V19M17.5 16.5V19M7 13.75h.01M17 13.75h.01";
    /// Category: toys and games.
    Dice = "M5 5h14v14H5zM9 9h.01M15 9h.01M12 12h.01M9 15h.01M15 15h.01";
    /// Category: garden.
    Leaf = "M5 19c0-9 5-14 15-14.5C20 14 15 18.500 8.500 16.500M5 19.500c1.500-5 4.500-8 8.500-9.500";
}

impl Icon {
    /// Points against the reading direction when that runs from the right.
    const fn is_directed(self) -> bool {
        matches!(
            self,
            Self::Next | Self::Previous | Self::Undo | Self::SignOut
        )
    }
}

impl Render for Icon {
    fn render(&self) -> Markup {
        html! {
            svg.icon.is-directed[self.is_directed()] viewBox="0 0 24 24" aria-hidden="true" {
                path d=(self.path()) {}
            }
        }
    }
}

/// The drawing for a category's icon word.
#[must_use]
pub fn category_icon(word: &str) -> Icon {
    match word {
        "sofa" | "armchair" | "table" | "bed" | "bookshelf" | "cupboard" | "desk" => Icon::Sofa,
        "tv" | "laptop" | "tablet" | "phone" | "gamepad" | "speaker" | "router" => Icon::Screen,
        "pot" | "fridge" | "mixer" | "coffee" | "plate" | "cutlery" | "glass" | "knife" => {
            Icon::Pot
        }
        "bicycle" | "bike" => Icon::Bike,
        "book" | "books" => Icon::Book,
        "jacket" | "shirt" | "shoe" => Icon::Shirt,
        "ring" | "watch" | "jewel" => Icon::Jewel,
        "guitar" | "music" | "piano" => Icon::Music,
        "camera" => Icon::Camera,
        "boat" | "kayak" => Icon::Boat,
        "drill" | "tool" | "saw" => Icon::Tool,
        "document" => Icon::Document,
        _ => Icon::Box,
    }
}
