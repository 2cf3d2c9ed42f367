//! Specimen pages: every part with believable content, written to a folder to be looked at in a browser.
//!
//! `SPECIMEN_DIR=… cargo test --lib specimen -- --ignored`, then serve the folder. Photos `0.jpg`, `1.jpg`… in its `photos` are used.

use std::{fs, path::Path};

use maud::{Markup, Render, html};

use super::{
    asset,
    banner::{Banner, Toast},
    breadcrumb::Breadcrumb,
    bulk::{Bulk, Picking},
    button::Button,
    card::{Card, Cards},
    empty::Empty,
    facet::{Chips, Choice as Filter, Facets, Group},
    facts::Facts,
    form::{Choice, Control, Field, Form, Part, QuickAdd, Upload},
    icon::Icon,
    layout::{Bare, Page},
    list::{List, Row},
    look::{Look, Me, Section, Theme, View},
    menu::Menu,
    pager::Pager,
    photo::{Arrange, Gallery, Photo},
    table::{Column, Line, Order, Table},
    tile::{Tile, Tiles},
    timeline::{Change, Event, Timeline},
    tree::{Node, Tree},
    versions::{Difference, Versions},
};
use crate::{domain::lang::Lang, error::Invalid};

const THINGS: [(&str, &str, &str, Icon); 12] = [
    ("Kajak Point 65", "Båthuset", "14 900 kr", Icon::Boat),
    ("Symaskin", "Arbetsrummet", "3 200 kr", Icon::Tool),
    ("Farmors matsilver", "Linneskåpet", "18 000 kr", Icon::Pot),
    ("Cykel Crescent", "Cykelrummet", "6 500 kr", Icon::Bike),
    ("Soffa Söderhamn", "Vardagsrummet", "9 995 kr", Icon::Sofa),
    ("Systemkamera", "Hallbyrån", "11 400 kr", Icon::Camera),
    ("Gitarr Levin 1962", "Musikhörnan", "8 000 kr", Icon::Music),
    (
        "Nalle Puh, första upplagan",
        "Bokhyllan",
        "1 200 kr",
        Icon::Book,
    ),
    (
        "Skridskor, barn 32",
        "Källarförrådet · Låda 7",
        "300 kr",
        Icon::Shirt,
    ),
    ("Slagborr", "Snickarboden", "1 850 kr", Icon::Tool),
    ("Armbandsur", "Kassaskåpet", "24 000 kr", Icon::Jewel),
    ("TV 55 tum", "Vardagsrummet", "7 990 kr", Icon::Screen),
];

fn photo(number: usize, caption: Option<&str>) -> Option<Photo> {
    let dir = std::env::var("SPECIMEN_DIR").ok()?;
    let address = format!("/photos/{number}.jpg");
    Path::new(&dir).join(&address[1..]).exists().then(|| Photo {
        id: number.to_string(),
        small: address.clone(),
        large: address.clone(),
        original: address,
        width: 1600,
        height: 1200,
        caption: caption.map(Into::into),
    })
}

fn cards(look: &Look) -> Cards {
    let card = |(number, (name, place, value, icon)): (usize, &(&str, &str, &str, Icon))| {
        let card = Card::new(*name, format!("/items/{number}"), *icon)
            .cover(photo(number, None))
            .place(Some((*place).into()))
            .value(Some((*value).into()))
            .pick(
                number.to_string(),
                format!("{} {name}", look.text("ui-pick")),
            );
        if number == 10 {
            card.badge(Icon::Lock, "Privat")
        } else {
            card
        }
    };
    Cards(THINGS.iter().enumerate().map(card).collect())
}

fn home(look: &Look) -> Markup {
    let attention = List(vec![
        Row::icon(Icon::Photo, "7 bilder väntar på namn")
            .href("/tray")
            .urgent(),
        Row::icon(Icon::Receipt, "Garantin på tvättmaskinen går ut")
            .text("om 12 dagar")
            .href("/items/4"),
    ]);
    let body = html! {
        (attention)
        div.only-full { (Tiles(vec![
            Tile { label: "saker".into(), number: "412".into(), href: "/items".into() },
            Tile { label: "platser".into(), number: "38".into(), href: "/places".into() },
            Tile { label: "värt tillsammans".into(), number: "486 300 kr".into(), href: "/items?sort=value".into() },
            Tile { label: "utan bild".into(), number: "23".into(), href: "/items?photo=no".into() },
        ])) }
        section.section {
            div.section-head { h2 { "Senast tillagda" } a href="/items" { "Visa alla" } }
            (Cards(cards(look).0.into_iter().take(8).collect()))
        }
    };
    Page::new(look, "Hemma hos Holms", body).render()
}

fn facets(look: &Look) -> Markup {
    let group = |label: &str, choices: &[(&str, usize, bool)]| {
        let filter = |(label, count, on): &(&str, usize, bool)| Filter {
            label: (*label).into(),
            count: *count,
            href: "/items".into(),
            on: *on,
            depth: 0,
        };
        Group::new(label, choices.iter().map(filter).collect())
    };
    let groups = vec![
        group(
            "Plats",
            &[
                ("Villan", 287, true),
                ("Stugan", 81, false),
                ("Båthuset", 22, false),
                ("Förrådet i Solna", 22, false),
            ],
        ),
        group(
            "Kategori",
            &[
                ("Möbler", 64, false),
                ("Elektronik", 58, false),
                ("Kök", 47, false),
                ("Verktyg", 41, false),
                ("Kläder", 30, false),
                ("Böcker", 22, false),
                ("Sport", 18, false),
                ("Musik", 7, false),
            ],
        ),
        group(
            "Ägare",
            &[
                ("Maria", 120, false),
                ("Nils", 98, false),
                ("Alla", 69, true),
            ],
        ),
        Group::fields(
            "Värde",
            html! { div.input-pair { (Field::text("from", "Från").value("500")) (Field::text("to", "Till")) } },
        ),
    ];
    Facets {
        look,
        groups,
        on: 2,
    }
    .render()
}

fn list(look: &Look, table: bool) -> Markup {
    let columns = || {
        vec![
            Column::new("Namn").sort("/items", Some(Order::Rising)),
            Column::new("Plats").sort("/items", None),
            Column::new("Ägare"),
            Column::new("Köpt").sort("/items", None),
            Column::new("Värde").sort("/items", None).number(),
        ]
    };
    let line = |(number, (name, place, value, _)): (usize, &(&str, &str, &str, Icon))| Line {
        pick: Some((number.to_string(), format!("Välj {name}"))),
        cells: vec![
            html! { a href="/items/1" data-move { (name) } },
            html! { (place) },
            html! { "Maria" },
            html! { "2021" },
            html! { (value) },
        ],
    };
    let tools = html! { div.tools {
        (Picking(look))
        (Menu::new("Senast ändrade").named(Icon::Sort).row(Button::link("Namn", "/items")).row(Button::link("Värde", "/items")))
        @if table { (Button::link("Kort", "/items?as=cards").icon(Icon::Cards).alone()) }
        @else { (Button::link("Tabell", "/items?as=table").icon(Icon::Table).alone()) }
    } };
    let body = html! {
        div.split.is-filtered {
            (facets(look))
            div.stack {
                (tools)
                (Chips { look, chips: vec![("Villan".into(), "/items".into()), ("Ägare: Alla".into(), "/items".into())], clear: "/items".into() })
                @if table {
                    (Table { look, caption: "Saker".into(), columns: columns(), lines: THINGS.iter().enumerate().map(line).collect() })
                } @else { (cards(look)) }
                (Pager::new(look, 60, 60, 287).before(Some("/items".into())).after(Some("/items?after=120".into())))
            }
        }
        (Bulk { look, action: "/items/bulk", query: "place=1", total: 287, acts: html! {
            (Button::submit("Flytta").with("do", "move").icon(Icon::Place))
            (Button::submit("Tagga").with("do", "tag").icon(Icon::Tag))
            (Button::submit("Ta bort").with("do", "remove").icon(Icon::Trash).danger())
        } })
    };
    Page::new(look, "Saker", body)
        .lead("287 av 412")
        .actions(html! { (Button::link("Spara sökningen", "/items").icon(Icon::Star).class("only-full")) })
        .render()
}

fn thing(look: &Look) -> Markup {
    let photos: Vec<_> = (0..6)
        .filter_map(|number| {
            photo(
                number,
                (number == 0).then_some("Vid bryggan, första sommaren"),
            )
        })
        .collect();
    let body = html! {
        div.split {
            (Gallery { look, name: "Kajak Point 65", photos: &photos, icon: Icon::Boat })
            div.stack {
                div.prose {
                    p { "Turkajak i glasfiber med roder. Kapellet ligger i samma låda som flytvästarna. Liten spricka i fören, lagad 2023." }
                    p.row { span.badge { (Icon::Tag) "sommar" } span.badge { (Icon::Tag) "försäkrad" } }
                }
                (Facts::new()
                    .fact("Värde i dag", "14 900 kr")
                    .fact("Ägare", "Maria ½, Nils ½")
                    .fact("Köpt", html! { "juni 2021 av " a href="/items" { "Kanotcentrum" } })
                    .fact("Pris", "18 900 kr")
                    .fact("Tillverkare", "Point 65 Sweden")
                    .fact("Serienummer", html! { span.number { "SE-P65 0042 117" } })
                    .known("Färg", Some("Röd och vit"))
                    .fact("Skick", "Gott"))
                section.section {
                    h2 { "Dokument" }
                    (List(vec![Row::icon(Icon::Receipt, "Kvitto Kanotcentrum.pdf").text("1 sida · 210 kB").href("/documents/1").end("2021")]))
                }
                section.section {
                    h2 { "Historik" }
                    (Timeline(vec![
                        Event { instant: "2026-07-01T12:00:00Z".into(), when: "1 juli 14:02".into(), what: "Maria ändrade värdet".into(),
                            changes: vec![Change { label: "Värde".into(), before: Some("16 000 kr".into()), after: Some("14 900 kr".into()) }], photos: Vec::new(),
                            restore: Some(Button::post("Återställ", "/items/1/restore").icon(Icon::Undo).small()) },
                        Event { instant: "2021-06-12T12:00:00Z".into(), when: "12 juni 2021".into(), what: "Nils lade till kajaken".into(), changes: Vec::new(), photos: photos.clone(), restore: None },
                    ]))
                }
            }
        }
    };
    Page::new(look, "Kajak Point 65", body)
        .breadcrumb(
            Breadcrumb::new("Plats")
                .step("Stugan", "/places/1")
                .step("Båthuset", "/places/2")
                .step("Hylla 2", "/places/3"),
        )
        .actions(html! {
            (Button::link("Ändra", "/items/1/edit").icon(Icon::Edit).primary())
            (Menu::new("Fler val").row(Button::link("Kopiera", "/").icon(Icon::Copy)).row(Button::link("Dela", "/").icon(Icon::Share))
                .row(Button::link("Arkivera", "/").icon(Icon::Archive)).last(Button::post("Ta bort", "/items/1/remove").icon(Icon::Trash)))
        })
        .render()
}

fn edit(look: &Look) -> Markup {
    let mut invalid = Invalid::default();
    invalid.push("price", "ui-upload-failed");
    let places = ["Villan", "Stugan", "Stugan / Båthuset"].map(|place| Choice::new(place, place));
    let words = || html! { input.input aria-label="Bildtext" placeholder="Bildtext"; };
    let arranged: Vec<_> = (0..3)
        .filter_map(|number| Some((photo(number, None)?, words())))
        .collect();
    let fields = html! {
        (Part { label: "Det viktigaste".into(), open: true, fields: html! {
            (Field::text("name", "Namn").value("Kajak Point 65").required())
            (Field::new("place", "Plats", Control::Select(places.into())).value("Stugan / Båthuset").half())
            (Field::new("category", "Kategori", Control::Suggest(vec!["Båtar".into(), "Sport".into()])).value("Båtar").half())
            (Field::new("text", "Beskrivning", Control::Area(3)).value("Turkajak i glasfiber med roder.").hint("Markdown går bra."))
        } })
        (Part { label: "Köp och värde".into(), open: true, fields: html! {
            (Field::new("price", "Pris", Control::Money { currency: "SEK".into(), currencies: vec!["SEK".into(), "EUR".into()] })
                .value("arton tusen").half().error(Some("Skriv beloppet med siffror, till exempel 18 900.".into())))
            (Field::new("acquired", "Skaffad", Control::PartialDate).value("2021-06").hint("Det räcker med år eller månad.").half())
            (Field::new("how", "Hur", Control::Radio(vec![Choice::new("bought", "Köpt"), Choice::new("gift", "Gåva"), Choice::new("inherited", "Ärvd")])).value("bought").half())
            (Field::new("insured", "Försäkrad", Control::Check).value("1").half())
        } })
        (Part { label: "Märkning och nummer".into(), open: false, fields: html! { (Field::text("serial", "Serienummer")) } })
    };
    let body = html! {
        (Form::new(look, "/items/1", fields).revision(4).refused(&invalid).cancel("/items/1"))
        section.section { h2 { "Bilder" } (Arrange { look, action: "/items/1/photos/arrange", name: "Kajak", photos: &arranged }) (Upload::photos(look, "/items/1/photos").refresh("#photos")) }
    };
    Page::new(look, "Ändra Kajak Point 65", body)
        .narrow()
        .render()
}

fn places(look: &Look) -> Markup {
    let leaf = |label: &str, icon, number: &str, things, value: &str| Node {
        label: label.into(),
        href: "/places/1".into(),
        icon: Some(icon),
        number: Some(number.into()),
        things,
        value: Some(value.into()),
        open: true,
        children: Vec::new(),
    };
    let with = |mut node: Node, children| {
        node.children = children;
        node
    };
    let box7 = leaf("Låda 7 – vinterkläder", Icon::Box, "0007", 14, "4 200 kr");
    let cellar = with(
        leaf("Källarförrådet", Icon::Storage, "0003", 52, "21 000 kr"),
        vec![
            with(
                leaf(
                    "Hyllan till vänster",
                    Icon::Cupboard,
                    "0004",
                    30,
                    "9 000 kr",
                ),
                vec![box7],
            ),
            leaf("Frysen", Icon::Box, "0012", 3, "3 500 kr"),
        ],
    );
    let villa = with(
        leaf("Villan", Icon::House, "0001", 287, "391 000 kr"),
        vec![
            leaf("Vardagsrummet", Icon::Room, "0002", 64, "120 000 kr"),
            cellar,
        ],
    );
    let cottage = with(
        leaf("Stugan", Icon::Cottage, "0020", 103, "88 000 kr"),
        vec![leaf("Båthuset", Icon::Boat, "0021", 22, "41 000 kr")],
    );
    let roots = vec![
        villa,
        cottage,
        leaf("Förrådet i Solna", Icon::Storage, "0030", 22, "7 300 kr"),
    ];
    Page::new(look, "Platser", html! { (Tree { look, roots }) })
        .lead("412 saker på 38 platser")
        .actions(html! { (Button::link("Ny plats", "/places/new").icon(Icon::Plus)) })
        .render()
}

fn conflict(look: &Look) -> Markup {
    let difference = |name: &str, label: &str, theirs: &str, mine: &str| Difference {
        name: name.into(),
        label: label.into(),
        theirs: theirs.into(),
        mine: mine.into(),
        keep_mine: true,
    };
    let versions = Versions {
        look,
        saved_by: "Maria, 14:02".into(),
        differences: vec![
            difference(
                "text",
                "Beskrivning",
                "Turkajak i glasfiber. Lagad i fören 2023.",
                "Turkajak i glasfiber med roder. Kapellet ligger i låda 7.",
            ),
            difference("value", "Värde", "14 900 kr", "15 500 kr"),
            difference("color", "Färg", "", "Röd"),
        ],
    };
    let form = Form::new(look, "/items/1", html! { (versions) })
        .revision(5)
        .cancel("/items/1");
    Page::new(look, "Ni ändrade samtidigt", html! { (form) })
        .narrow()
        .banner(Banner::warning(
            "Maria hann spara före dig. Välj vad som ska gälla; inget är borta.",
        ))
        .render()
}

fn empty(look: &Look) -> Markup {
    let empty = Empty::new(Icon::Camera, "Här ska hemmets saker stå")
        .text("Ta en bild av något du ser just nu. Resten kan du fylla i senare.")
        .step(
            Button::link("Ta första bilden", "/add")
                .icon(Icon::Camera)
                .primary(),
        )
        .step(Button::link("Lägg upp platserna", "/places/new"));
    Page::new(look, "Saker", html! { (empty) }).render()
}

fn add(look: &Look) -> Markup {
    let sticky = html! {
        (Field::new("place", "Plats", Control::Select(vec![Choice::new("1", "Källarförrådet")])))
        (Field::new("owner", "Ägare", Control::Select(vec![Choice::new("1", "Alla")])))
    };
    Page::new(
        look,
        "Lägg till",
        html! { (QuickAdd { look, action: "/add", tray: "/add/tray", name: "", sticky }) },
    )
    .narrow()
    .render()
}

fn sign_in(look: &Look) -> Markup {
    let form = html! {
        (Banner::error("Namnet eller lösenordet stämmer inte. Försök igen om 5 sekunder."))
        (Form::new(look, "/sign-in", html! {
            (Field::text("name", "Namn").value("maria").autocomplete("username"))
            (Field::new("password", "Lösenord", Control::Password).autocomplete("current-password"))
            (Field::new("stay", "Det här är min egen enhet", Control::Check).value("1"))
        }).save("Logga in"))
    };
    Bare::new(look, "Välkommen hem", form)
        .lead("Hemma hos Holms")
        .render()
}

#[test]
#[ignore = "writes pages to be looked at: SPECIMEN_DIR says where"]
fn specimen_pages() {
    let dir = std::env::var("SPECIMEN_DIR").unwrap();
    let dir = Path::new(&dir);
    for path in asset::every() {
        let to = dir.join(&asset::href(&path)[1..]);
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        fs::write(to, asset::get(&path).unwrap().bytes).unwrap();
    }
    for (view, theme) in [
        (View::Auto, Theme::Light),
        (View::Auto, Theme::Dark),
        (View::Quick, Theme::Light),
    ] {
        let look = Look {
            lang: Lang::Sv,
            view,
            theme,
            household: "Hemma hos Holms".into(),
            me: Some(Me {
                name: "Maria Holm".into(),
                writes: true,
            }),
            section: None,
            path: "/".into(),
            query: String::new(),
            narrowed: Vec::new(),
            toast: None,
        };
        let at = |section| look.clone().at(section);
        let toasted = Look {
            toast: Some(Toast::new("3 saker flyttades till Båthuset").undo("/undo")),
            ..at(Section::Things)
        };
        let pages = [
            ("home", home(&at(Section::Home))),
            ("list", list(&at(Section::Things), false)),
            ("table", list(&toasted, true)),
            ("thing", thing(&at(Section::Things))),
            ("edit", edit(&at(Section::Things))),
            ("places", places(&at(Section::Places))),
            ("conflict", conflict(&at(Section::Things))),
            ("empty", empty(&at(Section::Things))),
            ("add", add(&at(Section::Add))),
            ("sign-in", sign_in(&look)),
        ];
        for (name, page) in pages {
            let file = format!("{name}-{}-{}.html", view.tag(), theme.tag());
            fs::write(dir.join(file), page.into_string()).unwrap();
        }
    }
}
