//! Signed entries: a payload of exact bytes, who signed it, and the signature, in JSON.

use serde::{Deserialize, Serialize};

use super::{
    Flaw, encoding,
    key::{KeyId, SIGNATURE, SigningKey},
};

/// How large a payload may be, in bytes.
pub const PAYLOAD: usize = 64 * 1024;

/// How large an envelope may be, in bytes: room for the largest payload in base64, a signature, a key, and some spaces.
pub const ENVELOPE: usize = PAYLOAD.div_ceil(3) * 4 + 1024;

/// What stands in front of every payload that is signed, so that a signature of anything else is none of an entry.
const PREFIX: &[u8] = b"stolen-registry-v1 entry\n";

/// A payload and who says that they signed it. What it holds is told only once the signature was found to hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Envelope {
    payload: Vec<u8>,
    signature: [u8; SIGNATURE],
    key: KeyId,
}

/// What an envelope holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Opened<'a> {
    /// The very bytes that were signed.
    pub payload: &'a [u8],
    /// Who signed them. Whether they may is for the caller to say.
    pub key: KeyId,
}

/// An envelope as it is sent: nothing else, and each of these once.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Sent {
    payload: String,
    signature: String,
    keyid: KeyId,
}

impl Envelope {
    /// Signs a payload.
    ///
    /// # Errors
    /// [`Flaw::TooLarge`]
    pub fn sign(payload: Vec<u8>, key: &SigningKey) -> Result<Self, Flaw> {
        if payload.len() > PAYLOAD {
            return Err(Flaw::TooLarge);
        }
        Ok(Self {
            signature: key.sign(&signed(&payload)),
            key: key.id(),
            payload,
        })
    }

    /// Reads what was sent: a JSON object with exactly its three members.
    ///
    /// # Errors
    /// [`Flaw::TooLarge`]; [`Flaw::Malformed`] for everything that is no envelope.
    pub fn parse(bytes: &[u8]) -> Result<Self, Flaw> {
        if bytes.len() > ENVELOPE {
            return Err(Flaw::TooLarge);
        }
        // To the library, a list of three is as good as an object with three members.
        if !bytes.trim_ascii_start().starts_with(b"{") {
            return Err(Flaw::Malformed);
        }
        let sent: Sent = serde_json::from_slice(bytes).map_err(|_| Flaw::Malformed)?;
        let payload = encoding::read(&sent.payload).ok_or(Flaw::Malformed)?;
        if payload.len() > PAYLOAD {
            return Err(Flaw::TooLarge);
        }
        Ok(Self {
            payload,
            signature: encoding::read_exactly(&sent.signature).ok_or(Flaw::Malformed)?,
            key: sent.keyid,
        })
    }

    /// What it holds, when the signature holds.
    ///
    /// # Errors
    /// [`Flaw::BadSignature`]
    pub fn open(&self) -> Result<Opened<'_>, Flaw> {
        self.key.verify(&signed(&self.payload), &self.signature)?;
        Ok(Opened {
            payload: &self.payload,
            key: self.key,
        })
    }

    /// The payload without a look at the signature: of an envelope that was found to hold when it was kept.
    #[must_use]
    pub fn payload(&self) -> &[u8] {
        &self.payload
    }

    /// The envelope as it is sent.
    #[must_use]
    pub fn to_json(&self) -> String {
        let sent = Sent {
            payload: encoding::write(&self.payload),
            signature: encoding::write(self.signature),
            keyid: self.key,
        };
        serde_json::json!(sent).to_string()
    }
}

fn signed(payload: &[u8]) -> Vec<u8> {
    [PREFIX, payload].concat()
}

#[cfg(test)]
mod tests;
