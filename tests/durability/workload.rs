//! A day of a household: everything that is ever written, once or twice.

use serde_json::{Value, json};

use crate::{
    fixtures,
    server::{
        Server,
        client::{Client, Part, Program},
    },
};

/// Somebody to hear of each answer that said that something was done.
pub trait Witness {
    /// The server has said that it is done; `changes` is the number of the newest change since.
    fn done(&mut self, client: &Client);
    /// The server has signed somebody in with this secret.
    fn signed_in(&mut self, secret: &str);
}

/// The password of everybody in the tests.
pub const PASSWORD: &str = "ett gott lösenord";

/// Makes the first person and a token for them.
pub fn begin(server: &Server) -> String {
    let add = ["person", "add", "Astrid", "--role", "owner"];
    server.command(&[&add[..], &["--password-stdin"]].concat(), PASSWORD);
    let token = server.command(&["token", "create", "--person", "Astrid"], "");
    token.trim().to_owned()
}

/// Adds, edits, photographs, files, moves, removes, takes back, and lets people come and go.
pub fn morning(server: &Server, program: &Program, witness: &mut impl Witness) {
    witness.done(program);
    let (_, secret) = sign_in(server, "Astrid");
    witness.signed_in(&secret);
    let mut day = Day { program, witness };
    let astrid = text(&program.get("/api/v1/people").json()["people"][0]["id"]);
    let cellar = day.make("/places", &json!({"name": "Källaren"}));
    let attic = day.make("/places", &json!({"name": "Vinden"}));
    let bicycle = day.make("/items", &json!({"name": "Damcykel", "place": cellar}));
    let kayak = day.make("/items", &json!({"name": "Havskajak", "maker": "Point 65"}));
    let diary = json!({"name": "Dagbok", "private": true, "owners": [{"person": astrid}]});
    let diary = day.make("/items", &diary);
    let sewing = day.make("/items", &json!({"name": "Symaskin"}));
    day.change(
        "PATCH",
        &format!("/items/{sewing}"),
        &json!({"notes": "Årlig service"}),
    );
    let photo = fixtures::photo(1);
    day.send_file(&format!("/items/{bicycle}/photos"), "cykel.jpg", &photo);
    // The same bytes belong to two things: they are kept once.
    let shared = day.send_file(&format!("/items/{kayak}/photos"), "kajak.jpg", &photo);
    let other = fixtures::photo(3);
    day.send_file(&format!("/places/{cellar}/photos"), "hylla.jpg", &other);
    let receipt = "Kvitto på en symaskin\n".repeat(500);
    day.send_file(
        &format!("/items/{sewing}/documents"),
        "kvitto.txt",
        receipt.as_bytes(),
    );
    let slip = day.file_receipt("slip.jpg", &other);
    let told = json!({"shop": "Sybutiken", "on": "2024-05-03", "purposes": ["complaint"], "lines": [{"item": sewing}]});
    day.change("PATCH", &format!("/receipts/{slip}"), &told);
    let promise = json!({"provider": "Sybutiken", "length": "P10Y", "proof": slip});
    let promise = day.make(&format!("/items/{sewing}/warranties"), &promise);
    let fault = json!({"problem": "Hoppar över stygn", "against": "warranty", "warranty": promise});
    let fault = day.make(&format!("/items/{sewing}/claims"), &fault);
    let mended = json!({"opened": "2024-06-01", "outcome": "repaired", "closed": "2024-06-20"});
    day.change("PATCH", &format!("/claims/{fault}"), &mended);
    day.send_file(
        &format!("/claims/{fault}/documents"),
        "arbetsorder.txt",
        b"Ny spole",
    );
    let oiled =
        json!({"what": "Olja", "rhythm": "after_done", "every": "P6M", "first": "2024-05-03"});
    let oil = day.make(&format!("/items/{sewing}/upkeep"), &oiled);
    let done = json!({"what": "Olja", "on": "2024-06-01", "by": "Astrid", "cost": {"amount": "49", "currency": "SEK"}, "plan": oil});
    let done = day.make(&format!("/items/{sewing}/jobs"), &done);
    day.send_file(&format!("/jobs/{done}/photos"), "oljad.jpg", &other);
    let loan = json!({"to": "Märta", "since": "2024-07-01", "due": "2024-08-01"});
    let loan = day.make(&format!("/items/{sewing}/loans"), &loan);
    day.change(
        "PATCH",
        &format!("/loans/{loan}"),
        &json!({"back": "2024-08-05"}),
    );
    let story = json!({"title": "Brudklänningen", "text": "Syddes på en natt.", "on": "1951-06"});
    let story = day.make(&format!("/items/{sewing}/memories"), &story);
    day.send_file(
        &format!("/memories/{story}/documents"),
        "berättat.txt",
        b"Hela natten",
    );
    let meant = json!({"to": "Nils"});
    let meant = day.make(&format!("/items/{sewing}/bequests"), &meant);
    day.change(
        "PATCH",
        &format!("/bequests/{meant}"),
        &json!({"open": true}),
    );
    let burglary = day.break_in(&kayak, &sewing, &other);
    day.insure(&burglary);
    day.divide(&sewing);
    day.look_over(&sewing, &bicycle);
    let child = json!({"name": "Nils", "role": "child", "password": PASSWORD});
    let child = day.make("/people", &child);
    day.make("/people", &json!({"name": "Gäst", "role": "guest"}));
    let (_, secret) = sign_in(server, "Astrid");
    day.witness.signed_in(&secret);
    day.change(
        "PATCH",
        &format!("/people/{child}"),
        &json!({"name": "Nisse"}),
    );
    day.bulk(
        &[&bicycle, &kayak, &sewing],
        &json!({"do": "move", "place": attic}),
    );
    day.change(
        "PATCH",
        &format!("/items/{kayak}"),
        &json!({"name": "Turkajak"}),
    );
    day.undo();
    day.change("DELETE", &format!("/items/{bicycle}"), &Value::Null);
    day.change("POST", &format!("/items/{bicycle}/restore"), &Value::Null);
    day.change("DELETE", &format!("/photos/{shared}"), &Value::Null);
    day.change("POST", "/bin/purge", &json!({"attachments": [shared]}));
    day.bulk(&[&bicycle, &diary], &json!({"do": "remove"}));
    day.change("DELETE", &format!("/places/{cellar}"), &Value::Null);
}

/// Goes on after the program was started again: the bin is emptied, and what lay in it comes back from a new upload.
pub fn evening(program: &Program, witness: &mut impl Witness) {
    let mut day = Day { program, witness };
    day.change("POST", "/bin/empty", &Value::Null);
    let bicycle = day.make("/items", &json!({"name": "Herrcykel"}));
    day.send_file(
        &format!("/items/{bicycle}/photos"),
        "cykel.jpg",
        &fixtures::photo(1),
    );
    day.make("/tags", &json!({"name": "sommar"}));
    day.change("PATCH", "/household", &json!({"name": "Familjen Ek"}));
    let nisse = &program.get("/api/v1/people").json()["people"];
    let nisse = nisse
        .as_array()
        .unwrap()
        .iter()
        .find(|person| person["name"] == "Nisse");
    let nisse = text(&nisse.unwrap()["id"]);
    day.change("DELETE", &format!("/people/{nisse}"), &Value::Null);
    day.undo();
}

/// Signs somebody in, and gives the cookie: its name and the secret.
pub fn sign_in(server: &Server, name: &str) -> (String, String) {
    let fields = [("name", name), ("password", PASSWORD)];
    let reply = server.anonymous().post("/sign-in", &fields);
    let cookies = reply.headers.get_all("set-cookie");
    let mut values = cookies.iter().filter_map(|cookie| cookie.to_str().ok());
    let cookie = values.find(|cookie| cookie.contains("-session="));
    let cookie = cookie.unwrap_or_else(|| panic!("{reply}"));
    let (name, value) = cookie.split(';').next().unwrap().split_once('=').unwrap();
    (name.to_owned(), value.to_owned())
}

/// The number of the newest change.
pub fn newest(client: &Client) -> u64 {
    let changes = client.get("/api/v1/changes?limit=1").json();
    changes["changes"][0]["number"].as_u64().unwrap_or(0)
}

struct Day<'a, W> {
    program: &'a Program,
    witness: &'a mut W,
}

impl<W: Witness> Day<'_, W> {
    fn make(&mut self, path: &str, body: &Value) -> String {
        text(&self.change("POST", path, body)["id"])
    }

    fn change(&mut self, method: &str, path: &str, body: &Value) -> Value {
        let reply = self.program.json(method, &format!("/api/v1{path}"), body);
        assert!(reply.status.is_success(), "{method} {path} {reply}");
        self.witness.done(self.program);
        if reply.body.is_empty() {
            Value::Null
        } else {
            reply.json()
        }
    }

    /// Tells of a burglary: what is gone and paid for, what was damaged, and how the window looks.
    fn break_in(&mut self, gone: &str, damaged: &str, window: &[u8]) -> String {
        let burglary = json!({
            "kind": "burglary", "from": "2024-09-01T18:30", "to": "2024-09-02", "police_number": "5000-K1-24",
            "insurer": "Bolaget", "items": [gone],
            "contacts": [{"on": "2024-09-02", "with": "Polisen", "said": "Anmält"}],
        });
        let burglary = self.make("/incidents", &burglary);
        let answer = |item| format!("/incidents/{burglary}/losses/{item}");
        self.change("PUT", &answer(damaged), &json!({"fate": "damaged"}));
        let loss = self.change("PUT", &answer(gone), &json!({"fate": "gone"}));
        let paid = json!({
            "settlement": "paid", "settled_on": "2024-10-01", "by": "Bolaget",
            "amount": {"amount": "9000", "currency": "SEK"},
        });
        self.change("PATCH", &format!("/losses/{}", text(&loss["id"])), &paid);
        self.send_file(
            &format!("/incidents/{burglary}/photos"),
            "fönster.jpg",
            window,
        );
        burglary
    }

    /// Insures the home, and claims from the policy what the burglary took.
    fn insure(&mut self, burglary: &str) {
        let kronor = |amount: &str| json!({"amount": amount, "currency": "SEK"});
        let insured = json!({"insurer": "Bolaget", "sum_insured": kronor("1000000")});
        let insured = self.make("/policies", &insured);
        let row = json!({"kind": "other", "basis": "new", "steps": [{"months": 12, "percent": 100}], "then": 40});
        let own = json!({"deductible": kronor("1500"), "table": {"version": "2026-01-01", "rows": [row]}});
        self.change("PATCH", &format!("/policies/{insured}"), &own);
        // Without pictures, for a report keeps what it shows, and the first photo goes and comes back.
        let claim =
            json!({"kind": "insurance_claim", "incident": burglary, "leave_out": ["pictures"]});
        let claim = self.make("/reports", &claim);
        let shares = format!("/incidents/{burglary}/shares");
        let link = json!({"reports": [claim], "label": "Eva"});
        self.change("POST", &shares, &link);
    }

    /// Goes an inventory round: one thing is there, another is missing.
    fn look_over(&mut self, seen: &str, gone: &str) {
        let round = self.make("/rounds", &json!({"name": "Årets runda"}));
        for (item, finding) in [(seen, "seen"), (gone, "gone")] {
            let answer = format!("/rounds/{round}/sightings/{item}");
            self.change("PUT", &answer, &json!({"finding": finding}));
        }
        self.change("POST", &format!("/rounds/{round}/end"), &json!({}));
    }

    /// Divides a thing, which is taken.
    fn divide(&mut self, item: &str) {
        let parties = json!([{"name": "Anna"}, {"name": "Bo"}]);
        let division = json!({"name": "Hemmet", "parties": parties, "things": {"items": [item]}});
        let division = self.make("/divisions", &division);
        let take = json!({"move": "take", "lot": item, "turn": 0});
        self.change("POST", &format!("/divisions/{division}/moves"), &take);
    }

    fn bulk(&mut self, ids: &[&str], operation: &Value) {
        self.change(
            "POST",
            "/items/bulk",
            &json!({"ids": ids, "operation": operation}),
        );
    }

    fn undo(&mut self) {
        let newest = newest(self.program);
        self.change("POST", &format!("/changes/{newest}/undo"), &Value::Null);
    }

    fn send_file(&mut self, path: &str, name: &str, bytes: &[u8]) -> String {
        text(&self.send(path, name, bytes)["attachments"][0]["id"])
    }

    fn file_receipt(&mut self, name: &str, bytes: &[u8]) -> String {
        text(&self.send("/receipts", name, bytes)["id"])
    }

    fn send(&mut self, path: &str, name: &str, bytes: &[u8]) -> Value {
        let reply = self
            .program
            .upload(&format!("/api/v1{path}"), &[Part::File(name, bytes)]);
        assert!(reply.status.is_success(), "{path} {reply}");
        self.witness.done(self.program);
        reply.json()
    }
}

fn text(value: &Value) -> String {
    value
        .as_str()
        .unwrap_or_else(|| panic!("{value}"))
        .to_owned()
}
