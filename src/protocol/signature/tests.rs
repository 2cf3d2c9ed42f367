//! Which requests are taken, and why others are not.

use proptest::{prelude::*, sample::Index};

use super::*;

const TARGET: &str = "https://registry.example/v1/entries/abc";
const BODY: &[u8] = br#"{"payload":"e30"}"#;
const DIGEST: &str = "sha-256=:uZZdUmV45MgpvFRsiGpb8O5EQZS3xe9QKYKCjQRywno=:";
const NONCE_TEXT: &str = "abcdefghijklmnop";
const KEY_TEXT: &str = "A6EHv_POEL4dcN0Y50vAmWfk1jCbpQ1fHdyGZBJVMbg";

/// What was signed by another program, with the key of the bytes 0 to 31.
const SIGNATURE_TEXT: &str =
    "b+gCLiadV7/jr7FVz17ZptDr396QkcafaYMVRQe5XE8HoAoKLEQ30v2uV1fDE5lL5JM4dBQ62+G9bwcXiqWXAA==";

const COVERED: &str = r#"("@method" "@target-uri" "content-digest" "content-type")"#;
/// The parameters of that signature, in order.
const SAID: [&str; 5] = [
    ";created=1795888800",
    ";expires=1795889100",
    r#";nonce="abcdefghijklmnop""#,
    r#";keyid="A6EHv_POEL4dcN0Y50vAmWfk1jCbpQ1fHdyGZBJVMbg""#,
    r#";tag="stolen-registry-v1""#,
];

fn now() -> Timestamp {
    "2026-11-28T18:00:00Z".parse().unwrap()
}

fn later(seconds: i64) -> Timestamp {
    now() + SignedDuration::from_secs(seconds)
}

fn key(secret: u8) -> SigningKey {
    SigningKey::from_bytes(&[secret; 32])
}

fn first() -> SigningKey {
    SigningKey::from_bytes(&std::array::from_fn(|at| at.try_into().unwrap()))
}

/// A request on its way.
#[derive(Clone, Debug)]
struct Sent {
    method: String,
    target: String,
    content_type: Option<String>,
    content_digest: Option<String>,
    signature_input: String,
    signature: String,
    body: Vec<u8>,
}

impl Sent {
    /// One that puts an entry, not signed yet.
    fn put() -> Self {
        Self {
            method: "PUT".to_owned(),
            target: TARGET.to_owned(),
            content_type: Some("application/json".to_owned()),
            content_digest: Some(DIGEST.to_owned()),
            signature_input: String::new(),
            signature: String::new(),
            body: BODY.to_vec(),
        }
    }

    /// One that sends nothing, not signed yet.
    fn get() -> Self {
        Self {
            method: "GET".to_owned(),
            content_type: None,
            content_digest: None,
            body: Vec::new(),
            ..Self::put()
        }
    }

    /// Signed by our own hand.
    fn signed(mut self, keys: &[&SigningKey], nonce: &str) -> Self {
        let content = self.content_type.as_deref().map(|kind| Content {
            kind,
            body: &self.body,
        });
        let parts = Parts {
            method: &self.method,
            target: &self.target,
            content,
        };
        let headers = sign_by(&parts, keys, now(), nonce).unwrap();
        self.signature_input = headers.signature_input;
        self.signature = headers.signature;
        self.content_digest = headers.content_digest;
        self
    }

    /// Validly signed by somebody who covers and says what they like.
    fn signed_as(mut self, label: &str, covered: &str, said: &str) -> Self {
        let values = [
            ("@method", Some(&self.method)),
            ("@target-uri", Some(&self.target)),
            ("content-digest", self.content_digest.as_ref()),
            ("content-type", self.content_type.as_ref()),
        ];
        let names = covered.trim_matches(['(', ')']).split_whitespace();
        let mut base = String::new();
        for name in names {
            let value = values
                .iter()
                .find(|(known, _)| name.trim_matches('"') == *known);
            let value = value
                .and_then(|(_, value)| *value)
                .map_or("", String::as_str);
            base.extend([name, ": ", value, "\n"]);
        }
        base.extend(["\"@signature-params\": ", covered, said]);
        let signature = BareItem::ByteSequence(first().sign(base.as_bytes()).to_vec());
        let mut written = DictSerializer::new();
        written.bare_item(KeyRef::from_str(label).unwrap(), &signature);
        let comma = if self.signature.is_empty() { "" } else { ", " };
        self.signature += comma;
        self.signature += &written.finish().unwrap();
        self.signature_input
            .extend([comma, label, "=", covered, said]);
        self
    }

    fn verify(&self, now: Timestamp) -> Result<Vec<Signed>, Flaw> {
        verify(
            &Request {
                method: &self.method,
                target: &self.target,
                content_type: self.content_type.as_deref(),
                content_digest: self.content_digest.as_deref(),
                signature_input: &self.signature_input,
                signature: &self.signature,
                body: &self.body,
            },
            now,
        )
    }

    #[track_caller]
    fn is_refused(&self, why: Flaw) {
        assert_eq!(self.verify(now()), Err(why), "{}", self.signature_input);
    }

    #[track_caller]
    fn is_taken(&self) {
        assert_eq!(self.verify(now()).map(|signed| signed.len()), Ok(1));
    }
}

/// An entry that is put, signed with other parameters.
fn saying(said: &str) -> Sent {
    Sent::put().signed_as("a", COVERED, said)
}

/// The same with one of them replaced.
fn saying_instead(at: usize, said: &str) -> Sent {
    let mut all = SAID;
    all[at] = said;
    saying(&all.concat())
}

fn covering(sent: Sent, covered: &str) -> Sent {
    sent.signed_as("a", covered, &SAID.concat())
}

#[test]
fn what_we_sign_is_what_another_program_signs() {
    let sent = Sent::put().signed(&[&first()], NONCE_TEXT);
    let input = format!("sig1={COVERED}{}", SAID.concat());
    assert_eq!(sent.signature_input, input);
    assert_eq!(sent.signature, format!("sig1=:{SIGNATURE_TEXT}:"));
    assert_eq!(sent.content_digest.as_deref(), Some(DIGEST));
}

#[test]
fn a_request_without_a_body_that_another_program_signed_is_taken() {
    let sent = Sent {
        target: "https://registry.example/v1/inbox?after=&wait=30".to_owned(),
        signature_input: concat!(
            r#"inbox=("@target-uri" "@method");alg="ed25519";tag="stolen-registry-v1""#,
            r#";keyid="A6EHv_POEL4dcN0Y50vAmWfk1jCbpQ1fHdyGZBJVMbg";nonce="abcdefghijklmnop""#,
            ";expires=1795888801;created=1795888800",
        )
        .to_owned(),
        signature: concat!(
            "inbox=:6RFJnqMAZMVqbyJZilvtGabNnJEqnC5Ixw/64qEbAM9eWlKZRvUccwHX38Musd0D5sk6eIKWt5bne",
            "xKWkHplBQ==:",
        )
        .to_owned(),
        ..Sent::get()
    };
    let signed = Signed {
        key: KEY_TEXT.parse().unwrap(),
        nonce: NONCE_TEXT.to_owned(),
        created: now(),
        expires: later(1),
    };
    assert_eq!(sent.verify(now()), Ok(vec![signed]));
}

#[test]
fn components_may_stand_in_any_order() {
    for covered in [
        COVERED,
        r#"("content-type" "content-digest" "@target-uri" "@method")"#,
        r#"("@target-uri" "content-type" "@method" "content-digest")"#,
    ] {
        covering(Sent::put(), covered).is_taken();
    }
}

#[test]
fn every_component_has_to_be_covered() {
    for name in ALWAYS.into_iter().chain(OF_A_BODY) {
        let quoted = format!("\"{name}\"");
        let names = COVERED.trim_matches(['(', ')']).split(' ');
        let others: Vec<_> = names.filter(|other| *other != quoted).collect();
        assert_eq!(others.len(), 3);
        let covered = format!("({})", others.join(" "));
        covering(Sent::put(), &covered).is_refused(Flaw::MissingComponent);
    }
    covering(Sent::put(), "()").is_refused(Flaw::MissingComponent);
    covering(Sent::get(), r#"("@method")"#).is_refused(Flaw::MissingComponent);
}

#[test]
fn a_body_that_is_not_covered_is_refused_whatever_the_headers_say() {
    let bare = r#"("@method" "@target-uri")"#;
    covering(Sent::get(), bare).is_taken();
    let body = BODY.to_vec();
    covering(
        Sent {
            body,
            ..Sent::get()
        },
        bare,
    )
    .is_refused(Flaw::MissingComponent);
    for sent in [
        Sent::put(),
        Sent {
            body: Vec::new(),
            ..Sent::put()
        },
    ] {
        let untyped = Sent {
            content_type: None,
            ..sent.clone()
        };
        let undigested = Sent {
            content_digest: None,
            ..sent.clone()
        };
        for sent in [sent, untyped, undigested] {
            covering(sent, bare).is_refused(Flaw::MissingComponent);
        }
    }
}

#[test]
fn what_is_covered_has_to_be_there() {
    let sent = covering(Sent::get(), COVERED);
    sent.is_refused(Flaw::MissingComponent);
}

#[test]
fn nothing_is_covered_that_is_not_known() {
    for more in [
        r#""date""#,
        r#""@path""#,
        r#""@method""#,
        r#""@method";req"#,
        r#""content-digest";sf"#,
        "method",
        "1",
    ] {
        let covered = COVERED.replace(')', &format!(" {more})"));
        covering(Sent::put(), &covered).is_refused(Flaw::UnknownComponent);
    }
    let covered = COVERED.replace("content-type\"", "content-type\";sf");
    covering(Sent::put(), &covered).is_refused(Flaw::UnknownComponent);
}

#[test]
fn every_parameter_has_to_be_said() {
    for at in 0..SAID.len() {
        let tag = at == SAID.len() - 1;
        let flaw = if tag {
            Flaw::Unsigned
        } else {
            Flaw::MissingParameter
        };
        saying_instead(at, "").is_refused(flaw);
    }
}

#[test]
fn nothing_is_said_that_is_not_known() {
    saying_instead(0, ";created=1795888800;more").is_refused(Flaw::UnknownParameter);
}

#[test]
fn the_algorithm_is_ed25519_or_is_not_said() {
    let saying_also = |said: &str| saying(&(SAID.concat() + said));
    saying_also("").is_taken();
    saying_also(r#";alg="ed25519""#).is_taken();
    saying_also(r#";alg="hmac-sha256""#).is_refused(Flaw::WrongAlgorithm);
    saying_also(r#";alg="Ed25519""#).is_refused(Flaw::WrongAlgorithm);
    saying_also(";alg=ed25519").is_refused(Flaw::Malformed);
}

#[test]
fn a_parameter_has_its_own_form() {
    for (at, said) in [
        (0, r#";created="1795888800""#),
        (0, ";created=1795888800.0"),
        (0, ";created=999999999999999"),
        (1, ";expires=@1795889100"),
        (2, ";nonce=abcdefghijklmnop"),
        (3, ";keyid=:A6EHv/PO:"),
    ] {
        saying_instead(at, said).is_refused(Flaw::Malformed);
    }
    for key in ["", "A6EH", &format!("{KEY_TEXT}="), &"A".repeat(43)] {
        saying_instead(3, &format!(";keyid=\"{key}\"")).is_refused(Flaw::BadKey);
    }
}

#[test]
fn a_nonce_has_sixteen_to_sixty_four_letters() {
    for (length, taken) in [(0, false), (15, false), (16, true), (64, true), (65, false)] {
        let nonce = "n".repeat(length);
        let sent = saying_instead(2, &format!(";nonce=\"{nonce}\""));
        if taken {
            sent.is_taken();
        } else {
            sent.is_refused(Flaw::BadNonce);
        }
        let parts = Parts {
            method: "GET",
            target: TARGET,
            content: None,
        };
        let signed = sign(&parts, &first(), now(), &nonce);
        assert_eq!(signed.is_ok(), taken, "{length}");
    }
    let parts = Parts {
        method: "GET",
        target: TARGET,
        content: None,
    };
    let signed = sign(&parts, &first(), now(), "åäöåäöåäöåäö");
    assert_eq!(signed, Err(Flaw::BadNonce));
}

#[test]
fn a_signature_holds_for_a_second_to_five_minutes() {
    let lasting = |seconds: i64| {
        let expires = (now().as_second() + seconds).to_string();
        saying_instead(1, &format!(";expires={expires}"))
    };
    lasting(1).is_taken();
    lasting(300).is_taken();
    for seconds in [-1, 0, 301, 86_400] {
        lasting(seconds).is_refused(Flaw::BadLifetime);
    }
}

#[test]
fn a_signature_is_taken_from_a_minute_before_it_was_made_until_it_expires() {
    let sent = Sent::put().signed(&[&first()], NONCE_TEXT);
    for (seconds, expected) in [
        (-86_400, Err(Flaw::FromTheFuture)),
        (-61, Err(Flaw::FromTheFuture)),
        (-60, Ok(1)),
        (0, Ok(1)),
        (300, Ok(1)),
        (301, Err(Flaw::Stale)),
        (86_400, Err(Flaw::Stale)),
    ] {
        let verified = sent.verify(later(seconds)).map(|signed| signed.len());
        assert_eq!(verified, expected, "{seconds} s");
    }
    let moment = later(300) + SignedDuration::from_millis(1);
    assert_eq!(sent.verify(moment), Err(Flaw::Stale));
}

#[test]
fn a_body_that_is_not_the_digests_is_refused() {
    let mut sent = Sent::put().signed(&[&first()], NONCE_TEXT);
    sent.body.push(b' ');
    sent.is_refused(Flaw::WrongDigest);
    sent.body.clear();
    sent.is_refused(Flaw::WrongDigest);
    for digest in ["sha-512=:AA==:", "sha-256=:AA==:"] {
        let content_digest = Some(digest.to_owned());
        covering(
            Sent {
                content_digest,
                ..Sent::put()
            },
            COVERED,
        )
        .is_refused(Flaw::WrongDigest);
    }
    let content_digest = Some(format!("{DIGEST},{DIGEST}"));
    covering(
        Sent {
            content_digest,
            ..Sent::put()
        },
        COVERED,
    )
    .is_refused(Flaw::Malformed);
}

#[test]
fn an_unsigned_request_is_refused() {
    Sent::put().is_refused(Flaw::Unsigned);
    Sent::get().is_refused(Flaw::Unsigned);
}

#[test]
fn signatures_of_others_are_neither_here_nor_there() {
    let proxy = r#";created=1;keyid="proxy";tag="web-bot-auth""#;
    let ours = SAID.concat();
    let alone = Sent::put().signed_as("a", COVERED, proxy);
    alone.is_refused(Flaw::Unsigned);
    alone.signed_as("b", COVERED, &ours).is_taken();
    let crowd = ["a", "b", "c"]
        .into_iter()
        .fold(Sent::put(), |sent, label| {
            sent.signed_as(label, r#"("date")"#, proxy)
        });
    crowd.signed_as("d", COVERED, &ours).is_taken();
}

#[test]
fn two_keys_sign_where_one_takes_over_from_the_other() {
    let (old, new) = (key(1), key(2));
    let sent = Sent::put().signed(&[&old, &new], NONCE_TEXT);
    let signed = sent.verify(now()).unwrap();
    let keys: Vec<_> = signed.iter().map(|signed| signed.key).collect();
    assert_eq!(keys, [old.id(), new.id()]);
    // The second one's signature put in the place of the first one's, or that of both by one of them.
    let (one, other) = sent.signature.split_once(", ").unwrap();
    let swapped = format!(
        "{}, {}",
        other.replace("sig2", "sig1"),
        one.replace("sig1", "sig2")
    );
    let twice = format!("{one}, {}", one.replace("sig1", "sig2"));
    for signature in [swapped, twice] {
        Sent {
            signature,
            ..sent.clone()
        }
        .is_refused(Flaw::BadSignature);
    }
}

#[test]
fn one_key_does_not_sign_twice_and_no_more_than_two_sign() {
    let said = SAID.concat();
    let twice = saying(&said).signed_as("b", COVERED, &said);
    twice.is_refused(Flaw::TooManySignatures);
    let mut three = Sent::put().signed(&[&key(1), &key(2)], NONCE_TEXT);
    let third = Sent::put().signed(&[&key(3)], NONCE_TEXT);
    for (two, third) in [
        (&mut three.signature_input, third.signature_input),
        (&mut three.signature, third.signature),
    ] {
        two.extend([", ", &third.replace("sig1", "sig3")]);
    }
    three.is_refused(Flaw::TooManySignatures);
}

#[test]
fn a_label_names_one_signature_in_both_fields() {
    let sent = Sent::put().signed(&[&first()], NONCE_TEXT);
    let twice = |text: &str| format!("{text}, {text}");
    let changed = [
        Sent {
            signature: String::new(),
            ..sent.clone()
        },
        Sent {
            signature_input: String::new(),
            ..sent.clone()
        },
        Sent {
            signature: sent.signature.replace("sig1", "sig2"),
            ..sent.clone()
        },
        Sent {
            signature: twice(&sent.signature),
            ..sent.clone()
        },
        Sent {
            signature_input: twice(&sent.signature_input),
            ..sent.clone()
        },
        Sent {
            signature: format!("{}, sig2=:AA==:", sent.signature),
            ..sent.clone()
        },
        Sent {
            signature: format!("{};a", sent.signature),
            ..sent.clone()
        },
        Sent {
            signature: "sig1=:AA==:".to_owned(),
            ..sent.clone()
        },
        Sent {
            signature: "sig1".to_owned(),
            ..sent.clone()
        },
        Sent {
            signature_input: "sig1".to_owned(),
            ..sent.clone()
        },
    ];
    for sent in changed {
        sent.is_refused(Flaw::Malformed);
    }
}

#[test]
fn a_value_that_could_pass_for_another_component_is_refused() {
    let content_type = Some("text/plain\n\"@method\": GET".to_owned());
    covering(
        Sent {
            content_type,
            ..Sent::put()
        },
        COVERED,
    )
    .is_refused(Flaw::Malformed);
    let parts = Parts {
        method: "GET\n",
        target: TARGET,
        content: None,
    };
    assert_eq!(
        sign(&parts, &first(), now(), NONCE_TEXT),
        Err(Flaw::Malformed)
    );
}

/// Another letter in one place of a text; `None` where there is no place, or the letter is the same.
fn with_other_letter(text: &str, at: Index, other: char) -> Option<String> {
    let mut letters: Vec<char> = text.chars().collect();
    let at = (!letters.is_empty()).then(|| at.index(letters.len()))?;
    let before = std::mem::replace(&mut letters[at], other);
    (before != other).then(|| letters.into_iter().collect())
}

fn requests() -> impl Strategy<Value = Sent> {
    let content = (
        prop::option::of("[a-z]{1,8}/[a-z+;= ]{0,8}[a-z]"),
        prop::collection::vec(any::<u8>(), 0..60),
    );
    let parts = (
        "[A-Z]{3,6}",
        "https://[a-z]{1,8}/[a-zA-Z0-9/?=&%.]{0,20}",
        content,
    );
    parts.prop_map(|(method, target, (content_type, body))| Sent {
        method,
        target,
        body: content_type.as_ref().map(|_| body).unwrap_or_default(),
        content_type,
        ..Sent::get()
    })
}

proptest! {
    #[test]
    fn what_is_signed_is_taken(
        sent in requests(),
        secrets in any::<[[u8; 32]; 2]>(),
        both: bool,
        nonce in "[ -~]{14}[!-~]{2,50}".prop_filter("no space around", |nonce| !nonce.starts_with(' ')),
    ) {
        prop_assume!(secrets[0] != secrets[1]);
        let keys = secrets.map(|secret| SigningKey::from_bytes(&secret));
        let keys: Vec<_> = keys.iter().take(if both { 2 } else { 1 }).collect();
        let signed = sent.signed(&keys, &nonce).verify(now()).unwrap();
        prop_assert_eq!(signed.len(), keys.len());
        for (signed, key) in signed.iter().zip(keys) {
            let expected = Signed {
                key: key.id(),
                nonce: nonce.clone(),
                created: now(),
                expires: later(300),
            };
            prop_assert_eq!(signed, &expected);
        }
    }

    #[test]
    fn no_letter_of_a_signed_request_can_be_changed(
        sent in requests(),
        both: bool,
        which in 0..7,
        at: Index,
        other in prop_oneof![4 => prop::char::range(' ', '~'), 1 => any::<char>()],
    ) {
        let (one, two) = (key(1), key(2));
        let keys = if both { vec![&one, &two] } else { vec![&one] };
        let mut sent = sent.signed(&keys, NONCE_TEXT);
        let before = sent.verify(now());
        prop_assert!(before.is_ok());
        let field = match which {
            0 => &mut sent.method,
            1 => &mut sent.target,
            2 => sent.content_type.get_or_insert_default(),
            3 => sent.content_digest.get_or_insert_default(),
            4 => &mut sent.signature_input,
            5 => &mut sent.signature,
            _ => {
                prop_assume!(!sent.body.is_empty());
                let at = at.index(sent.body.len());
                sent.body[at] ^= 1 << (other as u32 % 8);
                prop_assert_eq!(sent.verify(now()), Err(Flaw::WrongDigest));
                return Ok(());
            }
        };
        // A header that was not there is changed by being there at all.
        if !field.is_empty() {
            let changed = with_other_letter(field, at, other);
            prop_assume!(changed.is_some());
            *field = changed.unwrap_or_default();
        }
        // Without its tag, one of two signatures is somebody else's; the other tells of one key alone.
        let after = sent.verify(now());
        prop_assert!(after.is_err() || both && after != before, "{:?}", sent);
    }

    #[test]
    fn no_request_is_taken_because_of_strange_headers(
        headers in any::<[String; 4]>(),
        dictionaries in prop::array::uniform4("[ab]=[a-z0-9=;,(): \"@/-]{0,40}"),
        body: Vec<u8>,
    ) {
        for [input, signature, digest, kind] in [headers, dictionaries] {
            let sent = Sent {
                signature_input: input,
                signature,
                content_digest: Some(digest),
                content_type: Some(kind),
                body: body.clone(),
                ..Sent::put()
            };
            prop_assert!(sent.verify(now()).is_err());
        }
    }
}
