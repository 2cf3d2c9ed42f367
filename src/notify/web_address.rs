//! Addresses on the web: where messages are sent to, and where their links lead.

use std::{fmt, str::FromStr};

use url::{Host, Url};

/// An absolute `http` or `https` address with a host, and without a name, a password or a fragment.
#[derive(Clone, PartialEq, Eq)]
pub struct WebAddress(Url);

/// Why a text is no such address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WebAddressError {
    /// It is no address, or no absolute one.
    #[error("not an address")]
    Address,
    /// It is neither `http` nor `https`.
    #[error("neither http nor https")]
    Scheme,
    /// It has a name and a password in front of the host: there are fields for those.
    #[error("a name or a password in the address")]
    Login,
}

impl WebAddress {
    /// Reads an address.
    ///
    /// # Errors
    /// [`WebAddressError`] for what is none.
    pub fn parse(text: &str) -> Result<Self, WebAddressError> {
        let mut url = Url::parse(text.trim()).map_err(|_| WebAddressError::Address)?;
        if !matches!(url.scheme(), "http" | "https") {
            return Err(WebAddressError::Scheme);
        }
        if !url.username().is_empty() || url.password().is_some() {
            return Err(WebAddressError::Login);
        }
        url.set_fragment(None);
        Ok(Self(url))
    }

    /// The whole address, which may have a secret in its path.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// Whether it is `https`.
    pub(super) fn is_encrypted(&self) -> bool {
        self.0.scheme() == "https"
    }

    /// The machine.
    pub(super) fn host(&self) -> Option<Host<String>> {
        self.0.host().map(|host| host.to_owned())
    }

    /// The port, said or not.
    pub(super) fn port(&self) -> u16 {
        self.0.port_or_known_default().unwrap_or(443)
    }

    /// What stands in the `Host` header.
    pub(super) fn authority(&self) -> &str {
        self.0.authority()
    }

    /// What is asked of that host: the path, and the query if there is one.
    pub(super) fn target(&self) -> &str {
        &self.0[url::Position::BeforePath..url::Position::AfterQuery]
    }

    /// The address of what lies beneath this one: `https://push.example/sub` and `message` are
    /// `https://push.example/sub/message`.
    #[must_use]
    pub fn beneath(&self, name: &str) -> Self {
        let mut url = self.0.clone();
        url.set_query(None);
        let path = format!("{}/{name}", url.path().trim_end_matches('/'));
        url.set_path(&path);
        Self(url)
    }
}

impl FromStr for WebAddress {
    type Err = WebAddressError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::parse(text)
    }
}

impl fmt::Display for WebAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The host alone: the rest may be what lets somebody in.
impl fmt::Debug for WebAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "WebAddress({}://{}/…)",
            self.0.scheme(),
            self.authority()
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Result<String, WebAddressError> {
        WebAddress::parse(text).map(|address| address.to_string())
    }

    #[test]
    fn what_leads_to_the_web_is_an_address() {
        assert_eq!(
            parse(" https://ntfy.example "),
            Ok("https://ntfy.example/".to_owned())
        );
        assert_eq!(
            parse("http://[fd00::1]:8080/x?y#z"),
            Ok("http://[fd00::1]:8080/x?y".to_owned())
        );
        assert_eq!(
            parse("http://köket.example/"),
            Ok("http://xn--kket-5qa.example/".to_owned())
        );
    }

    #[test]
    fn what_leads_elsewhere_is_none() {
        for text in ["", "ntfy.example", "/message", "https://", "http://[::1"] {
            assert_eq!(parse(text), Err(WebAddressError::Address), "{text}");
        }
        for text in [
            "ftp://x.example/",
            "javascript:alert(1)",
            "file:///etc/passwd",
        ] {
            assert_eq!(parse(text), Err(WebAddressError::Scheme), "{text}");
        }
        assert_eq!(
            parse("https://eva:sesam@x.example/"),
            Err(WebAddressError::Login)
        );
    }

    #[test]
    fn an_address_in_disguise_is_seen_as_what_it_is() {
        for text in [
            "http://2130706433/",
            "http://0x7f.1/",
            "http://0177.0.0.1/",
            "http://127.1/",
        ] {
            assert_eq!(parse(text), Ok("http://127.0.0.1/".to_owned()), "{text}");
        }
    }

    #[test]
    fn what_lies_beneath_an_address_keeps_its_path() {
        let beneath = |text: &str| {
            WebAddress::parse(text)
                .unwrap()
                .beneath("message")
                .to_string()
        };
        assert_eq!(beneath("https://x.example"), "https://x.example/message");
        assert_eq!(
            beneath("https://x.example/push/"),
            "https://x.example/push/message"
        );
        assert_eq!(
            beneath("https://x.example/push?a=b"),
            "https://x.example/push/message"
        );
    }

    #[test]
    fn a_secret_in_the_path_is_not_printed() {
        let address = WebAddress::parse("https://x.example:8443/hook/sesam?key=sesam").unwrap();
        assert_eq!(
            format!("{address:?}"),
            "WebAddress(https://x.example:8443/…)"
        );
    }
}
