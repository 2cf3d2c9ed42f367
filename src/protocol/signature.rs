//! Signed requests (RFC 9421), in the one profile that the registry takes: whole, by Ed25519, and for a few minutes only.

use std::collections::BTreeSet;

use jiff::{SignedDuration, Timestamp};
use sfv::{
    BareItem, DictSerializer, InnerList, Item, KeyRef, ListEntry, Parameters, String as Text,
};

use super::{
    Flaw,
    base::{base, line},
    digest, field,
    key::{KeyId, SIGNATURE, SigningKey},
};

/// What every signature for the registry says that it is for.
pub const TAG: &str = "stolen-registry-v1";

/// For how long a signature may hold.
pub const LIFETIME: SignedDuration = SignedDuration::from_mins(5);

/// By how much the clock of whoever signed may be ahead.
pub const AHEAD: SignedDuration = SignedDuration::from_mins(1);

/// How many letters a nonce may have.
pub const NONCE: std::ops::RangeInclusive<usize> = 16..=64;

/// How many signatures a request may have: one, or two where a key takes over from another.
const MOST: usize = 2;

const ALGORITHM: &str = "ed25519";

/// What every request has.
const ALWAYS: [&str; 2] = ["@method", "@target-uri"];
/// What a request with a body has besides.
const OF_A_BODY: [&str; 2] = ["content-digest", "content-type"];

const ALG: &KeyRef = KeyRef::constant("alg");
const CREATED: &KeyRef = KeyRef::constant("created");
const EXPIRES: &KeyRef = KeyRef::constant("expires");
const KEYID: &KeyRef = KeyRef::constant("keyid");
const NONCE_KEY: &KeyRef = KeyRef::constant("nonce");
const TAG_KEY: &KeyRef = KeyRef::constant("tag");
const PARAMETERS: [&KeyRef; 6] = [ALG, CREATED, EXPIRES, KEYID, NONCE_KEY, TAG_KEY];

/// The labels that our own signatures have, in order.
const LABELS: [&KeyRef; MOST] = [KeyRef::constant("sig1"), KeyRef::constant("sig2")];

/// A request as it came. A header on several lines is joined with a comma and a space; one that is not there is empty, or
/// `None` where it may be missing.
#[derive(Clone, Copy, Debug)]
pub struct Request<'a> {
    /// The method, such as `PUT`.
    pub method: &'a str,
    /// The whole address as its sender knew it, such as `https://registry.example/v1/entries/self?after=x`.
    pub target: &'a str,
    /// `Content-Type`.
    pub content_type: Option<&'a str>,
    /// `Content-Digest`.
    pub content_digest: Option<&'a str>,
    /// `Signature-Input`.
    pub signature_input: &'a str,
    /// `Signature`.
    pub signature: &'a str,
    /// The body; empty when there is none.
    pub body: &'a [u8],
}

/// A signature that holds. Whether its key is known, and its nonce new for that key, is for the caller to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signed {
    /// Who signed.
    pub key: KeyId,
    /// What makes the request one of its kind, until it expires.
    pub nonce: String,
    /// When it was signed.
    pub created: Timestamp,
    /// Until when it holds.
    pub expires: Timestamp,
}

/// Who signed a request: one key, or two that are not the same where one takes over from the other. Signatures with another
/// tag are somebody else's business.
///
/// # Errors
/// The [`Flaw`] that was found first, if there is any in any signature for the registry.
pub fn verify(request: &Request<'_>, now: Timestamp) -> Result<Vec<Signed>, Flaw> {
    let inputs = field::dictionary(request.signature_input)?;
    let signatures = field::dictionary(request.signature)?;
    let labels: BTreeSet<_> = inputs.keys().collect();
    if labels != signatures.keys().collect() {
        return Err(Flaw::Malformed);
    }
    let mut signed: Vec<Signed> = Vec::new();
    for (label, input) in inputs {
        let ListEntry::InnerList(input) = input else {
            return Err(Flaw::Malformed);
        };
        if text(&input.params, TAG_KEY) != Ok(TAG) {
            continue;
        }
        if signed.len() == MOST {
            return Err(Flaw::TooManySignatures);
        }
        let signature = signatures.get(&label).and_then(signature_bytes);
        let next = verify_one(request, input, &signature.ok_or(Flaw::Malformed)?, now)?;
        if signed.iter().any(|other| other.key == next.key) {
            return Err(Flaw::TooManySignatures);
        }
        signed.push(next);
    }
    if signed.is_empty() {
        return Err(Flaw::Unsigned);
    }
    if let Some(digest) = request.content_digest {
        digest::check(line(digest)?, request.body)?;
    }
    Ok(signed)
}

fn signature_bytes(signature: &ListEntry) -> Option<[u8; SIGNATURE]> {
    match signature {
        ListEntry::Item(item) if item.params.is_empty() => {
            item.bare_item.as_byte_sequence()?.try_into().ok()
        }
        _ => None,
    }
}

fn verify_one(
    request: &Request<'_>,
    input: InnerList,
    signature: &[u8; SIGNATURE],
    now: Timestamp,
) -> Result<Signed, Flaw> {
    let signed = parameters(&input.params)?;
    in_time(&signed, now)?;
    let covered = covered(&input)?;
    let mut required = ALWAYS.to_vec();
    // What stands in a head says nothing that is not signed, even above an empty body.
    let has_content = request.content_type.is_some() || request.content_digest.is_some();
    if has_content || !request.body.is_empty() {
        required.extend(OF_A_BODY);
    }
    if required.iter().any(|name| !covered.contains(name)) {
        return Err(Flaw::MissingComponent);
    }
    let components = covered.iter().map(|name| Ok((*name, request.value(name)?)));
    let components: Vec<_> = components.collect::<Result<_, _>>()?;
    let base = base(components, &field::inner_list(input));
    signed.key.verify(base.as_bytes(), signature)?;
    Ok(signed)
}

/// The names of what is covered, each known and there once.
fn covered(input: &InnerList) -> Result<Vec<&'static str>, Flaw> {
    let mut covered = Vec::new();
    for item in &input.items {
        let name = item.bare_item.as_string().ok_or(Flaw::UnknownComponent)?;
        let known = ALWAYS.into_iter().chain(OF_A_BODY);
        let known = known.into_iter().find(|known| name.as_str() == *known);
        let known = known.ok_or(Flaw::UnknownComponent)?;
        if !item.params.is_empty() || covered.contains(&known) {
            return Err(Flaw::UnknownComponent);
        }
        covered.push(known);
    }
    Ok(covered)
}

impl<'a> Request<'a> {
    fn value(&self, component: &str) -> Result<&'a str, Flaw> {
        let value = match component {
            "@method" => Some(self.method),
            "@target-uri" => Some(self.target),
            "content-digest" => self.content_digest,
            "content-type" => self.content_type,
            _ => return Err(Flaw::UnknownComponent),
        };
        line(value.ok_or(Flaw::MissingComponent)?)
    }
}

fn parameters(parameters: &Parameters) -> Result<Signed, Flaw> {
    if parameters
        .keys()
        .any(|key| !PARAMETERS.contains(&key.as_ref()))
    {
        return Err(Flaw::UnknownParameter);
    }
    if parameters.contains_key(ALG) && text(parameters, ALG)? != ALGORITHM {
        return Err(Flaw::WrongAlgorithm);
    }
    Ok(Signed {
        key: text(parameters, KEYID)?.parse()?,
        nonce: nonce(text(parameters, NONCE_KEY)?)?.to_owned(),
        created: moment(parameters, CREATED)?,
        expires: moment(parameters, EXPIRES)?,
    })
}

fn text<'a>(parameters: &'a Parameters, key: &KeyRef) -> Result<&'a str, Flaw> {
    let value = parameters.get(key).ok_or(Flaw::MissingParameter)?;
    let text = value.as_string().ok_or(Flaw::Malformed)?;
    Ok(text.as_str())
}

fn moment(parameters: &Parameters, key: &KeyRef) -> Result<Timestamp, Flaw> {
    let value = parameters.get(key).ok_or(Flaw::MissingParameter)?;
    let second = value.as_integer().ok_or(Flaw::Malformed)?;
    Timestamp::from_second(second.into()).map_err(|_| Flaw::Malformed)
}

fn nonce(nonce: &str) -> Result<&str, Flaw> {
    if NONCE.contains(&nonce.len()) && line(nonce) == Ok(nonce) {
        Ok(nonce)
    } else {
        Err(Flaw::BadNonce)
    }
}

fn in_time(signed: &Signed, now: Timestamp) -> Result<(), Flaw> {
    let lifetime = signed.expires.duration_since(signed.created);
    if !lifetime.is_positive() || lifetime > LIFETIME {
        Err(Flaw::BadLifetime)
    } else if signed.created.duration_since(now) > AHEAD {
        Err(Flaw::FromTheFuture)
    } else if signed.expires < now {
        Err(Flaw::Stale)
    } else {
        Ok(())
    }
}

/// A request to be signed.
#[derive(Clone, Copy, Debug)]
pub struct Parts<'a> {
    /// The method, such as `PUT`.
    pub method: &'a str,
    /// The whole address, such as `https://registry.example/v1/entries/self?after=x`.
    pub target: &'a str,
    /// What is sent, if anything.
    pub content: Option<Content<'a>>,
}

/// What is sent with a request.
#[derive(Clone, Copy, Debug)]
pub struct Content<'a> {
    /// `Content-Type`.
    pub kind: &'a str,
    /// The body.
    pub body: &'a [u8],
}

/// The headers that sign a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Headers {
    /// `Signature-Input`.
    pub signature_input: String,
    /// `Signature`.
    pub signature: String,
    /// `Content-Digest`, where something is sent.
    pub content_digest: Option<String>,
}

/// Signs a request. The nonce must never have been used with this key.
///
/// # Errors
/// [`Flaw::BadNonce`]; [`Flaw::Malformed`] when the method, the address or the type is not a line of printable ASCII.
pub fn sign(
    parts: &Parts<'_>,
    key: &SigningKey,
    now: Timestamp,
    nonce: &str,
) -> Result<Headers, Flaw> {
    sign_by(parts, &[key], now, nonce)
}

/// Signs a request with the key that there was and the one that takes over. The nonce must be new to both.
///
/// # Errors
/// As [`sign`].
pub fn sign_by_both(
    parts: &Parts<'_>,
    keys: [&SigningKey; MOST],
    now: Timestamp,
    nonce: &str,
) -> Result<Headers, Flaw> {
    sign_by(parts, &keys, now, nonce)
}

fn sign_by(
    parts: &Parts<'_>,
    keys: &[&SigningKey],
    now: Timestamp,
    nonce: &str,
) -> Result<Headers, Flaw> {
    let content_digest = parts.content.map(|content| digest::write(content.body));
    let mut components = vec![
        ("@method", line(parts.method)?),
        ("@target-uri", line(parts.target)?),
    ];
    if let (Some(content), Some(digest)) = (parts.content, &content_digest) {
        components.push(("content-digest", digest));
        components.push(("content-type", line(content.kind)?));
    }
    let (mut inputs, mut signatures) = (DictSerializer::new(), DictSerializer::new());
    for (label, key) in LABELS.into_iter().zip(keys) {
        let input = InnerList {
            items: components
                .iter()
                .map(|(name, _)| Ok(Item::new(string(name)?)))
                .collect::<Result<_, Flaw>>()?,
            params: said(key, now, nonce)?,
        };
        inputs.members([(label, &ListEntry::InnerList(input.clone()))]);
        let base = base(components.iter().copied(), &field::inner_list(input));
        signatures.bare_item(label, key.sign(base.as_bytes()).as_slice());
    }
    Ok(Headers {
        signature_input: inputs.finish().unwrap_or_default(),
        signature: signatures.finish().unwrap_or_default(),
        content_digest,
    })
}

fn said(key: &SigningKey, now: Timestamp, given: &str) -> Result<Parameters, Flaw> {
    let created = now.as_second();
    let second = |second: i64| BareItem::try_from(second).map_err(|_| Flaw::Malformed);
    Ok(Parameters::from([
        (CREATED.to_owned(), second(created)?),
        (EXPIRES.to_owned(), second(created + LIFETIME.as_secs())?),
        (NONCE_KEY.to_owned(), string(nonce(given)?)?),
        (KEYID.to_owned(), string(&key.id().to_string())?),
        (TAG_KEY.to_owned(), string(TAG)?),
    ]))
}

fn string(text: &str) -> Result<BareItem, Flaw> {
    let text = Text::from_string(text.to_owned()).map_err(|_| Flaw::Malformed)?;
    Ok(BareItem::String(text))
}

#[cfg(test)]
mod tests;
