//! What an envelope holds, and what is none.

use proptest::prelude::*;

use super::*;

fn key(secret: u8) -> SigningKey {
    SigningKey::from_bytes(&[secret; 32])
}

fn envelope(payload: &[u8]) -> Envelope {
    Envelope::sign(payload.to_vec(), &key(1)).unwrap()
}

/// Signed by another program with the key of the bytes 0 to 31.
const PAYLOAD_TEXT: &str = "eyJ2ZXJzaW9uIjoxfQ";
const SIGNATURE_TEXT: &str =
    "FkjYnGMW0WT3N2skNG-rJV8br-xiDa10mbKeFaPAA9Q6mei3BsAvxKJrWzevhdl_w_bGxK0_Y2lv-r3AN-6pCA";
const KEYID_TEXT: &str = "A6EHv_POEL4dcN0Y50vAmWfk1jCbpQ1fHdyGZBJVMbg";

/// The three members of an envelope, in order.
fn members() -> [String; 3] {
    [
        format!(r#""payload":"{PAYLOAD_TEXT}""#),
        format!(r#""signature":"{SIGNATURE_TEXT}""#),
        format!(r#""keyid":"{KEYID_TEXT}""#),
    ]
}

fn object(members: &[String]) -> String {
    format!("{{{}}}", members.join(","))
}

#[test]
fn an_envelope_by_another_program_opens_and_is_what_we_write() {
    let json = object(&members());
    let envelope = Envelope::parse(json.as_bytes()).unwrap();
    let opened = envelope.open().unwrap();
    assert_eq!(opened.payload, br#"{"version":1}"#);
    assert_eq!(opened.key.to_string(), KEYID_TEXT);
    let secret = std::array::from_fn(|at| at.try_into().unwrap());
    let ours = Envelope::sign(opened.payload.to_vec(), &SigningKey::from_bytes(&secret));
    assert_eq!(ours.unwrap(), envelope);
    let same: serde_json::Value = serde_json::from_str(&envelope.to_json()).unwrap();
    let sent: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(same, sent);
}

#[test]
fn members_may_stand_in_any_order_and_with_spaces() {
    let [payload, signature, keyid] = members();
    let json = format!(" {{\n {keyid} , {payload},\t{signature} }}\n");
    assert!(Envelope::parse(json.as_bytes()).unwrap().open().is_ok());
}

#[test]
fn an_envelope_has_each_of_its_members_once_and_no_other() {
    let all = members();
    for left_out in 0..all.len() {
        let mut some = all.to_vec();
        some.remove(left_out);
        assert_malformed(&object(&some));
    }
    for twice in &all {
        assert_malformed(&object(&[&all[..], std::slice::from_ref(twice)].concat()));
    }
    assert_malformed(&object(&[&all[..], &[r#""more":1"#.to_owned()]].concat()));
}

#[test]
fn what_is_no_object_or_more_than_one_is_refused() {
    let json = object(&members());
    assert_malformed("");
    assert_malformed("null");
    assert_malformed(&format!("{json}{json}"));
    assert_malformed(&format!("{json}x"));
    assert_malformed(&format!("\u{feff}{json}"));
    assert_malformed(&json[..json.len() - 1]);
    let list = [PAYLOAD_TEXT, SIGNATURE_TEXT, KEYID_TEXT];
    assert_malformed(&serde_json::json!(list).to_string());
    assert_malformed(&json.replace(&format!("\"{PAYLOAD_TEXT}\""), "1"));
    assert_eq!(Envelope::parse(b"{\"\xff\":1}"), Err(Flaw::Malformed));
}

#[test]
fn bytes_are_written_in_one_way_only() {
    let json = object(&members());
    for (written, otherwise) in [
        ("oxfQ\"", "oxfQ==\""),
        ("oxfQ\"", "oxfR\""),
        ("oxfQ\"", "oxfQ\\n\""),
        ("6pCA\"", "6pCB\""),
        ("6pCA\"", "6pCAA\""),
        ("6pCA\"", "6p\""),
        ("VMbg\"", "VMbh\""),
        ("-xiD", "+xiD"),
    ] {
        let other = json.replace(written, otherwise);
        assert_ne!(other, json);
        assert_malformed(&other);
    }
}

fn assert_malformed(json: &str) {
    let parsed = Envelope::parse(json.as_bytes());
    assert_eq!(parsed, Err(Flaw::Malformed), "{json}");
}

#[test]
fn a_payload_is_large_at_most() {
    let largest = envelope(&vec![7; PAYLOAD]);
    let json = largest.to_json();
    assert!(json.len() <= ENVELOPE);
    assert_eq!(Envelope::parse(json.as_bytes()), Ok(largest));
    let larger = vec![7; PAYLOAD + 1];
    assert_eq!(Envelope::sign(larger.clone(), &key(1)), Err(Flaw::TooLarge));
    let sent = json.replace(
        &encoding::write(vec![7; PAYLOAD]),
        &encoding::write(&larger),
    );
    assert_eq!(Envelope::parse(sent.as_bytes()), Err(Flaw::TooLarge));
    let spaces = " ".repeat(ENVELOPE) + &json;
    assert_eq!(Envelope::parse(spaces.as_bytes()), Err(Flaw::TooLarge));
}

#[test]
fn an_envelope_in_another_name_does_not_open() {
    let mut envelope = envelope(b"{}");
    envelope.key = key(2).id();
    assert_eq!(envelope.open(), Err(Flaw::BadSignature));
}

#[test]
fn a_signature_of_the_bare_payload_is_none_of_an_entry() {
    let mut envelope = envelope(b"{}");
    envelope.signature = key(1).sign(b"{}");
    assert_eq!(envelope.open(), Err(Flaw::BadSignature));
}

proptest! {
    #[test]
    fn what_is_signed_is_what_is_opened(payload: Vec<u8>, secret: [u8; 32]) {
        let key = SigningKey::from_bytes(&secret);
        let json = Envelope::sign(payload.clone(), &key).unwrap().to_json();
        let envelope = Envelope::parse(json.as_bytes()).unwrap();
        prop_assert_eq!(envelope.open(), Ok(Opened { payload: &payload, key: key.id() }));
        prop_assert_eq!(envelope.to_json(), json);
    }

    #[test]
    fn no_byte_of_an_envelope_can_be_changed(
        payload in prop::collection::vec(any::<u8>(), 0..40),
        at: prop::sample::Index,
        other: u8,
    ) {
        let mut json = envelope(&payload).to_json().into_bytes();
        let at = at.index(json.len());
        prop_assume!(json[at] != other);
        json[at] = other;
        let opened = Envelope::parse(&json).map(|envelope| envelope.open().is_ok());
        prop_assert_ne!(opened, Ok(true));
    }

    #[test]
    fn any_bytes_are_an_envelope_or_none(bytes: Vec<u8>, text: String) {
        let _ = Envelope::parse(&bytes);
        let [payload, signature, keyid] = [&text, SIGNATURE_TEXT, KEYID_TEXT].map(|text| serde_json::json!(text));
        let json = format!(r#"{{"payload":{payload},"signature":{signature},"keyid":{keyid}}}"#);
        let opened = Envelope::parse(json.as_bytes()).map(|envelope| envelope.open().is_ok());
        prop_assert_ne!(opened, Ok(true));
    }
}
