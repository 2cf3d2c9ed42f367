//! Whose certificates are believed: those that this machine believes, and what the household has given for its own servers.

use std::{fmt, sync::Arc};

use rustls::{
    ClientConfig, DigitallySignedStruct, RootCertStore, SignatureScheme,
    client::{
        WebPkiServerVerifier,
        danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier},
    },
    crypto::{CryptoProvider, ring, verify_tls12_signature, verify_tls13_signature},
    pki_types::{CertificateDer, ServerName, UnixTime, pem::PemObject},
};
use tokio_rustls::TlsConnector;

/// Whose certificates are believed. Cheap to clone.
#[derive(Clone)]
pub struct Trust {
    roots: Arc<RootCertStore>,
    connector: TlsConnector,
}

/// Why a file holds no certificates to believe.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TrustError {
    /// There is no certificate in it.
    #[error("no certificate in PEM form")]
    Empty,
    /// One of them cannot be read.
    #[error("a certificate cannot be read: {0}")]
    Broken(String),
}

impl Trust {
    /// What this machine believes, as it is installed: Debian's `ca-certificates`, and what was added to them.
    ///
    /// # Errors
    /// [`TrustError::Broken`] when TLS cannot be set up at all.
    pub fn of_this_machine() -> Result<Self, TrustError> {
        let mut roots = RootCertStore::empty();
        // One that cannot be read is nobody's business here: whoever is vouched for by it is not believed.
        roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
        Self::new(roots, Vec::new())
    }

    /// The same, and what is in this file, in PEM form: certificates that vouch for others, or a server's own.
    ///
    /// # Errors
    /// [`TrustError`] when it holds none, or one that is broken.
    pub fn and(&self, pem: &[u8]) -> Result<Self, TrustError> {
        let given: Vec<CertificateDer<'static>> = CertificateDer::pem_slice_iter(pem)
            .collect::<Result<_, _>>()
            .map_err(|error| TrustError::Broken(error.to_string()))?;
        if given.is_empty() {
            return Err(TrustError::Empty);
        }
        let mut roots = RootCertStore::clone(&self.roots);
        for certificate in &given {
            roots
                .add(certificate.clone())
                .map_err(|error| TrustError::Broken(error.to_string()))?;
        }
        Self::new(roots, given)
    }

    fn new(roots: RootCertStore, given: Vec<CertificateDer<'static>>) -> Result<Self, TrustError> {
        let broken = |error: &dyn fmt::Display| TrustError::Broken(error.to_string());
        let provider = Arc::new(ring::default_provider());
        let roots = Arc::new(roots);
        let others = if roots.is_empty() {
            None
        } else {
            let others =
                WebPkiServerVerifier::builder_with_provider(roots.clone(), provider.clone());
            Some(others.build().map_err(|error| broken(&error))?)
        };
        let verifier = Verifier {
            given,
            others,
            provider: provider.clone(),
        };
        let config = ClientConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .map_err(|error| broken(&error))?
            .dangerous()
            .with_custom_certificate_verifier(Arc::new(verifier))
            .with_no_client_auth();
        let connector = TlsConnector::from(Arc::new(config));
        Ok(Self { roots, connector })
    }

    /// How TLS is spoken by what makes its own connections, such as a database's client.
    #[must_use]
    pub fn client_config(&self) -> ClientConfig {
        ClientConfig::clone(self.connector.config())
    }

    pub(super) const fn connector(&self) -> &TlsConnector {
        &self.connector
    }
}

impl fmt::Debug for Trust {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Trust({} roots)", self.roots.len())
    }
}

/// Believes what the roots vouch for, and the very certificates that were given.
///
/// A home server's certificate often vouches for itself and is a root at the same time, which the usual rules refuse in
/// a server: given by its owner it is believed for what it is, to the last byte, whatever name or date stands in it.
#[derive(Debug)]
struct Verifier {
    given: Vec<CertificateDer<'static>>,
    others: Option<Arc<WebPkiServerVerifier>>,
    provider: Arc<CryptoProvider>,
}

impl ServerCertVerifier for Verifier {
    fn verify_server_cert(
        &self,
        end_entity: &CertificateDer<'_>,
        intermediates: &[CertificateDer<'_>],
        server_name: &ServerName<'_>,
        ocsp_response: &[u8],
        now: UnixTime,
    ) -> Result<ServerCertVerified, rustls::Error> {
        if self.given.iter().any(|given| given == end_entity) {
            return Ok(ServerCertVerified::assertion());
        }
        match &self.others {
            Some(others) => others.verify_server_cert(
                end_entity,
                intermediates,
                server_name,
                ocsp_response,
                now,
            ),
            None => Err(rustls::CertificateError::UnknownIssuer.into()),
        }
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        let algorithms = &self.provider.signature_verification_algorithms;
        verify_tls12_signature(message, certificate, signed, algorithms)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        let algorithms = &self.provider.signature_verification_algorithms;
        verify_tls13_signature(message, certificate, signed, algorithms)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.provider
            .signature_verification_algorithms
            .supported_schemes()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_without_certificates_is_refused() {
        let trust = Trust::of_this_machine().unwrap();
        assert!(matches!(trust.and(b""), Err(TrustError::Empty)));
        assert!(matches!(
            trust.and(b"not a file of this kind"),
            Err(TrustError::Empty)
        ));
        let broken = b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
        assert!(matches!(trust.and(broken), Err(TrustError::Broken(_))));
    }

    #[test]
    fn what_is_given_is_believed_beside_the_others() {
        let trust = Trust::of_this_machine().unwrap();
        let given = rcgen::generate_simple_self_signed(["hemma.example".to_owned()]).unwrap();
        let more = trust.and(given.cert.pem().as_bytes()).unwrap();
        assert_eq!(more.roots.len(), trust.roots.len() + 1);
    }
}
