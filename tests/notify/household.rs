//! What all tests begin with: a folder, certificates, ports that nobody has, and a message.

use std::{
    fs,
    net::TcpListener,
    os::unix::fs::{PermissionsExt, chown},
    path::{Path, PathBuf},
    time::Duration,
};

use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, IsCa, KeyPair};
use smartinventory::{
    domain::lang::Lang,
    notify::{
        guard::Guard,
        message::{Action, Line, Message, Press},
        trust::Trust,
        wire::Dialer,
    },
};
use tempfile::TempDir;

/// A folder with a certificate for `localhost` in it, and whose word it is.
pub struct Certified {
    pub folder: TempDir,
    /// What vouches for the certificate, in PEM form.
    pub issuer: String,
}

impl Certified {
    /// A certificate that somebody else vouches for.
    pub fn by_issuer() -> Self {
        let mut params = CertificateParams::default();
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        let issuer = CertifiedIssuer::self_signed(params, KeyPair::generate().unwrap()).unwrap();
        let key = KeyPair::generate().unwrap();
        let own = CertificateParams::new(["localhost".to_owned()]).unwrap();
        let own = own.signed_by(&key, &issuer).unwrap();
        Self::laid_out(&own.pem(), &key, issuer.pem())
    }

    /// A certificate that vouches for itself, as a home server's often does: for another name at that.
    pub fn by_itself() -> Self {
        let mut params = CertificateParams::new(["hemma.lan".to_owned()]).unwrap();
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        let key = KeyPair::generate().unwrap();
        let own = params.self_signed(&key).unwrap();
        Self::laid_out(&own.pem(), &key, own.pem())
    }

    fn laid_out(certificate: &str, key: &KeyPair, issuer: String) -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).unwrap();
        fs::write(folder.path().join("cert.pem"), certificate).unwrap();
        fs::write(folder.path().join("key.pem"), key.serialize_pem()).unwrap();
        Self { folder, issuer }
    }

    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// A folder within, which belongs to a user of the system.
    pub fn folder_of(&self, name: &str, owner: Option<(u32, u32)>) -> PathBuf {
        let folder = self.path().join(name);
        fs::create_dir_all(&folder).unwrap();
        if let Some((user, group)) = owner {
            chown(&folder, Some(user), Some(group)).unwrap();
        }
        folder
    }

    pub fn trust(&self) -> Trust {
        Trust::of_this_machine()
            .unwrap()
            .and(self.issuer.as_bytes())
            .unwrap()
    }
}

/// Ports that were free a moment ago.
pub fn ports<const N: usize>() -> [u16; N] {
    let listeners = [(); N].map(|()| TcpListener::bind("127.0.0.1:0").unwrap());
    listeners.map(|listener| listener.local_addr().unwrap().port())
}

/// A dialer of an owner's, who may call this machine.
pub fn owner() -> Dialer {
    let trust = Trust::of_this_machine().unwrap();
    Dialer::new(Guard::for_owners(Vec::new()), trust).with_patience(Duration::from_secs(20))
}

/// A dialer for what anybody may enter, with these networks allowed.
pub fn anybody(allowed: &[&str], trust: Trust) -> Dialer {
    let allowed = allowed.iter().map(|network| network.parse().unwrap());
    Dialer::new(Guard::for_people(allowed.collect()), trust).with_patience(Duration::from_secs(20))
}

pub fn message() -> Message {
    let link = |path: &str| format!("https://hemma.example/{path}").parse().unwrap();
    Message {
        lang: Lang::Sv,
        title: "Garantin för kaffebryggaren går ut".to_owned(),
        lines: vec![
            Line {
                text: "Kaffebryggaren: 30 november".to_owned(),
                link: Some(link("things/1")),
            },
            Line {
                text: ". ensam punkt först".to_owned(),
                link: None,
            },
        ],
        actions: vec![
            Action {
                label: "Klart".to_owned(),
                link: link("done/abc"),
                press: Press::Posts,
            },
            Action {
                label: "Visa".to_owned(),
                link: link("reminders"),
                press: Press::Opens,
            },
        ],
        page: Some(link("reminders")),
        unsubscribe: Some(link("stop/abc")),
    }
}
