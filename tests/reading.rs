//! A paper in, proposals out: what the server reads of receipts and invoices by itself, and what it makes of a yes.
//!
//! The networks that read pictures lie where `SMARTINVENTORY_MODELS` says; `packaging/models.sh` fetches them.
#![expect(clippy::unwrap_used, reason = "a test may fail")]

#[expect(dead_code, reason = "what other tests need of it")]
mod fixtures;
#[expect(dead_code, reason = "what other tests need of it")]
mod server;

use std::{fs, io::Cursor, process::Command};

use image::ImageFormat;
use serde_json::json;
use server::{
    Server,
    client::{Part, Program, SignedIn},
    paper::{models, read},
};

/// An invoice with a text layer, as a shop's server makes it.
const INVOICE: [&str; 11] = [
    "Elbyn AB",
    "Faktura",
    "Fakturanummer: 20417",
    "Fakturadatum: 2024-03-14",
    "Artikel              Antal      Pris",
    "Vattenkokare VK 7      1      499,00",
    "Serienummer: VK7A0012345",
    "Skarvsladd 3 m         2      158,00",
    "Moms 25 %                     131,40",
    "Att betala                    657,00 kr",
    "Betalt med kort",
];

/// A receipt as a till prints it.
const SLIP: [&str; 6] = [
    "JÄRNBODEN AB",
    "2024-05-03 14:12",
    "Hammare           249,00",
    "Moms 25 %          49,80",
    "TOTALT SEK        249,00",
    "Kort",
];

/// A house that can see, its owner, and a program of theirs.
fn house() -> (Server, SignedIn, Program) {
    let server = Server::start(&["--models", &models()]);
    let owner = server.claim();
    let program = server.program(server::OWNER.0);
    (server, owner, program)
}

/// A photo of a paper: the paper drawn, and printed.
fn picture(lines: &[&str]) -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    let (paper, print) = (folder.path().join("paper.pdf"), folder.path().join("print"));
    fs::write(&paper, fixtures::pdf(lines, "")).unwrap();
    let drawn = Command::new("pdftoppm")
        .args(["-r", "110", "-png", "-singlefile"])
        .args([&paper, &print])
        .status();
    assert!(drawn.unwrap().success());
    fs::read(print.with_extension("png")).unwrap()
}

/// Sends a paper, and gives the address of the receipt in the API.
fn send(program: &Program, name: &str, paper: &[u8]) -> String {
    let reply = program.upload("/api/v1/receipts", &[Part::File(name, paper)]);
    assert_eq!(reply.status, 201, "{reply}");
    format!("/api/v1/receipts/{}", reply.json()["id"].as_str().unwrap())
}

#[test]
fn an_invoice_proposes_what_it_says_and_where_it_says_so() {
    let (server, _, program) = house();
    let receipt = send(&program, "faktura.pdf", &fixtures::pdf(&INVOICE, ""));
    let told = read(&program, &receipt);
    assert_eq!(told["reading"], "done");
    let proposed = &told["proposed"];
    assert_eq!(proposed["shop"], "Elbyn AB");
    assert_eq!(proposed["date"], "2024-03-14");
    assert_eq!(
        proposed["total"],
        json!({"amount": "657.00", "currency": "SEK"})
    );
    assert_eq!(
        proposed["vat"],
        json!({"amount": "131.40", "currency": "SEK"})
    );
    assert_eq!(
        (&proposed["number"], &proposed["payment"]),
        (&json!("20417"), &json!("card"))
    );
    let lines = proposed["lines"].as_array().unwrap();
    let kettle = &lines[0];
    assert_eq!(kettle["text"], "Vattenkokare VK 7");
    assert_eq!(kettle["price"]["amount"], "499.00");
    assert_eq!(kettle["serials"], json!(["VK7A0012345"]));
    assert_eq!(lines.len(), 2, "{lines:?}");
    let place = |field: &str| {
        let places = proposed["places"].as_array().unwrap().iter();
        let place = places.clone().find(|place| place["field"] == field);
        place.unwrap_or_else(|| panic!("no place for {field}"))["top"]
            .as_f64()
            .unwrap()
    };
    let down = [
        "shop", "number", "date", "lines[0]", "lines[1]", "vat", "total",
    ]
    .map(place);
    assert!(down.is_sorted(), "{down:?}");
    // Nothing of it is the receipt's.
    assert_eq!((&told["shop"], &told["lines"]), (&json!(""), &json!([])));
    assert_eq!(program.get("/api/v1/items").json()["items"], json!([]));
    server.stop();
}

#[test]
fn a_photo_is_read_whichever_way_it_lies() {
    let (server, _, program) = house();
    let upright = picture(&SLIP);
    let loaded = image::load_from_memory(&upright).unwrap();
    let mut turned = Cursor::new(Vec::new());
    loaded
        .rotate90()
        .write_to(&mut turned, ImageFormat::Png)
        .unwrap();
    for paper in [upright, turned.into_inner()] {
        let receipt = send(&program, "kvitto.png", &paper);
        let told = read(&program, &receipt);
        let proposed = &told["proposed"];
        assert_eq!(told["reading"], "done");
        assert_eq!(proposed["shop"], "JÄRNBODEN AB");
        assert_eq!(proposed["date"], "2024-05-03");
        assert_eq!(
            proposed["total"],
            json!({"amount": "249.00", "currency": "SEK"})
        );
        assert_eq!(proposed["lines"][0]["text"], "Hammare");
    }
    server.stop();
}

#[test]
fn a_yes_fills_the_receipt_in_and_makes_things_of_chosen_lines() {
    let (server, owner, program) = house();
    let receipt = send(&program, "faktura.pdf", &fixtures::pdf(&INVOICE, ""));
    read(&program, &receipt);
    let page = receipt.replace("/api/v1", "");
    let html = owner.get(&page).text();
    assert!(html.contains("Elbyn AB") && html.contains("VK7A0012345"));
    let revision = value(&html, "revision");
    let yes = [
        ("revision", &*revision),
        ("shop", "Elbyn AB"),
        ("on", "2024-03-14"),
        ("total", "657"),
        ("total_currency", "SEK"),
        ("purposes", "complaint"),
        ("line.0.text", "Vattenkokare VK 7"),
        ("line.0.price", "499 SEK"),
        ("line.0.quantity", "1"),
        ("line.0.serial", "VK7A0012345"),
        ("line.0.thing", "1"),
        ("line.1.text", "Skarvsladd 3 m"),
        ("line.1.price", "158 SEK"),
        ("line.1.quantity", "2"),
        ("lines", "1"),
    ];
    assert_eq!(owner.post(&format!("{page}/accept"), &yes).status, 303);
    // Whoever presses twice has one kettle.
    assert_eq!(owner.post(&format!("{page}/accept"), &yes).status, 303);
    let items = program.get("/api/v1/items").json()["items"].clone();
    assert_eq!(items.as_array().unwrap().len(), 1, "{items}");
    let id = items[0]["id"].as_str().unwrap();
    let kettle = program.get(&format!("/api/v1/items/{id}")).json();
    assert_eq!(kettle["name"], "Vattenkokare VK 7");
    assert_eq!(kettle["identifiers"][0]["text"], "VK7A0012345");
    assert_eq!(kettle["acquired"]["from"], "Elbyn AB");
    assert_eq!(kettle["acquired"]["on"], "2024-03-14");
    assert_eq!(kettle["acquired"]["price"]["amount"], "499.00");
    let told = program.get(&receipt).json();
    assert_eq!(told["shop"], "Elbyn AB");
    assert_eq!(told["lines"][0]["item"], id);
    assert_eq!(told["lines"][1]["text"], "Skarvsladd 3 m");
    assert_eq!(told["purposes"], json!(["complaint"]));
    let html = owner.get(&page).text();
    assert!(
        !html.contains("name=\"shop\""),
        "what is said is not proposed"
    );
    assert!(
        html.contains("name=\"line.0.thing\""),
        "the other line may yet become a thing"
    );
    let form = owner.get(&format!("{page}/edit?read=true")).text();
    assert!(
        form.contains("20417"),
        "what is left stands in the form to be corrected"
    );
    server.stop();
}

/// A thing with a photo of its rating plate: the address of the thing, and of the photo.
fn photographed(program: &Program, photo: &[u8]) -> (String, String) {
    let item = program.json("POST", "/api/v1/items", &json!({"name": "Torktumlare"}));
    let item = item.header("location").to_owned();
    let reply = program.upload(&format!("{item}/photos"), &[Part::File("skylt.png", photo)]);
    let id = reply.json()["attachments"][0]["id"].clone();
    (item, format!("/photos/{}", id.as_str().unwrap()))
}

#[test]
fn a_rating_plate_tells_what_the_thing_is() {
    let (server, owner, program) = house();
    let plate = [
        "Tillverkare: Nordvind AB",
        "Modell: TD-300 X",
        "230 V ~ 50 Hz 2200 W",
        "Serienr: NV24-00017",
        "IMEI: 490154203237518",
    ];
    let (item, photo) = photographed(&program, &picture(&plate));
    let reading = format!("/api/v1{photo}/reading");
    assert_eq!(program.get(&reading).json()["reading"], "unasked");
    assert_eq!(program.json("POST", &reading, &json!({})).status, 202);
    let told = read(&program, &reading);
    let proposed = &told["proposed"];
    assert_eq!(proposed["maker"], "Nordvind AB");
    assert_eq!(proposed["model"], "TD-300 X");
    assert_eq!(proposed["serials"], json!(["NV24-00017"]));
    assert_eq!(proposed["imeis"], json!(["490154203237518"]));
    assert_eq!(proposed["places"].as_array().unwrap().len(), 4);
    let html = owner.get(&format!("{photo}/read")).text();
    let revision = value(&html, "revision");
    let yes = [
        ("revision", &*revision),
        ("maker", "Nordvind AB"),
        ("serial", "NV24-00017"),
        ("imei", "490154203237518"),
    ];
    for _ in 0..2 {
        assert_eq!(owner.post(&format!("{photo}/plate"), &yes).status, 303);
    }
    let thing = program.get(&item).json();
    assert_eq!(thing["maker"], "Nordvind AB");
    assert_eq!(thing["model"], "", "what was not ticked is not said");
    assert_eq!(thing["identifiers"].as_array().unwrap().len(), 2);
    let html = owner.get(&format!("{photo}/read")).text();
    assert!(html.contains("TD-300 X") && !html.contains("name=\"serial\""));
    server.stop();
}

#[test]
fn a_barcode_needs_no_networks() {
    let server = Server::start(&[]);
    server.claim();
    let program = server.program(server::OWNER.0);
    let (_, photo) = photographed(&program, &bars());
    let reading = format!("/api/v1{photo}/reading");
    program.json("POST", &reading, &json!({}));
    let told = read(&program, &reading);
    assert_eq!(told["reading"], "done");
    assert_eq!(told["proposed"]["gtin"], "4006381333931");
    server.stop();
}

/// A picture of the bars of EAN-13 4006381333931, each three pixels wide.
fn bars() -> Vec<u8> {
    const BARS: &str = "10100011010100111010111101111010001001011001101010\
                        100001010000101000010111010010000101100110101";
    let picture = image::GrayImage::from_fn(420, 200, |x, y| {
        let bar = (x >= 60 && (40..160).contains(&y)).then(|| (x - 60) / 3);
        let is_dark = bar.is_some_and(|bar| BARS.as_bytes().get(bar as usize) == Some(&b'1'));
        image::Luma([if is_dark { 20 } else { 235 }])
    });
    let mut file = Cursor::new(Vec::new());
    picture.write_to(&mut file, ImageFormat::Png).unwrap();
    file.into_inner()
}

#[test]
fn a_broken_file_says_so_and_stays() {
    let (server, owner, program) = house();
    let mut paper = fixtures::drawn(ImageFormat::Png);
    paper.truncate(paper.len() / 2);
    let receipt = send(&program, "trasig.png", &paper);
    assert_eq!(read(&program, &receipt)["reading"], "failed");
    let html = owner.get(&receipt.replace("/api/v1", "")).text();
    assert!(html.contains("trasig.png: "), "the page says which and why");
    let documents = program.get(&format!("{receipt}/documents")).json();
    let id = documents["attachments"][0]["id"].as_str().unwrap();
    let file = program.get(&format!("/api/v1/documents/{id}/content"));
    assert_eq!(file.body, paper, "the original is as it came");
    server.stop();
}

#[test]
fn without_networks_pdfs_are_read_and_pictures_say_what_it_takes() {
    let server = Server::start(&[]);
    let owner = server.claim();
    let program = server.program(server::OWNER.0);
    let invoice = send(&program, "faktura.pdf", &fixtures::pdf(&INVOICE, ""));
    assert_eq!(read(&program, &invoice)["proposed"]["shop"], "Elbyn AB");
    let slip = send(&program, "kvitto.png", &picture(&SLIP));
    assert_eq!(read(&program, &slip)["reading"], "failed");
    let html = owner.get(&slip.replace("/api/v1", "")).text();
    assert!(html.contains("packaging/models.sh"));
    server.stop();
}

#[test]
fn what_could_not_be_seen_is_read_once_there_are_networks() {
    let folder = tempfile::tempdir().unwrap();
    let blind = Server::open(folder.path(), &[]);
    let (name, password) = server::OWNER;
    let add = ["person", "add", name, "--role", "owner", "--password-stdin"];
    blind.command(&add, password);
    let program = blind.program(name);
    let receipt = send(&program, "kvitto.png", &picture(&SLIP));
    assert_eq!(read(&program, &receipt)["reading"], "failed");
    blind.stop();
    let models = models();
    let seeing = Server::open(folder.path(), &[("SMARTINVENTORY_MODELS", models.as_ref())]);
    let told = read(&seeing.program(name), &receipt);
    assert_eq!(told["proposed"]["shop"], "JÄRNBODEN AB");
    seeing.stop();
}

/// What a hidden field of a page's form holds.
fn value(html: &str, name: &str) -> String {
    let (_, rest) = html
        .split_once(&format!("name=\"{name}\" value=\""))
        .unwrap();
    rest.split_once('"').unwrap().0.to_owned()
}
