//! Numbers that look random and are the same every time, for grain, grass and the spines of books.

/// A stream of numbers that follows from its seed (Marsaglia's xorshift, 32 bits).
pub(super) struct Dice(u32);

impl Dice {
    pub(super) fn new(seed: u32) -> Self {
        // Small seeds would start alike, and zero would stay zero.
        Self((seed.wrapping_add(1).wrapping_mul(0x9e37_79b9)) | 1)
    }

    fn next(&mut self) -> u32 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 17;
        self.0 ^= self.0 << 5;
        self.0
    }

    /// A number between the two.
    pub(super) fn roll(&mut self, from: f32, to: f32) -> f32 {
        let [high, low, ..] = self.next().to_be_bytes();
        let share = f32::from(u16::from_be_bytes([high, low])) / f32::from(u16::MAX);
        (to - from).mul_add(share, from)
    }

    /// A faint light or dark grain: -7 to 7, mostly near 0.
    pub(super) fn speck(&mut self) -> i8 {
        let [high, low, ..] = (self.next() & 0x0707_0707).to_be_bytes();
        i8::try_from(high).unwrap_or_default() - i8::try_from(low).unwrap_or_default()
    }

    /// One of several.
    pub(super) fn pick<T: Copy>(&mut self, from: &[T], otherwise: T) -> T {
        let number = usize::try_from(self.next() >> 8).unwrap_or_default();
        from.get(number % from.len().max(1))
            .copied()
            .unwrap_or(otherwise)
    }
}
