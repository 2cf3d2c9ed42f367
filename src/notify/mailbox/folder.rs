//! Names of folders as IMAP writes them: modified UTF-7 (RFC 3501, 5.1.3).

use base64::{
    Engine,
    alphabet::IMAP_MUTF7,
    engine::{GeneralPurpose, general_purpose::NO_PAD},
};

const BASE64: GeneralPurpose = GeneralPurpose::new(&IMAP_MUTF7, NO_PAD);

/// A name as it stands in a command.
pub(super) fn encode(name: &str) -> String {
    let mut encoded = String::new();
    let mut foreign = Vec::new();
    for letter in name.chars() {
        if matches!(letter, ' '..='~') {
            shift(&mut encoded, &mut foreign);
            encoded.push(letter);
            if letter == '&' {
                encoded.push('-');
            }
        } else {
            let mut units = [0; 2];
            let units = letter.encode_utf16(&mut units);
            foreign.extend(units.iter().flat_map(|unit| unit.to_be_bytes()));
        }
    }
    shift(&mut encoded, &mut foreign);
    encoded
}

/// Writes what has gathered of letters beyond ASCII.
fn shift(encoded: &mut String, foreign: &mut Vec<u8>) {
    if !foreign.is_empty() {
        encoded.push('&');
        encoded.push_str(&BASE64.encode(&*foreign));
        encoded.push('-');
        foreign.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_written_as_the_standard_has_it() {
        assert_eq!(encode("INBOX"), "INBOX");
        assert_eq!(
            encode("~peter/mail/台北/日本語"),
            "~peter/mail/&U,BTFw-/&ZeVnLIqe-"
        );
        assert_eq!(encode("Kött & grönt"), "K&APY-tt &- gr&APY-nt");
        assert_eq!(encode("🧾"), "&2D7d,g-");
        assert_eq!(encode("a\r\nb"), "a&AA0ACg-b");
    }
}
