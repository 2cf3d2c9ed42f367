//! Whether bytes are a JPEG that a document may hold as it is.

/// Grey or colour, eight bits each, in an encoding that every reader of PDF knows, and whole.
pub(super) fn is_sound(bytes: &[u8]) -> bool {
    const END: [u8; 2] = [0xff, 0xd9];
    bytes.starts_with(&[0xff, 0xd8]) && bytes.ends_with(&END) && frame(bytes).is_some()
}

/// Goes from one marker to the next, up to the one that tells how the picture is encoded.
fn frame(bytes: &[u8]) -> Option<()> {
    let mut at = 2;
    loop {
        let &[0xff, marker, high, low] = bytes.get(at..at + 4)? else {
            return None;
        };
        let length = usize::from(u16::from_be_bytes([high, low]));
        let body = bytes.get(at + 4..at + 2 + length)?;
        match marker {
            // Baseline, extended and progressive.
            0xc0..=0xc2 => {
                let &[8, up, down, left, right, components, ..] = body else {
                    return None;
                };
                let is_empty = [up, down] == [0, 0] || [left, right] == [0, 0];
                return (!is_empty && matches!(components, 1 | 3)).then_some(());
            }
            0xc4 | 0xdb..=0xdd | 0xe0..=0xef | 0xfe => at += 2 + length,
            _ => return None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(colour: jpeg_encoder::ColorType, bytes: usize) -> Vec<u8> {
        let mut jpeg = Vec::new();
        jpeg_encoder::Encoder::new(&mut jpeg, 80)
            .encode(&vec![120; 8 * 8 * bytes], 8, 8, colour)
            .unwrap();
        jpeg
    }

    #[test]
    fn colour_and_grey_are_sound() {
        assert!(is_sound(&drawn(jpeg_encoder::ColorType::Rgb, 3)));
        assert!(is_sound(&drawn(jpeg_encoder::ColorType::Luma, 1)));
    }

    #[test]
    fn what_no_archive_takes_is_not() {
        assert!(!is_sound(&drawn(jpeg_encoder::ColorType::Cmyk, 4)));
        let whole = drawn(jpeg_encoder::ColorType::Rgb, 3);
        for end in 0..whole.len() {
            assert!(!is_sound(&whole[..end]), "{end}");
        }
        assert!(!is_sound(b"no picture at all"));
    }
}
