//! Who opens a sealed message, and what its length tells.

use proptest::prelude::*;

use super::*;
use crate::protocol::encoding;

const SECRET: [u8; 32] = [9; 32];

fn owner() -> ContactSecret {
    ContactSecret::derive(&[1; 32])
}

/// Sealed by another program about `entry` for the recipient of RFC 9180, appendix A.2.1.
const RECIPIENT: &str = "GsAfGB_fnzUnl2VRYcWLdcZWpswnFty2Y3Lag1VC4d8";
const SEALED_TEXT: &str = concat!(
    "E75P6uryBMf9M1j8nAByGIHRdCeBKCJ-xnTzf3_pe22dNNW1zuzLlrBCBJEp6LqrLQVXNpM4n9chCBktcQfJyBG40Cfs9h3YS1bdH9xUjVJdxih5836r",
    "pFUboNvkRvkVRHLUsRgi8mtU339rW6GtxH96s0XZwZ7YOB5cBcVOjo7P-adqzqRUtet8gix61SxOH0X0uATDf5z925IkY-6NvKAWHubkRwqw5h2JvnDY",
    "gqdv0nT-tduzgHRMX3J4MjppcfZO8q-IW9EzE8g3QO2CsWyNqaqye-m6P4R7pVsGEE-zngDzavC1fZ41gPXcrUTS2qhkY-_puXUYhUk_YtSFg2qGipks",
    "wVeZaEtuclxCfqKQdxr7YaLFVEvADxGqG__nLpVtpSDwvWIvq-kKZneMuw",
);

#[test]
fn a_message_sealed_by_another_program_opens() {
    let recipient = ContactSecret::derive(&encoding::read_exactly(RECIPIENT).unwrap());
    let sealed = encoding::read(SEALED_TEXT).unwrap();
    let opened = open(&sealed, &recipient, b"entry").unwrap();
    assert_eq!(opened, "Jag såg cykeln i Majorna.".as_bytes());
}

#[test]
fn messages_of_about_one_length_are_sealed_to_one_length() {
    let length = |message: usize| {
        let message = vec![7; message];
        seal(&message, owner().key(), b"", &SECRET).unwrap().len()
    };
    let first = ENCAPSULATED + BLOCK + AUTHENTIC;
    assert_eq!([0, 1, 252].map(length), [first; 3]);
    assert_eq!([253, 508].map(length), [first + BLOCK; 2]);
    assert_eq!(length(MESSAGE), SEALED);
}

#[test]
fn a_message_is_large_at_most() {
    let larger = vec![7; MESSAGE + 1];
    let sealed = seal(&larger, owner().key(), b"", &SECRET);
    assert_eq!(sealed, Err(Flaw::TooLarge));
    let sealed = vec![7; SEALED + 1];
    assert_eq!(open(&sealed, &owner(), b""), Err(Flaw::TooLarge));
}

#[test]
fn what_is_too_short_to_be_sealed_is_refused() {
    for length in 0..ENCAPSULATED {
        let opened = open(&vec![9; length], &owner(), b"");
        assert_eq!(opened, Err(Flaw::Malformed));
    }
    for length in [ENCAPSULATED, ENCAPSULATED + AUTHENTIC] {
        assert_eq!(open(&vec![9; length], &owner(), b""), Err(Flaw::Sealed));
    }
}

#[test]
fn an_encapsulated_key_that_shares_no_secret_opens_nothing() {
    let mut sealed = seal(b"a", owner().key(), b"", &SECRET).unwrap();
    sealed[..ENCAPSULATED].fill(0);
    assert_eq!(open(&sealed, &owner(), b""), Err(Flaw::Sealed));
}

#[test]
fn a_message_is_padded_in_one_way_only() {
    let padded = pad(b"Hej").unwrap();
    assert_eq!(unpad(&padded), Some(b"Hej".to_vec()));
    let changed = |at: usize, byte: u8| {
        let mut changed = padded.to_vec();
        changed[at] = byte;
        changed
    };
    let longer = [padded.as_slice(), &[0; BLOCK]].concat();
    let others = [
        changed(BLOCK - 1, 1),
        changed(LENGTH - 1, 2),
        changed(LENGTH - 2, 1),
        changed(0, 0xff),
        padded[..BLOCK - 1].to_vec(),
        longer,
        vec![0; LENGTH],
        Vec::new(),
    ];
    for other in others {
        assert_eq!(unpad(&other), None, "{other:?}");
    }
}

#[test]
fn a_secret_that_comes_twice_gives_no_two_messages_one_key() {
    let sealed = [b"a", b"b"].map(|message| seal(message, owner().key(), b"", &SECRET).unwrap());
    assert_ne!(sealed[0][..ENCAPSULATED], sealed[1][..ENCAPSULATED]);
}

proptest! {
    #[test]
    fn what_is_sealed_opens_for_its_key_and_about_its_subject_alone(
        message in prop::collection::vec(any::<u8>(), 0..600),
        about: Vec<u8>,
        other: Vec<u8>,
        secrets in any::<[[u8; 32]; 3]>(),
    ) {
        prop_assume!(about != other && secrets[0] != secrets[1]);
        let [owner, stranger] = [0, 1].map(|at| ContactSecret::derive(&secrets[at]));
        let sealed = seal(&message, owner.key(), &about, &secrets[2]).unwrap();
        prop_assert_eq!(open(&sealed, &owner, &about), Ok(message));
        prop_assert_eq!(open(&sealed, &owner, &other), Err(Flaw::Sealed));
        prop_assert_eq!(open(&sealed, &stranger, &about), Err(Flaw::Sealed));
    }

    #[test]
    fn no_byte_of_a_sealed_message_can_be_changed(at: prop::sample::Index, other: u8) {
        let mut sealed = seal(b"Hej", owner().key(), b"entry", &SECRET).unwrap();
        let at = at.index(sealed.len());
        prop_assume!(sealed[at] != other);
        sealed[at] = other;
        prop_assert_eq!(open(&sealed, &owner(), b"entry"), Err(Flaw::Sealed));
    }

    #[test]
    fn any_bytes_open_or_do_not(bytes: Vec<u8>) {
        prop_assert!(open(&bytes, &owner(), b"").is_err());
        let _ = unpad(&bytes);
    }
}
