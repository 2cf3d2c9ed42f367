//! The grades: what is worth more, by where a word is found and in which manner.

use super::fields::Zone;

/// How a word was found, from the best.
#[derive(Clone, Copy)]
pub(super) enum Manner {
    Exact,
    Folded,
    ExactStart,
    Stem,
    Start,
    Part,
    Typo,
    TwoTypos,
}

/// The grade of a word found so.
pub(super) const fn grade(zone: Zone, manner: Manner) -> u8 {
    const GRADES: [[u8; 8]; 4] = [
        [100, 90, 86, 84, 76, 68, 20, 14],
        [60, 56, 54, 52, 48, 44, 12, 8],
        [36, 36, 34, 33, 30, 30, 6, 4],
        [24, 24, 23, 22, 20, 20, 3, 2],
    ];
    GRADES[zone as usize][manner as usize]
}

/// The grade of a serial number found whole.
pub(super) const WHOLE_IDENTIFIER: u8 = 110;
/// … of a short number.
pub(super) const SHORT_NUMBER: u8 = 105;
/// … of the beginning of a serial number.
pub(super) const START_OF_IDENTIFIER: u8 = 72;
/// … of a word whose halves were found apart.
pub(super) const BOTH_HALVES: u8 = 10;

/// Parts of words, and beginnings of identifiers, have at least this many letters.
pub(super) const MIN_PART: usize = 3;

/// How much of a growing word must be there before it is taken for a beginning: long texts have too many words.
pub(super) const fn min_start(zone: Zone) -> usize {
    match zone {
        Zone::Name => 1,
        Zone::Label => 2,
        Zone::Text | Zone::Document => 3,
    }
}
