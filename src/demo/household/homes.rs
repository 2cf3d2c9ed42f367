//! Who the Lindqvists are, and the places that they have: villa, cottage and boat, down to the boxes.

use super::{NONE, Person, Photo, Place, Subject, Text, Tint, View};
use crate::domain::{person::Role, place::PlaceKind};

#[rustfmt::skip] // a table: one person a row
pub(super) const PEOPLE: &[Person] = &[
    Person { key: "anna", name: "Anna", role: Role::Owner, about: Text("Läkarsekreterare som vill veta var allt är.", "Medical secretary who likes to know where everything is.") },
    Person { key: "erik", name: "Erik", role: Role::Adult, about: Text("Slöjdlärare, fotograferar fåglar.", "Woodwork teacher who photographs birds.") },
    Person { key: "maja", name: "Maja", role: Role::Child, about: Text("12 år, spelar fiol och åker snowboard.", "12, plays the violin and rides a snowboard.") },
    Person { key: "ingrid", name: "Ingrid", role: Role::Guest, about: Text("Farmor, som vet historien bakom det mesta.", "Grandmother, who knows the story behind most of it.") },
];

const fn home(key: &'static str, kind: PlaceKind, name: Text, note: Text, photo: Photo) -> Place {
    Place {
        key,
        parent: None,
        kind,
        name,
        note,
        photo: Some(photo),
        guests: &[],
    }
}

const fn part(
    key: &'static str,
    parent: &'static str,
    kind: PlaceKind,
    name: Text,
    note: Text,
    photo: Option<Photo>,
) -> Place {
    Place {
        key,
        parent: Some(parent),
        kind,
        name,
        note,
        photo,
        guests: &[],
    }
}

const fn seen(subject: Subject, tint: Tint) -> Photo {
    Photo(subject, tint, View::Whole, NONE)
}

#[rustfmt::skip] // a table: one place a row
pub(super) const PLACES: &[Place] = &[
    home("villa", PlaceKind::House, Text("Villan på Åsgatan", "The house on Åsgatan"), Text("Byggd 1938. Reservnyckeln finns hos grannen Birgitta.", "Built in 1938. Birgitta next door keeps the spare key."), Photo(Subject::Villa, Tint::Yellow, View::Whole, Text("Efter att fasaden målades om", "After the new coat of paint"))),
    part("villa.hall", "villa", PlaceKind::Room, Text("Hallen", "Hall"), NONE, Some(seen(Subject::Hall, Tint::Sage))),
    part("villa.hall.wardrobe", "villa.hall", PlaceKind::Cupboard, Text("Garderoben i hallen", "Hall wardrobe"), Text("Vinterkläder längst in, sommar närmast dörren.", "Winter clothes at the back, summer by the door."), Some(seen(Subject::Cupboard, Tint::White))),
    part("villa.kitchen", "villa", PlaceKind::Room, Text("Köket", "Kitchen"), NONE, Some(seen(Subject::Kitchen, Tint::Teal))),
    part("villa.kitchen.upper", "villa.kitchen", PlaceKind::Cupboard, Text("Överskåpet vid fönstret", "Wall cupboard by the window"), NONE, None),
    part("villa.kitchen.drawer", "villa.kitchen", PlaceKind::Cupboard, Text("Översta lådan", "Top drawer"), NONE, None),
    part("villa.living", "villa", PlaceKind::Room, Text("Vardagsrummet", "Living room"), NONE, Some(seen(Subject::LivingRoom, Tint::Cream))),
    part("villa.living.bookcase", "villa.living", PlaceKind::Cupboard, Text("Bokhyllan", "Bookcase"), Text("Deckare till vänster, resten i bokstavsordning. Nästan.", "Crime on the left, the rest in alphabetical order. Almost."), Some(seen(Subject::Bookshelf, Tint::Oak))),
    part("villa.living.cabinet", "villa.living", PlaceKind::Cupboard, Text("Vitrinskåpet", "Display cabinet"), Text("Nyckeln ligger i den blå koppen.", "The key is in the blue cup."), None),
    part("villa.living.cabinet.lower", "villa.living.cabinet", PlaceKind::Cupboard, Text("Nedre hyllan", "Lower shelf"), NONE, None),
    part("villa.bedroom", "villa", PlaceKind::Room, Text("Sovrummet", "Bedroom"), NONE, Some(seen(Subject::Bedroom, Tint::Sky))),
    part("villa.bedroom.wardrobe", "villa.bedroom", PlaceKind::Cupboard, Text("Annas garderob", "Anna's wardrobe"), NONE, Some(seen(Subject::Cupboard, Tint::Sage))),
    part("villa.bedroom.wardrobe.casket", "villa.bedroom.wardrobe", PlaceKind::Box, Text("Smyckeskrinet", "Jewellery box"), Text("Bakom stickade tröjorna på tredje hyllan.", "Behind the jumpers on the third shelf."), None),
    part("villa.maja", "villa", PlaceKind::Room, Text("Majas rum", "Maja's room"), Text("Knacka först!", "Knock first!"), Some(seen(Subject::Nursery, Tint::Pink))),
    part("villa.maja.shelf", "villa.maja", PlaceKind::Cupboard, Text("Majas hylla", "Maja's shelf"), NONE, None),
    part("villa.study", "villa", PlaceKind::Room, Text("Arbetsrummet", "Study"), NONE, Some(seen(Subject::Study, Tint::Sage))),
    part("villa.study.desk", "villa.study", PlaceKind::Cupboard, Text("Skrivbordslådan", "Desk drawer"), NONE, None),
    part("villa.study.safe", "villa.study", PlaceKind::Cupboard, Text("Kassaskåpet", "Safe"), Text("Brandklass 60 minuter.", "Fire rated for 60 minutes."), None),
    part("villa.laundry", "villa", PlaceKind::Room, Text("Tvättstugan", "Laundry"), NONE, None),
    part("villa.cellar", "villa", PlaceKind::Room, Text("Källaren", "Cellar"), Text("Fuktigt på våren: inget papper här.", "Damp in spring: no paper here."), Some(seen(Subject::Cellar, Tint::Cardboard))),
    part("villa.cellar.shelf", "villa.cellar", PlaceKind::Cupboard, Text("Sporthyllan", "Sports shelf"), NONE, None),
    part("villa.attic", "villa", PlaceKind::Room, Text("Vinden", "Attic"), NONE, Some(seen(Subject::Attic, Tint::Cardboard))),
    Place { guests: &["ingrid"], ..part("villa.attic.grandmother", "villa.attic", PlaceKind::Box, Text("Farmors kartong", "Grandmother's box"), Text("Packad när Ingrid flyttade till lägenheten.", "Packed when Ingrid moved to her flat."), Some(seen(Subject::MovingBox, Tint::Cardboard))) },
    part("villa.attic.baby", "villa.attic", PlaceKind::Box, Text("Låda 7: Maja liten", "Box 7: when Maja was small"), NONE, Some(seen(Subject::MovingBox, Tint::Beige))),
    part("villa.garage", "villa", PlaceKind::Room, Text("Garaget", "Garage"), NONE, Some(seen(Subject::Garage, Tint::White))),
    part("villa.garage.bench", "villa.garage", PlaceKind::Cupboard, Text("Verktygsbänken", "Workbench"), NONE, None),
    part("villa.garage.bench.wall", "villa.garage.bench", PlaceKind::Cupboard, Text("Verktygstavlan", "Tool board"), Text("Konturerna visar var allt hänger.", "The outlines show where everything hangs."), None),
    part("villa.garage.corner", "villa.garage", PlaceKind::Other, Text("Hörnet bakom dörren", "Corner behind the door"), Text("Det som ingen vet vart det ska.", "What nobody knows where to put."), None),
    part("villa.shed", "villa", PlaceKind::Storage, Text("Redskapsboden", "Garden shed"), NONE, Some(seen(Subject::Shed, Tint::Green))),
    Place { guests: &["ingrid"], ..home("cottage", PlaceKind::Cottage, Text("Stugan på Gräsö", "The cottage on Gräsö"), Text("Vattnet stängs av i oktober. Huvudkranen sitter under trappan.", "The water is turned off in October. The main tap is under the stairs."), Photo(Subject::Cottage, Tint::Falun, View::Whole, Text("Midsommarafton", "Midsummer's Eve"))) },
    part("cottage.room", "cottage", PlaceKind::Room, Text("Storstugan", "Main room"), NONE, Some(seen(Subject::LivingRoom, Tint::Sky))),
    part("cottage.room.chest", "cottage.room", PlaceKind::Box, Text("Kistan under fönstret", "Chest under the window"), NONE, None),
    part("cottage.kitchen", "cottage", PlaceKind::Room, Text("Stugköket", "Cottage kitchen"), NONE, Some(seen(Subject::Kitchen, Tint::Sky))),
    part("cottage.loft", "cottage", PlaceKind::Room, Text("Loftet", "Loft"), Text("Två sängar till och alla kuddar.", "Two more beds and all the pillows."), None),
    part("cottage.boathouse", "cottage", PlaceKind::Storage, Text("Båthuset", "Boathouse"), NONE, Some(seen(Subject::Boathouse, Tint::Falun))),
    part("cottage.boathouse.wall", "cottage.boathouse", PlaceKind::Cupboard, Text("Krokarna på norra väggen", "Hooks on the north wall"), NONE, None),
    home("boat", PlaceKind::Boat, Text("Båten Måsen", "The boat Måsen"), Text("Plats 14 i Öregrund, maj till september.", "Berth 14 in Öregrund, May to September."), Photo(Subject::MotorBoat, Tint::Navy, View::Whole, Text("Första turen för året", "First trip of the year"))),
    part("boat.cabin", "boat", PlaceKind::Room, Text("Ruffen", "Cabin"), NONE, None),
    part("boat.cabin.locker", "boat.cabin", PlaceKind::Cupboard, Text("Stuvfacket under babords koj", "Locker under the port berth"), NONE, None),
];
