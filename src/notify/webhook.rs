//! Webhooks: a message to any program, signed as the Standard Webhooks convention has it.
//!
//! `webhook-id` names the message and stays the same however often it is tried, `webhook-timestamp` is the time of the
//! attempt in seconds since 1970, and `webhook-signature` is `v1,` and the HMAC-SHA256, in base64, of the two and the body
//! with points between them.

use std::str::FromStr;

use base64::{Engine, engine::general_purpose::STANDARD};
use hmac::{Hmac, KeyInit, Mac};
use hyper::header::{HeaderName, HeaderValue};
use jiff::Timestamp;
use serde_json::{Value, json};
use sha2::Sha256;

use super::{
    failure::{Cause, Failure},
    message::Message,
    outgoing::{self, post},
    secret::Secret,
    web_address::WebAddress,
    wire::Dialer,
};

const ID: HeaderName = HeaderName::from_static("webhook-id");
const TIMESTAMP: HeaderName = HeaderName::from_static("webhook-timestamp");
const SIGNATURE: HeaderName = HeaderName::from_static("webhook-signature");

/// What a key starts with when it is written down.
const PREFIX: &str = "whsec_";

/// A program that is told.
#[derive(Clone, Debug)]
pub struct Webhook {
    /// Where it listens.
    pub address: WebAddress,
    /// What it knows us by.
    pub key: SigningKey,
}

/// What a webhook is signed with: 24 to 64 bytes that both sides know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SigningKey(Secret);

/// A text or bytes that are no key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a key is whsec_ and 24 to 64 bytes in base64")]
pub struct SigningKeyError;

impl SigningKey {
    /// A key of bytes that nobody can guess.
    ///
    /// # Errors
    /// [`SigningKeyError`] for fewer than 24 bytes and more than 64.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, SigningKeyError> {
        format!("{PREFIX}{}", STANDARD.encode(bytes)).parse()
    }

    /// The key as the other side is told it: `whsec_…`.
    #[must_use]
    pub fn reveal(&self) -> &str {
        self.0.reveal()
    }

    fn bytes(text: &str) -> Result<Vec<u8>, SigningKeyError> {
        let text = text.strip_prefix(PREFIX).ok_or(SigningKeyError)?;
        let bytes = STANDARD.decode(text).map_err(|_| SigningKeyError)?;
        if (24..=64).contains(&bytes.len()) {
            Ok(bytes)
        } else {
            Err(SigningKeyError)
        }
    }

    /// The signature of a body that is sent under this id at this second.
    fn sign(&self, id: &str, second: i64, body: &[u8]) -> Result<String, SigningKeyError> {
        let key = Self::bytes(self.0.reveal())?;
        let mut mac = Hmac::<Sha256>::new_from_slice(&key).map_err(|_| SigningKeyError)?;
        mac.update(format!("{id}.{second}.").as_bytes());
        mac.update(body);
        Ok(format!(
            "v1,{}",
            STANDARD.encode(mac.finalize().into_bytes())
        ))
    }
}

impl FromStr for SigningKey {
    type Err = SigningKeyError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let text = text.trim();
        Self::bytes(text)?;
        Ok(Self(Secret::new(text)))
    }
}

impl Webhook {
    /// Sends a message of this type, such as `reminder.digest`.
    ///
    /// `id` names the message, in letters, digits, `-` and `_`, and must be the same in each attempt; `written` is when
    /// it was made, `now` the time of the attempt.
    ///
    /// # Errors
    /// [`Failure`], which tells whether another attempt is of any use.
    pub async fn send(
        &self,
        dialer: &Dialer,
        kind: &str,
        id: &str,
        message: &Message,
        written: Timestamp,
        now: Timestamp,
    ) -> Result<(), Failure> {
        let body = outgoing::json(&body(kind, message, written))?;
        let unsendable = |what: &str| Failure::Refused(Cause::Unsendable(what.to_owned()));
        let second = now.as_second();
        let signature = self.key.sign(id, second, &body);
        let signature = signature.map_err(|error| unsendable(&error.to_string()))?;
        let value = |text: &str| {
            HeaderValue::from_str(text).map_err(|_| unsendable("an id that fits no header"))
        };
        let headers = [
            (ID, value(id)?),
            (TIMESTAMP, second.into()),
            (SIGNATURE, value(&signature)?),
        ];
        post(dialer, &self.address, &headers, body).await
    }
}

fn body(kind: &str, message: &Message, written: Timestamp) -> Value {
    let address = |link: &Option<WebAddress>| link.as_ref().map(|link| link.as_str().to_owned());
    let lines: Vec<Value> = message
        .lines
        .iter()
        .map(|line| json!({ "text": line.text, "link": address(&line.link) }))
        .collect();
    let actions: Vec<Value> = message
        .actions
        .iter()
        .map(|action| json!({ "label": action.label, "link": action.link.as_str() }))
        .collect();
    json!({
        "type": kind,
        "timestamp": written.to_string(),
        "data": {
            "lang": message.lang.tag(),
            "title": message.title,
            "lines": lines,
            "actions": actions,
            "page": address(&message.page),
        },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_signature_is_as_the_convention_has_it() {
        let key: SigningKey = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw".parse().unwrap();
        let body = br#"{"test": 2432232314}"#;
        let signature = key.sign("msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, body);
        // As Python's hmac has it.
        let expected = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
        assert_eq!(signature.as_deref(), Ok(expected));
    }

    #[test]
    fn a_key_reads_back_as_it_is_told() {
        let key = SigningKey::from_bytes(&[7; 24]).unwrap();
        assert_eq!(key.reveal().parse(), Ok(key.clone()));
        assert!(!format!("{key:?}").contains("whsec_"));
    }

    #[test]
    fn what_is_no_key_is_refused() {
        for bytes in [&[7; 23][..], &[7; 65], &[]] {
            assert_eq!(SigningKey::from_bytes(bytes), Err(SigningKeyError));
        }
        for text in ["", "whsec_", "whsec_?", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"] {
            assert_eq!(text.parse::<SigningKey>(), Err(SigningKeyError), "{text}");
        }
    }
}
