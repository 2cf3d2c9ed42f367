//! The reader: what a line of text says, by a network that guesses a letter for each step across it.

use rten::{Model, RunOptions};
use rten_tensor::{NdTensor, prelude::*};

use super::sheet::{Sheet, float};
use crate::domain::reading::page::Quad;

/// The height of the lines that the network reads, in pixels.
const HEIGHT: usize = 48;
/// The least and the most width of what it is given: a name on a shop's sign, and a line of small print.
const NARROWEST: f32 = 64.0;
const WIDEST: f32 = 2048.0;
/// What widths are rounded up to: one letter's guess is of eight pixels.
const STEP: f32 = 8.0;

/// What a network may complain of.
pub(super) type Fault = Box<dyn std::error::Error>;

/// What a line says.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Reading {
    pub(super) text: String,
    /// The mean likelihood of its letters; 0 when there are none.
    pub(super) confidence: f32,
}

/// The network that reads.
#[derive(Debug)]
pub(super) struct Reader {
    model: Model,
    options: RunOptions,
    letters: Letters,
}

impl Reader {
    /// The network of a file, which also has the letters that it knows.
    pub(super) fn new(file: Vec<u8>, options: RunOptions) -> Result<Self, Fault> {
        let model = Model::load(file)?;
        let letters = model.metadata().get("character").ok_or("no letters")?;
        let letters = Letters::new(letters);
        Ok(Self {
            model,
            options,
            letters,
        })
    }

    /// Reads what stands in a quad of a sheet.
    pub(super) fn read(&self, sheet: &Sheet<'_>, quad: &Quad) -> Result<Reading, Fault> {
        let seen = sheet.cut(quad, width(quad), HEIGHT);
        let guesses: NdTensor<f32, 3> = self
            .model
            .run_one(seen.into(), Some(self.options.clone()))?
            .try_into()?;
        let known = self.letters.0.len();
        if guesses.size(0) != 1 || guesses.size(2) != known {
            return Err(format!("{:?} guesses for {known} letters", guesses.shape()).into());
        }
        Ok(self.letters.spell(&guesses.to_vec()))
    }
}

/// How wide a quad is when it is as high as the network reads.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // Held between both widths.
fn width(quad: &Quad) -> usize {
    let width = quad.width() / quad.height() * float(HEIGHT);
    if width.is_finite() {
        ((width.clamp(NARROWEST, WIDEST) / STEP).ceil() * STEP) as usize
    } else {
        NARROWEST as usize
    }
}

/// The letters that a network knows, by the number of its guess.
#[derive(Debug)]
struct Letters(Vec<String>);

impl Letters {
    /// The letters that a file lists, one a row: before them comes the gap between letters, after them the space.
    fn new(list: &str) -> Self {
        let gap = std::iter::once(String::new());
        let space = std::iter::once(" ".to_owned());
        let listed = list.lines().map(str::to_owned);
        Self(gap.chain(listed).chain(space).collect())
    }

    /// The text that guesses spell: for each step across the line, how likely each letter is.
    fn spell(&self, guesses: &[f32]) -> Reading {
        let mut reading = Reading::default();
        let mut sum = 0.0;
        let mut count = 0_u16;
        let mut before = 0;
        for step in guesses.chunks_exact(self.0.len()) {
            let likeliest = step.iter().enumerate().max_by(|a, b| a.1.total_cmp(b.1));
            let (letter, likelihood) = likeliest.unwrap_or((0, &0.0));
            // A letter goes on over several steps; one that comes twice has a gap in between.
            if letter != before && letter != 0 {
                reading.text.push_str(&self.0[letter]);
                sum += likelihood;
                count = count.saturating_add(1);
            }
            before = letter;
        }
        reading.confidence = sum / f32::from(count.max(1));
        reading
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is spelt when at each step one letter is this likely and no other is.
    fn spelt(steps: &[(usize, f32)]) -> Reading {
        let letters = Letters::new("k\nr");
        let mut guesses = Vec::new();
        for (letter, likelihood) in steps {
            let mut step = [0.0; 4];
            step[*letter] = *likelihood;
            guesses.extend(step);
        }
        letters.spell(&guesses)
    }

    #[test]
    fn a_letter_goes_on_until_a_gap() {
        let steps = [(0, 1.0), (1, 1.0), (1, 0.9), (2, 0.5), (0, 1.0), (2, 0.75)];
        let reading = spelt(&steps);
        assert_eq!(reading.text, "krr");
        assert!((reading.confidence - 0.75).abs() < 1e-6);
    }

    #[test]
    fn the_last_letter_is_the_space() {
        assert_eq!(spelt(&[(1, 1.0), (3, 1.0), (2, 1.0)]).text, "k r");
    }

    #[test]
    fn gaps_alone_say_nothing() {
        assert_eq!(spelt(&[(0, 1.0), (0, 1.0)]), Reading::default());
        assert_eq!(spelt(&[]), Reading::default());
    }

    #[test]
    fn a_quad_of_any_shape_has_a_width_to_read() {
        use crate::domain::reading::page::Rect;
        for (right, bottom) in [(0.0, 0.0), (1e9, 1.0), (1.0, 1e9), (f32::NAN, 1.0)] {
            let rect = Rect {
                right,
                bottom,
                ..Rect::default()
            };
            let width = float(width(&Quad::upright(rect)));
            assert!((NARROWEST..=WIDEST).contains(&width), "{right} × {bottom}");
        }
    }
}
