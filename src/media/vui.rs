//! VUI: what an HEVC stream says its numbers mean, in its sequence parameter set (ITU-T H.265, 7.3.2.2 and annex E).

/// The colour description of a stream, as code points of ISO/IEC 23091-2.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Vui {
    /// Which red, green and blue.
    pub(super) primaries: u16,
    /// How light rises with the numbers.
    pub(super) transfer: u16,
    /// How brightness and colour were taken apart.
    pub(super) matrix: u16,
    /// Whether numbers use the whole range of their bits.
    pub(super) full_range: bool,
}

impl Vui {
    /// Reads the colour description out of a sequence parameter set NAL unit; `None` where it has none.
    pub(super) fn read(nal: &[u8]) -> Option<Self> {
        let payload = unescaped(nal.get(2..)?);
        let mut bits = Bits {
            bytes: &payload,
            at: 0,
        };
        skip_to_vui(&mut bits)?;
        // aspect_ratio_info: 255 means that the ratio follows.
        if bits.flag()? && bits.number(8)? == 255 {
            bits.skip(32)?;
        }
        // overscan_info
        if bits.flag()? {
            bits.skip(1)?;
        }
        // video_signal_type
        if !bits.flag()? {
            return None;
        }
        bits.skip(3)?;
        let full_range = bits.flag()?;
        let described = bits.flag()?;
        // 2 is "unspecified".
        let mut code = || {
            let code = if described { bits.number(8)? } else { 2 };
            u16::try_from(code).ok()
        };
        Some(Self {
            primaries: code()?,
            transfer: code()?,
            matrix: code()?,
            full_range,
        })
    }
}

/// Walks from the start of the parameter set to the VUI; `None` where there is none.
fn skip_to_vui(bits: &mut Bits<'_>) -> Option<()> {
    bits.skip(4)?;
    let sub_layers = bits.number(3)?;
    bits.skip(1)?;
    skip_profile_tier_level(bits, sub_layers)?;
    bits.exp()?;
    if bits.exp()? == 3 {
        bits.skip(1)?;
    }
    // Width and height; a window of four; two depths; the bits of a picture's number.
    bits.exps(2)?;
    if bits.flag()? {
        bits.exps(4)?;
    }
    bits.exps(2)?;
    let number_bits = bits.exp()?.checked_add(4)?;
    let orderings = if bits.flag()? { sub_layers + 1 } else { 1 };
    bits.exps(3 * orderings)?;
    // Block sizes and depths.
    bits.exps(6)?;
    if bits.flag()? && bits.flag()? {
        skip_scaling_lists(bits)?;
    }
    bits.skip(2)?;
    // PCM
    if bits.flag()? {
        bits.skip(8)?;
        bits.exps(2)?;
        bits.skip(1)?;
    }
    for set in 0..bits.exp()? {
        // Sets told by their difference to an earlier one: a still picture has no use for any.
        if set > 0 && bits.flag()? {
            return None;
        }
        for _ in 0..bits.exp()?.checked_add(bits.exp()?)? {
            bits.exp()?;
            bits.skip(1)?;
        }
    }
    if bits.flag()? {
        for _ in 0..bits.exp()? {
            bits.skip(number_bits.checked_add(1)?)?;
        }
    }
    bits.skip(2)?;
    bits.flag()?.then_some(())
}

fn skip_profile_tier_level(bits: &mut Bits<'_>, sub_layers: u32) -> Option<()> {
    bits.skip(96)?;
    let mut present = Vec::new();
    for _ in 0..sub_layers {
        present.push((bits.flag()?, bits.flag()?));
    }
    if sub_layers > 0 {
        bits.skip(2 * (8 - sub_layers))?;
    }
    for (profile, level) in present {
        bits.skip(if profile { 88 } else { 0 } + if level { 8 } else { 0 })?;
    }
    Some(())
}

fn skip_scaling_lists(bits: &mut Bits<'_>) -> Option<()> {
    for size in 0..4 {
        for _ in (0..6).step_by(if size == 3 { 3 } else { 1 }) {
            let coefficients = if bits.flag()? {
                64.min(1 << (4 + (size << 1))) + u32::from(size > 1)
            } else {
                1
            };
            bits.exps(coefficients)?;
        }
    }
    Some(())
}

/// The payload without the byte 3 that is put after two zeros so that no start code appears.
fn unescaped(nal: &[u8]) -> Vec<u8> {
    let mut payload = Vec::with_capacity(nal.len());
    for byte in nal {
        if *byte != 3 || !payload.ends_with(&[0, 0]) {
            payload.push(*byte);
        }
    }
    payload
}

struct Bits<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl Bits<'_> {
    fn flag(&mut self) -> Option<bool> {
        let byte = self.bytes.get(self.at / 8)?;
        let flag = byte >> (7 - self.at % 8) & 1 == 1;
        self.at += 1;
        Some(flag)
    }

    fn number(&mut self, bits: u32) -> Option<u32> {
        (0..bits).try_fold(0, |number, _| Some(number << 1 | u32::from(self.flag()?)))
    }

    fn skip(&mut self, bits: u32) -> Option<()> {
        self.at = self.at.checked_add(usize::try_from(bits).ok()?)?;
        (self.at <= self.bytes.len() * 8).then_some(())
    }

    /// An exponential-Golomb number; a signed one is as long, so it can be skipped as one.
    fn exp(&mut self) -> Option<u32> {
        let mut zeros = 0;
        while !self.flag()? {
            zeros += 1;
        }
        if zeros > 31 {
            return None;
        }
        Some((1 << zeros) - 1 + self.number(zeros)?)
    }

    fn exps(&mut self, count: u32) -> Option<()> {
        (0..count).try_for_each(|_| self.exp().map(drop))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_that_end_early_have_no_description() {
        for length in 0..40 {
            assert_eq!(Vui::read(&vec![0; length]), None);
            assert_eq!(Vui::read(&vec![0xFF; length]), None);
        }
    }

    proptest::proptest! {
        #[test]
        fn any_bytes_are_read_to_an_end(bytes: Vec<u8>) {
            Vui::read(&bytes);
        }
    }

    #[test]
    fn a_stream_with_a_number_too_large_to_count_on_has_no_description() {
        // One layer, a profile of ones, a picture of 1 × 0 without a window; then the largest number there is a code for.
        let start = ["00000001", &"1".repeat(96), "110101011"].concat();
        let largest = ["0".repeat(31), "1".repeat(32)].concat();
        let bits = [start, largest, "1".repeat(64)].concat();
        let bytes = bits.as_bytes().chunks(8).map(|bits| {
            let bits = bits.iter().map(|bit| bit - b'0');
            bits.fold(0, |byte, bit| byte << 1 | bit)
        });
        let nal: Vec<u8> = [0x42, 1].into_iter().chain(bytes).collect();
        assert_eq!(Vui::read(&nal), None);
    }

    #[test]
    fn exponential_golomb_numbers_are_read() {
        // 1, 010, 011, 00100: 0, 1, 2, 3.
        let mut bits = Bits {
            bytes: &[0b1010_0110, 0b0100_0000],
            at: 0,
        };
        let numbers: Vec<_> = std::iter::repeat_with(|| bits.exp()).take(4).collect();
        assert_eq!(numbers, [Some(0), Some(1), Some(2), Some(3)]);
    }

    #[test]
    fn the_byte_that_hides_start_codes_is_taken_out() {
        assert_eq!(unescaped(&[1, 0, 0, 3, 1, 3, 0, 3]), [1, 0, 0, 1, 3, 0, 3]);
    }
}
