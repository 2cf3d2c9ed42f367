//! Finding words: which things hold them, and how well.
//!
//! A thing's score is a sum of fixed grades, one for each word asked for: the better the place and the manner in which
//! the word is found, the higher. No statistics enter, so that a page's order holds while things are added, and a
//! search costs a walk through the words and their lists and nothing else.

use tantivy::DocId;

use super::{
    asked::Asked,
    fields::{Fields, Zone},
    grades::{
        MIN_PART, Manner, SHORT_NUMBER, START_OF_IDENTIFIER, WHOLE_IDENTIFIER, grade, min_start,
    },
    lists::{Lists, raise_docs},
    snapshot::{Segment, Snapshot},
};
use crate::{domain::sight::Sight, error::Result};

/// How well each thing of a segment matches; 0 is not at all.
pub(super) type Scores = Vec<u16>;

/// A word found in fewer things than this may be mistyped or put together: then its neighbours are looked for, too.
const FEW: usize = 10;
/// Words of this many letters may hold a typo, and of twice as many, two.
const MIN_TYPO: usize = 4;
/// An identifier is looked for across at most so many words.
const MAX_PIECES: usize = 6;

/// How well every thing of every segment matches; `None` when nothing was asked.
pub(super) fn find(
    snapshot: &Snapshot,
    fields: &Fields,
    asked: &Asked,
    sight: Sight,
) -> Result<Option<Vec<Scores>>> {
    if asked.is_empty() {
        return Ok(None);
    }
    let mut hunts: Vec<_> = snapshot
        .segments
        .iter()
        .map(|segment| Hunt::new(segment, fields, asked))
        .collect();
    for hunt in &mut hunts {
        hunt.find_words()?;
        hunt.find_identifiers()?;
    }
    for at in 0..asked.words.len() {
        let seen = hunts.iter().flat_map(|hunt| hunt.seen(at, sight));
        if seen.take(FEW).count() < FEW {
            for hunt in &mut hunts {
                hunt.guess(at)?;
            }
        }
    }
    let scores = hunts.into_iter().map(Hunt::scores);
    scores.collect::<Result<_>>().map(Some)
}

/// The search through one segment.
struct Hunt<'a> {
    segment: &'a Segment,
    fields: &'a Fields,
    asked: &'a Asked,
    /// For each word the best grade of each thing.
    best: Vec<Vec<u8>>,
}

impl<'a> Hunt<'a> {
    fn new(segment: &'a Segment, fields: &'a Fields, asked: &'a Asked) -> Self {
        Self {
            segment,
            fields,
            asked,
            best: vec![vec![0; segment.len()]; asked.words.len()],
        }
    }

    fn find_words(&mut self) -> Result<()> {
        for (word, best) in self.asked.words.iter().zip(&mut self.best) {
            let lists = Lists {
                segment: self.segment,
            };
            for zone in Zone::ALL {
                let zone_fields = self.fields.zone(zone);
                let folded = lists.open(zone_fields.folded)?;
                let stems = lists.open(zone_fields.stems)?;
                folded.word(&word.folded, grade(zone, Manner::Folded), best)?;
                // The stem of one form is another form whole: *hjälm* of *hjälmar*.
                stems.word(&word.folded, grade(zone, Manner::Stem), best)?;
                for stem in &word.stems {
                    folded.word(stem, grade(zone, Manner::Stem), best)?;
                    stems.word(stem, grade(zone, Manner::Stem), best)?;
                }
                let starts = word.growing && word.folded.len() >= min_start(zone);
                if starts {
                    folded.start(&word.folded, grade(zone, Manner::Start), best)?;
                }
                if let Some(exact) = zone_fields.exact {
                    let exact = lists.open(exact)?;
                    exact.word(&word.exact, grade(zone, Manner::Exact), best)?;
                    if starts {
                        let grade = grade(zone, Manner::ExactStart);
                        exact.start(&word.exact, grade, best)?;
                    }
                }
            }
            lists.parts(self.fields, word, best)?;
            if let Ok(number) = word.folded.parse::<u32>() {
                let numbers = &self.segment.rows.numbers;
                for (found, best) in numbers.iter().zip(best) {
                    if *found == number {
                        *best = (*best).max(SHORT_NUMBER);
                    }
                }
            }
        }
        Ok(())
    }

    /// Identifiers are typed with and without spaces and dashes: neighbouring words are tried as one.
    fn find_identifiers(&mut self) -> Result<()> {
        let lists = Lists {
            segment: self.segment,
        };
        let identifiers = lists.open(self.fields.identifier)?;
        let words = &self.asked.words;
        for first in 0..words.len() {
            let mut joined = String::new();
            for (last, word) in words.iter().enumerate().skip(first).take(MAX_PIECES) {
                joined.extend(word.exact.chars().flat_map(char::to_uppercase));
                // Read once for all of its pieces: many identifiers begin alike.
                let pieces = &mut self.best[first..=last];
                let mut raise = |docs: &[DocId], grade| {
                    for best in &mut *pieces {
                        raise_docs(docs, grade, best);
                    }
                };
                identifiers.each_with(&joined, |docs| raise(docs, WHOLE_IDENTIFIER))?;
                if joined.len() >= MIN_PART {
                    identifiers.each_starting(&joined, |docs| raise(docs, START_OF_IDENTIFIER))?;
                }
            }
        }
        Ok(())
    }

    /// The things found for a word that this person sees.
    fn seen(&self, word: usize, sight: Sight) -> impl Iterator<Item = DocId> {
        let eyes = self.segment.eyes(sight);
        let docs = (0..).zip(&self.best[word]);
        docs.filter(move |(doc, grade)| {
            **grade > 0 && eyes.see(*doc, self.segment.rows.facets_of(*doc))
        })
        .map(|(doc, _)| doc)
    }

    /// Looks for what somebody may have meant by a word.
    fn guess(&mut self, at: usize) -> Result<()> {
        let word = &self.asked.words[at];
        let best = &mut self.best[at];
        let lists = Lists {
            segment: self.segment,
        };
        let letters = word.folded.chars().count();
        if letters >= MIN_TYPO && !word.folded.contains(|letter: char| letter.is_numeric()) {
            for zone in Zone::ALL {
                let field = self.fields.zone(zone).folded;
                lists.like(field, word, 1, grade(zone, Manner::Typo), best)?;
                if letters >= 2 * MIN_TYPO {
                    lists.like(field, word, 2, grade(zone, Manner::TwoTypos), best)?;
                }
            }
        }
        lists.halves(self.fields, &word.folded, best)
    }

    fn scores(self) -> Result<Scores> {
        let mut scores = vec![0; self.segment.len()];
        let lists = Lists {
            segment: self.segment,
        };
        let mut best = self.best;
        for phrase in &self.asked.phrases {
            let mut found = vec![0; self.segment.len()];
            lists.phrase(self.fields, phrase, &mut found)?;
            best.push(found);
        }
        match best.split_first() {
            Some((first, others)) => {
                for (score, grade) in scores.iter_mut().zip(first) {
                    *score = u16::from(*grade);
                }
                for best in others {
                    for (score, grade) in scores.iter_mut().zip(best) {
                        let both = *score > 0 && *grade > 0;
                        *score = if both { *score + u16::from(*grade) } else { 0 };
                    }
                }
            }
            // Only left out, nothing looked for: the rest is all as good.
            None => scores.fill(1),
        }
        for phrase in &self.asked.without {
            let mut found = vec![0; self.segment.len()];
            lists.phrase(self.fields, phrase, &mut found)?;
            for (score, unwanted) in scores.iter_mut().zip(found) {
                if unwanted > 0 {
                    *score = 0;
                }
            }
        }
        Ok(scores)
    }
}
