//! Text broken into lines that fit a width.

use unicode_linebreak::{BreakOpportunity, linebreaks};

use super::{
    clean::clean,
    fonts::{Fonts, Letter},
    look::Style,
};
use crate::error::{Error, Result};

/// The most bytes that are shaped at once: it bounds what one letter can stand for, and what shaping costs.
const STRETCH: usize = 2000;

/// A line of text.
#[derive(Clone, Debug, Default)]
pub(super) struct Line {
    pub runs: Vec<Run>,
    /// How wide it is, without the spaces at its end.
    pub width: f32,
}

/// A part of a line that looks the same.
#[derive(Clone, Debug)]
pub(super) struct Run {
    pub style: Style,
    pub text: Box<str>,
    /// The glyphs, whose places are those in the text.
    pub letters: Box<[Letter]>,
    pub width: f32,
}

/// Text that has been shaped and not yet broken.
struct Shaped {
    text: String,
    letters: Vec<Letter>,
    /// Where each style ends among the letters.
    styles: Vec<(usize, Style)>,
}

/// The lines of a text in several styles, none wider than `width` but where a single letter is. None for no text.
pub(super) fn lines(fonts: &Fonts, spans: &[(&str, Style)], width: f32) -> Result<Vec<Line>> {
    let shaped = Shaped::new(fonts, spans)?;
    let mut lines = Vec::new();
    let mut first = 0;
    for end in shaped.breaks(width) {
        lines.push(shaped.line(first, end));
        first = end;
    }
    Ok(lines)
}

/// The same in as few lines, which are about as long as each other: for what stands by itself.
pub(super) fn balanced(fonts: &Fonts, spans: &[(&str, Style)], width: f32) -> Result<Vec<Line>> {
    let shaped = Shaped::new(fonts, spans)?;
    let mut ends = shaped.breaks(width);
    // More lines than these are running text.
    if (2..=4).contains(&ends.len()) {
        let (mut narrow, mut wide) = (width / 2.0, width);
        while wide - narrow > 1.0 {
            let middle = f32::midpoint(narrow, wide);
            let tried = shaped.breaks(middle);
            if tried.len() > ends.len() || shaped.is_torn(&tried) {
                narrow = middle;
            } else {
                (wide, ends) = (middle, tried);
            }
        }
    }
    let mut first = 0;
    let line = |end| shaped.line(std::mem::replace(&mut first, end), end);
    Ok(ends.into_iter().map(line).collect())
}

/// One line with as much of a text as fits, which ends with dots when that is not all.
pub(super) fn one_line(fonts: &Fonts, text: &str, style: Style, width: f32) -> Result<Line> {
    let text = text.replace('\n', " ");
    let mut all = lines(fonts, &[(text.as_str(), style)], width)?;
    if all.len() <= 1 {
        return Ok(all.pop().unwrap_or_default());
    }
    let room = width - style.size;
    let shaped = Shaped::new(fonts, &[(text.as_str(), style)])?;
    let mut used = 0.0;
    let fits = shaped.letters.iter().take_while(|letter| {
        used += letter.width(style.size);
        used <= room
    });
    let end = shaped
        .letters
        .get(fits.count())
        .map_or(0, |letter| letter.start);
    let end = usize::try_from(end).map_err(Error::internal)?;
    let kept = format!("{}…", shaped.text[..end].trim_end());
    let mut all = lines(fonts, &[(kept.as_str(), style)], f32::INFINITY)?;
    Ok(all.pop().unwrap_or_default())
}

impl Shaped {
    fn new(fonts: &Fonts, spans: &[(&str, Style)]) -> Result<Self> {
        let mut shaped = Self {
            text: String::new(),
            letters: Vec::new(),
            styles: Vec::new(),
        };
        for (words, style) in spans {
            let words = clean(words);
            for stretch in stretches(&words) {
                let start = u32::try_from(shaped.text.len()).map_err(Error::internal)?;
                if stretch != "\n" {
                    fonts.shape(stretch, *style, start, &mut shaped.letters)?;
                }
                shaped.text.push_str(stretch);
            }
            shaped.styles.push((shaped.letters.len(), *style));
        }
        Ok(shaped)
    }

    fn style(&self, letter: usize) -> Option<Style> {
        let styles = &self.styles;
        styles
            .get(styles.partition_point(|(end, _)| *end <= letter))
            .map(|(_, style)| *style)
    }

    fn width(&self, letter: usize) -> f32 {
        let size = self.style(letter).map_or(0.0, |style| style.size);
        self.letters
            .get(letter)
            .map_or(0.0, |letter| letter.width(size))
    }

    fn is_space(&self, letter: usize) -> bool {
        let letter = self.letters.get(letter).and_then(|letter| {
            let start = usize::try_from(letter.start).ok()?;
            self.text.get(start..)?.chars().next()
        });
        letter == Some(' ')
    }

    /// After which letter each line ends.
    fn breaks(&self, width: f32) -> Vec<usize> {
        let mut ends: Vec<usize> = Vec::new();
        let (mut first, mut used, mut done) = (0, 0.0, 0);
        for (offset, kind) in linebreaks(&self.text) {
            let end = done
                + self.letters[done..].partition_point(|letter| {
                    usize::try_from(letter.start).is_ok_and(|start| start < offset)
                });
            let seen = (done..end)
                .rev()
                .find(|at| !self.is_space(*at))
                .map_or(done, |at| at + 1);
            let mut visible = (done..seen).map(|at| self.width(at)).sum::<f32>();
            if used + visible > width && done > first {
                ends.push(done);
                (first, used) = (done, 0.0);
            }
            // A word that is wider than a line is broken wherever it must be, but never within what one glyph stands for.
            while visible > width {
                let mut fits = 0.0;
                let mut stop = done;
                for at in done..seen {
                    fits += self.width(at);
                    let same = at > done && self.letters[at].start == self.letters[at - 1].start;
                    if fits > width && at > done && !same {
                        break;
                    }
                    stop = at + 1;
                }
                if stop >= seen {
                    break;
                }
                visible -= (done..stop).map(|at| self.width(at)).sum::<f32>();
                ends.push(stop);
                (first, done) = (stop, stop);
            }
            used += (done..end).map(|at| self.width(at)).sum::<f32>();
            done = end;
            let is_last = offset >= self.text.len();
            if kind == BreakOpportunity::Mandatory && (!is_last || done > first) {
                ends.push(done);
                (first, used) = (done, 0.0);
            }
        }
        // Empty lines at the end are of no use to anybody.
        while ends.len() > 1 && ends[ends.len() - 2] == ends[ends.len() - 1] {
            ends.pop();
        }
        if ends == [0] { Vec::new() } else { ends }
    }

    /// Whether a line ends within a word.
    fn is_torn(&self, ends: &[usize]) -> bool {
        let breaks: Vec<usize> = linebreaks(&self.text).map(|(offset, _)| offset).collect();
        ends.iter().any(|end| {
            let next = self.letters.get(*end).map(|letter| letter.start);
            let next = next.and_then(|start| usize::try_from(start).ok());
            next.is_some_and(|start| breaks.binary_search(&start).is_err())
        })
    }

    fn line(&self, first: usize, end: usize) -> Line {
        let seen = (first..end)
            .rev()
            .find(|at| !self.is_space(*at))
            .map_or(first, |at| at + 1);
        let mut line = Line {
            runs: Vec::new(),
            width: (first..seen).map(|at| self.width(at)).sum(),
        };
        let mut from = first;
        while from < end {
            let Some(style) = self.style(from) else {
                break;
            };
            let until = (from..end)
                .find(|at| self.style(*at) != Some(style))
                .unwrap_or(end);
            line.runs.extend(self.run(from, until, style));
            from = until;
        }
        line
    }

    fn run(&self, from: usize, until: usize, style: Style) -> Option<Run> {
        let letters = self.letters.get(from..until)?;
        let start = letters.first()?.start;
        let last = letters.last()?;
        let end = usize::try_from(last.start).ok()? + usize::from(last.length);
        let text = self.text.get(usize::try_from(start).ok()?..end)?;
        let letters: Box<[Letter]> = letters
            .iter()
            .map(|letter| Letter {
                start: letter.start - start,
                ..*letter
            })
            .collect();
        Some(Run {
            width: letters.iter().map(|letter| letter.width(style.size)).sum(),
            text: text.into(),
            letters,
            style,
        })
    }
}

/// The text in pieces that are shaped one by one; a line feed is a piece of its own.
fn stretches(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let first = rest.chars().next()?;
        let line = rest.find('\n').unwrap_or(rest.len());
        let mut end = if first == '\n' { 1 } else { line };
        if end > STRETCH {
            let longest = rest.floor_char_boundary(STRETCH);
            end = rest[..longest]
                .rfind(' ')
                .map_or(longest, |space| space + 1);
        }
        let (stretch, after) = rest.split_at(end);
        rest = after;
        Some(stretch)
    })
}
