//! Requests that a publisher has signed: read whole, and held to the one profile of signatures.

use std::sync::Arc;

use axum::{
    body::{Bytes, to_bytes},
    extract::{FromRequest, Request},
    http::{HeaderMap, HeaderName, header},
};

use crate::{
    protocol::{
        Flaw, envelope,
        signature::{self, Signed},
    },
    registry::{
        operations::senders::Sender, problem::Problem, refusal::Refusal, service::Registry,
    },
};

/// How large the body of a signed request may be: an envelope with room around it.
const BODY: usize = envelope::ENVELOPE;

/// A request whose signature holds. Whether its key is known is for the operation to say, in the same transaction.
pub(super) struct SignedRequest {
    /// Who has signed it: the first, and another where a key takes over.
    pub senders: (Sender, Option<Sender>),
    /// What it says.
    pub body: Bytes,
    /// The address that it was sent to.
    pub address: String,
}

impl SignedRequest {
    /// The one who has signed it.
    ///
    /// # Errors
    /// [`Flaw::TooManySignatures`] where there are two.
    pub fn sender(&self) -> Result<Sender, Flaw> {
        match &self.senders {
            (sender, None) => Ok(sender.clone()),
            _ => Err(Flaw::TooManySignatures),
        }
    }
}

impl FromRequest<Arc<Registry>> for SignedRequest {
    type Rejection = Problem;

    async fn from_request(request: Request, registry: &Arc<Registry>) -> Result<Self, Problem> {
        let (parts, body) = request.into_parts();
        let body = to_bytes(body, BODY).await.map_err(|_| Flaw::TooLarge)?;
        let address = registry.address(&parts.headers);
        let target = parts.uri.path_and_query().map_or("/", |path| path.as_str());
        let field = |name| line(&parts.headers, &name);
        let now = registry.clock.now();
        let signed = signature::verify(
            &signature::Request {
                method: parts.method.as_str(),
                target: &format!("{address}{target}"),
                content_type: field(header::CONTENT_TYPE).as_deref(),
                content_digest: field(HeaderName::from_static("content-digest")).as_deref(),
                signature_input: &field(HeaderName::from_static("signature-input"))
                    .unwrap_or_default(),
                signature: &field(HeaderName::from_static("signature")).unwrap_or_default(),
                body: &body,
            },
            now,
        )?;
        let mut senders = signed
            .into_iter()
            .map(|signed: Signed| Sender { signed, now });
        let first = senders.next().ok_or(Refusal::from(Flaw::Unsigned))?;
        Ok(Self {
            senders: (first, senders.next()),
            body,
            address,
        })
    }
}

/// A header as one line: several are joined (RFC 9110, 5.2). What is no text is none.
fn line(headers: &HeaderMap, name: &HeaderName) -> Option<String> {
    let lines: Vec<_> = headers
        .get_all(name)
        .into_iter()
        .map(|line| line.to_str().unwrap_or_default())
        .collect();
    (!lines.is_empty()).then(|| lines.join(", "))
}
