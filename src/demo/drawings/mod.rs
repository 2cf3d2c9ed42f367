//! Pictures that the program draws itself, so that the demo household looks lived in without anybody's photos.
#![expect(
    clippy::unreadable_literal,
    reason = "colours are written as designers write them"
)]

mod backdrop;
mod boats;
mod canvas;
mod cycles;
mod decoration;
mod dice;
mod electronics;
mod furniture;
mod houses;
mod housework;
mod ink;
mod kitchen;
mod landscape;
mod music;
mod outdoors;
mod photography;
mod play;
mod rooms;
mod sockets;
mod sound;
mod storage;
mod tableware;
mod textiles;
mod tools;
mod valuables;
mod wardrobe;

use self::{
    backdrop::Backdrop,
    canvas::Canvas,
    dice::Dice,
    ink::{Colour, rgb},
};
use crate::error::Result;

/// A finished picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawing {
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
    /// Red, green and blue of every pixel, row by row: `3 * width * height` bytes, sRGB.
    pub rgb: Vec<u8>,
}

/// What to draw, and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Shot {
    /// What is seen.
    pub subject: Subject,
    /// The colour of its largest part.
    pub tint: Tint,
    /// From where.
    pub view: View,
}

/// Where a picture is taken from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum View {
    /// All of it.
    #[default]
    Whole,
    /// All of it in another room, turned the other way.
    Turned,
    /// So close that the edges fall outside.
    Close,
}

/// The ground that a subject is drawn on, in its own units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Format {
    /// A room or a house, 1200 × 900, which fills its picture.
    Scene,
    /// A thing, 1200 × 900.
    Wide,
    /// A thing, 900 × 1200.
    Tall,
    /// A thing, 1000 × 1000.
    Square,
}

impl Format {
    /// Pixels across and down, and how many of them there are to a unit. Things are seen in square cards most of the
    /// time: their pictures are square, so that nothing of them is cut off.
    const fn frame(self) -> (u32, u32, f32) {
        match self {
            Self::Scene => (1200, 900, 1.),
            Self::Wide | Self::Tall => (1000, 1000, 1000. / 1200.),
            Self::Square => (1000, 1000, 1.),
        }
    }

    /// Where the origin of the ground lies in the frame, in units.
    const fn origin(self, backdrop: Backdrop) -> (f32, f32) {
        match (self, backdrop) {
            (Self::Scene | Self::Square, _) => (0., 0.),
            (Self::Tall, _) => (150., 0.),
            (Self::Wide, Backdrop::Wall | Backdrop::Cloth) => (0., 150.),
            // What stands on something stands below the middle, and leaves room above.
            (Self::Wide, _) => (0., 210.),
        }
    }
}

macro_rules! tints {
    ($($name:ident $hex:literal,)+) => {
        /// The colour of a drawn thing.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Tint {
            $(#[doc = concat!("`", stringify!($name), "`.")] $name,)+
        }

        impl Tint {
            const fn colour(self) -> Colour {
                match self {
                    $(Self::$name => rgb($hex),)+
                }
            }
        }
    };
}

tints! {
    Black 0x33353b, Graphite 0x55595f, Grey 0x92979c, Silver 0xc4c8cc, White 0xf1efea, Cream 0xe9dcc0,
    Beige 0xcdb798, Oak 0xc69a66, Walnut 0x7a5236, Cardboard 0xc49a6a, Mahogany 0x7a3b2a, Red 0xb8433a,
    Falun 0x9c3f31, Orange 0xd9783c, Yellow 0xe0b23f, Green 0x4f7a56, Sage 0x9db39a, Teal 0x3f7a7c,
    Blue 0x3f73a4, Sky 0x8fb8cc, Navy 0x2f4262, Pink 0xd98a98, Purple 0x6f557f, Gold 0xd0a545, Pearl 0xf0e6da,
}

macro_rules! subjects {
    ($($name:ident $format:ident $backdrop:ident $draw:path;)+) => {
        /// Something that the program can draw.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Subject {
            $(#[doc = concat!("`", stringify!($name), "`.")] $name,)+
        }

        impl Subject {
            /// Everything that can be drawn.
            pub const ALL: &[Self] = &[$(Self::$name,)+];

            const fn scene(self) -> (Format, Backdrop, fn(&mut Canvas, Colour)) {
                match self {
                    $(Self::$name => (Format::$format, Backdrop::$backdrop, $draw),)+
                }
            }
        }
    };
}

subjects! {
    Television Wide Floor electronics::television;
    Laptop Wide Table electronics::laptop;
    Phone Tall Cloth electronics::phone;
    Tablet Wide Table electronics::tablet;
    Camera Wide Table photography::camera;
    Lens Square Table photography::lens;
    Headphones Square Table sound::headphones;
    Speaker Tall Table sound::speaker;
    Turntable Wide Table sound::turntable;
    Console Wide Table electronics::console;
    Smartwatch Square Cloth electronics::smartwatch;
    Printer Wide Table electronics::printer;
    Sofa Wide Floor furniture::sofa;
    Armchair Tall Floor furniture::armchair;
    Chair Tall Floor furniture::chair;
    DiningTable Wide Floor furniture::table;
    Bookshelf Tall Floor furniture::bookshelf;
    Bed Wide Floor furniture::bed;
    FloorLamp Tall Floor decoration::floor_lamp;
    TableLamp Tall Table decoration::table_lamp;
    Rug Wide Floor decoration::rug;
    Quilt Square Cloth textiles::quilt;
    Mirror Tall Wall decoration::mirror;
    WallClock Square Wall decoration::wall_clock;
    LongCaseClock Tall Floor decoration::long_case_clock;
    ChestOfDrawers Wide Floor furniture::chest_of_drawers;
    Desk Wide Floor furniture::desk;
    Painting Wide Wall decoration::painting;
    Poster Tall Wall decoration::poster;
    CoffeeMaker Tall Table kitchen::coffee_maker;
    EspressoMachine Wide Table kitchen::espresso_machine;
    Kettle Square Table kitchen::kettle;
    Toaster Wide Table kitchen::toaster;
    StandMixer Square Table kitchen::stand_mixer;
    Pots Wide Table kitchen::pots;
    Knives Wide Cloth kitchen::knives;
    Refrigerator Tall Floor kitchen::refrigerator;
    WashingMachine Square Floor housework::washing_machine;
    VacuumCleaner Wide Floor housework::vacuum_cleaner;
    SewingMachine Wide Table housework::sewing_machine;
    Porcelain Wide Table tableware::porcelain;
    Cutlery Wide Cloth tableware::cutlery;
    Drill Wide Table tools::drill;
    CircularSaw Wide Table tools::saw;
    Chainsaw Wide Table tools::chainsaw;
    Toolbox Wide Concrete tools::toolbox;
    SocketSet Square Cloth sockets::socket_set;
    Ladder Tall Concrete tools::ladder;
    Lawnmower Wide Lawn tools::lawnmower;
    Grill Tall Lawn tools::grill;
    Car Wide Lawn tools::car;
    Trailer Wide Lawn tools::trailer;
    MovingBox Wide Concrete tools::moving_box;
    CityBicycle Wide Lawn cycles::city_bicycle;
    MountainBicycle Wide Lawn cycles::mountain_bicycle;
    ChildBicycle Wide Lawn cycles::child_bicycle;
    Helmet Square Table cycles::helmet;
    Tent Wide Lawn outdoors::tent;
    Backpack Tall Floor outdoors::backpack;
    Skis Tall Snow outdoors::skis;
    Snowboard Tall Snow outdoors::snowboard;
    Skates Wide Snow outdoors::skates;
    GolfBag Tall Lawn outdoors::golf_bag;
    FishingRod Wide Lawn outdoors::fishing_rod;
    Kayak Wide Sea boats::kayak;
    RowingBoat Wide Sea boats::rowing_boat;
    MotorBoat Wide Sea boats::motor_boat;
    OutboardMotor Tall Concrete boats::outboard_motor;
    LifeJacket Tall Wall boats::life_jacket;
    Sledge Wide Snow play::sledge;
    Wristwatch Square Cloth valuables::wristwatch;
    PocketWatch Square Cloth valuables::pocket_watch;
    Ring Square Table valuables::ring;
    Necklace Square Wall valuables::necklace;
    Pearls Square Wall valuables::pearls;
    Bracelet Square Cloth valuables::bracelet;
    Brooch Square Cloth valuables::brooch;
    Candlesticks Tall Table tableware::candlesticks;
    Vase Tall Table tableware::vase;
    Glassware Wide Table tableware::glassware;
    Coins Wide Cloth valuables::coins;
    Guitar Tall Floor music::guitar;
    Violin Tall Cloth music::violin;
    Piano Wide Floor music::piano;
    Books Wide Table play::books;
    Records Wide Table sound::records;
    BoardGame Wide Table play::board_game;
    Teddy Square Table play::teddy;
    DollHouse Wide Floor play::doll_house;
    BuildingBlocks Wide Table play::building_blocks;
    Pram Wide Lawn play::pram;
    Suitcase Tall Floor wardrobe::suitcase;
    Coat Tall Wall wardrobe::coat;
    Jacket Tall Wall wardrobe::jacket;
    Handbag Square Table wardrobe::handbag;
    Album Wide Cloth wardrobe::album;
    Folder Wide Cloth wardrobe::folder;
    Villa Scene Bare houses::villa;
    Cottage Scene Bare houses::cottage;
    Boathouse Scene Bare houses::boathouse;
    Shed Scene Bare houses::shed;
    Hall Scene Bare rooms::hall;
    Kitchen Scene Bare rooms::kitchen;
    LivingRoom Scene Bare rooms::living_room;
    Bedroom Scene Bare rooms::bedroom;
    Nursery Scene Bare rooms::nursery;
    Study Scene Bare rooms::study;
    Garage Scene Bare storage::garage;
    Attic Scene Bare storage::attic;
    Cellar Scene Bare storage::cellar;
    Cupboard Tall Floor storage::cupboard;
}

/// Draws a shot. The same shot always gives the same pixels.
pub fn draw(shot: Shot) -> Result<Drawing> {
    let (format, backdrop, object) = shot.subject.scene();
    let (width, height, scale) = format.frame();
    let mut canvas = Canvas::new(width, height, scale)?;
    let (across, down) = canvas.size();
    let (left, top) = format.origin(backdrop);
    let mut dice = Dice::new(shot.seed());
    let mut picture = |canvas: &mut Canvas, mirrored: bool| {
        backdrop.draw(canvas, &mut dice);
        let (x, side) = if mirrored {
            (across - left, -1.)
        } else {
            (left, 1.)
        };
        canvas.at((x, top), 0., (side, 1.), |canvas| {
            object(canvas, shot.tint.colour());
        });
    };
    match shot.view {
        View::Whole => picture(&mut canvas, false),
        View::Turned => picture(&mut canvas, true),
        View::Close => canvas.at((across * -0.28, down * -0.42), 0., (1.62, 1.62), |canvas| {
            picture(canvas, false);
        }),
    }
    let (width, height, rgb) = canvas.develop(&mut dice);
    Ok(Drawing { width, height, rgb })
}

impl Shot {
    /// What the wall, the wood and the grain of the picture follow from.
    fn seed(self) -> u32 {
        let view = match self.view {
            // Near and far are the same room.
            View::Whole | View::Close => 0,
            View::Turned => 1,
        };
        self.subject as u32 * 31 + self.tint as u32 * 7 + view * 3
    }
}

#[cfg(test)]
mod tests {
    use super::{
        ink::{Ink, WHITE},
        *,
    };

    fn shot(subject: Subject, view: View) -> Shot {
        Shot {
            subject,
            tint: Tint::Teal,
            view,
        }
    }

    #[test]
    fn a_shot_is_the_same_each_time() {
        let one = draw(shot(Subject::Camera, View::Whole)).unwrap();
        assert_eq!(one, draw(shot(Subject::Camera, View::Whole)).unwrap());
        assert_eq!(
            one.rgb.len(),
            usize::try_from(one.width * one.height * 3).unwrap()
        );
    }

    #[test]
    fn views_and_tints_differ() {
        let whole = draw(shot(Subject::Sofa, View::Whole)).unwrap();
        assert_ne!(whole, draw(shot(Subject::Sofa, View::Turned)).unwrap());
        assert_ne!(whole, draw(shot(Subject::Sofa, View::Close)).unwrap());
        let red = Shot {
            tint: Tint::Red,
            ..shot(Subject::Sofa, View::Whole)
        };
        assert_ne!(whole, draw(red).unwrap());
    }

    /// A small picture of a thing on white, where its light does not show, or of nothing.
    fn alone(subject: Subject, there: bool) -> Vec<u8> {
        let (format, backdrop, object) = subject.scene();
        let (_, _, scale) = format.frame();
        let mut canvas = Canvas::new(100, 100, scale / 10.).unwrap();
        let (across, down) = canvas.size();
        canvas.rect(0., 0., across, down, Ink::Flat(WHITE));
        if there {
            canvas.at(format.origin(backdrop), 0., (1., 1.), |canvas| {
                object(canvas, Tint::Teal.colour());
            });
        }
        canvas.develop(&mut Dice::new(1)).2
    }

    #[test]
    fn nothing_of_a_long_thing_is_cut_off() {
        let long = Subject::ALL
            .iter()
            .filter(|subject| matches!(subject.scene().0, Format::Wide | Format::Tall));
        for subject in long {
            let (with, without) = (alone(*subject, true), alone(*subject, false));
            assert_ne!(with, without, "{subject:?} is not there");
            for at in 0..with.len() {
                let (row, column) = (at / 300, at / 3 % 100);
                let at_edge = [row, column].iter().any(|place| [0, 99].contains(place));
                // The end of a soft shadow may lie there.
                let differs = with[at].abs_diff(without[at]) > 12;
                assert!(!(at_edge && differs), "{subject:?} at {column}, {row}");
            }
        }
    }

    #[test]
    fn there_are_more_things_to_draw_than_the_household_needs() {
        assert!(Subject::ALL.len() >= 70);
    }
}
