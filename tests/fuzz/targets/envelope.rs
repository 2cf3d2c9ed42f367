//! What strangers sign and seal for the theft registry: envelopes of entries, sealed messages, keys and tokens.
#![no_main]

use libfuzzer_sys::fuzz_target;
use smartinventory::protocol::{
    contact::{ContactKey, ContactSecret},
    envelope::{Envelope, PAYLOAD},
    key::{KeyId, SigningKey},
    sealing::{self, MESSAGE},
    token::ThreadToken,
};

const SECRET: [u8; 32] = [7; 32];

fuzz_target!(|sent: &[u8]| {
    if let Ok(envelope) = Envelope::parse(sent) {
        let json = envelope.to_json();
        assert_eq!(Envelope::parse(json.as_bytes()), Ok(envelope.clone()));
        if let Ok(opened) = envelope.open() {
            assert!(opened.payload.len() <= PAYLOAD);
            let longer = [opened.payload, b"x"].concat();
            signed(&longer, &json);
        }
    }
    signed(sent, "");
    sealed(sent);
    if let Ok(text) = std::str::from_utf8(sent) {
        texts(text);
    }
});

/// Whatever is signed opens, and is no other envelope.
fn signed(payload: &[u8], other: &str) {
    let key = SigningKey::from_bytes(&SECRET);
    let Ok(envelope) = Envelope::sign(payload.to_vec(), &key) else {
        assert!(payload.len() > PAYLOAD);
        return;
    };
    let opened = envelope.open().expect("our own");
    assert_eq!((opened.payload, opened.key), (payload, key.id()));
    assert_ne!(envelope.to_json(), other);
}

/// Whatever is sealed opens, and nothing else does.
fn sealed(message: &[u8]) {
    let owner = ContactSecret::derive(&SECRET);
    assert!(sealing::open(message, &owner, b"entry").is_err());
    let Ok(sealed) = sealing::seal(message, owner.key(), b"entry", &SECRET) else {
        assert!(message.len() > MESSAGE);
        return;
    };
    let opened = sealing::open(&sealed, &owner, b"entry");
    assert_eq!(opened.as_deref(), Ok(message));
    assert!(sealing::open(&sealed, &owner, b"another").is_err());
}

fn texts(text: &str) {
    if let Ok(key) = text.parse::<KeyId>() {
        assert_eq!(key.to_string(), text);
    }
    if let Ok(key) = text.parse::<ContactKey>() {
        assert_eq!(key.to_string(), text);
    }
    if let Ok(token) = text.parse::<ThreadToken>() {
        assert_eq!(token.reveal(), text);
    }
}
