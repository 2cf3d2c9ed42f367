//! The lists of a segment, which things hold which words: each look-up raises the grade of the things it finds.

use std::sync::Arc;

use tantivy::{
    DocId, DocSet as _, TERMINATED, Term,
    index::InvertedIndexReader,
    postings::TermInfo,
    query::{EnableScoring, FuzzyTermQuery, PhraseQuery, Query as _},
    schema::{Field, IndexRecordOption},
};

use super::{
    asked::Word,
    fields::{Fields, Zone},
    grades::{BOTH_HALVES, MIN_PART, Manner, grade},
    rows::Rows,
    snapshot::Segment,
};
use crate::error::{Error, Result};

/// The lists of a segment: which things hold a word.
#[derive(Clone, Copy)]
pub(super) struct Lists<'a> {
    pub(super) segment: &'a Segment,
}

impl Lists<'_> {
    pub(super) fn open(self, field: Field) -> Result<Words> {
        self.segment
            .reader
            .inverted_index(field)
            .map(Words)
            .map_err(Error::internal)
    }

    /// … to those that hold a word within this many typos.
    pub(super) fn like(
        self,
        field: Field,
        word: &Word,
        typos: u8,
        grade: u8,
        best: &mut [u8],
    ) -> Result<()> {
        let term = Term::from_field_text(field, &word.folded);
        let query = if word.growing {
            FuzzyTermQuery::new_prefix(term, typos, true)
        } else {
            FuzzyTermQuery::new(term, typos, true)
        };
        let automaton = query.automaton().map_err(Error::internal)?;
        let words = self.open(field)?;
        let search = words.0.terms().search(automaton).without_keys();
        let mut terms = search.into_stream().map_err(Error::internal)?;
        while terms.advance() {
            words.each_on(terms.value(), |docs| raise_docs(docs, grade, best))?;
        }
        Ok(())
    }

    /// … to those whose short texts hold a word that the word or its stem is a part of.
    pub(super) fn parts(self, fields: &Fields, word: &Word, best: &mut [u8]) -> Result<()> {
        let vocabularies = &self.segment.rows.vocabularies;
        for (zone, vocabulary) in Rows::PART_ZONES.into_iter().zip(vocabularies) {
            let words = self.open(fields.zone(zone).folded)?;
            let parts = [&word.folded].into_iter().chain(&word.stems);
            for part in parts.filter(|part| part.chars().count() >= MIN_PART) {
                for whole in vocabulary.holding(part) {
                    words.word(whole, grade(zone, Manner::Part), best)?;
                }
            }
        }
        Ok(())
    }

    /// … to those whose short texts hold both halves of a word put together: *hjälm för cykel* for *cykelhjälm*.
    pub(super) fn halves(self, fields: &Fields, folded: &str, best: &mut [u8]) -> Result<()> {
        let mut left = vec![0; self.segment.len()];
        let mut right = left.clone();
        for (at, _) in folded.char_indices().skip(MIN_PART) {
            let (start, end) = folded.split_at(at);
            if end.chars().count() < MIN_PART {
                break;
            }
            left.fill(0);
            right.fill(0);
            self.half(fields, start, &mut left)?;
            // The s between the halves belongs to neither: *arbetsbord*.
            if let Some(start) = start
                .strip_suffix('s')
                .filter(|start| start.len() >= MIN_PART)
            {
                self.half(fields, start, &mut left)?;
            }
            if left.iter().all(|grade| *grade == 0) {
                continue;
            }
            self.half(fields, end, &mut right)?;
            for (best, (left, right)) in best.iter_mut().zip(left.iter().zip(&right)) {
                *best = (*best).max(*left.min(right));
            }
        }
        Ok(())
    }

    fn half(self, fields: &Fields, half: &str, best: &mut [u8]) -> Result<()> {
        for zone in Rows::PART_ZONES {
            let fields = fields.zone(zone);
            self.open(fields.folded)?.word(half, BOTH_HALVES, best)?;
            self.open(fields.stems)?.word(half, BOTH_HALVES, best)?;
        }
        Ok(())
    }

    /// … to those that hold these words one after another, in any zone.
    pub(super) fn phrase(self, fields: &Fields, phrase: &[String], best: &mut [u8]) -> Result<()> {
        for zone in Zone::ALL {
            let field = fields.zone(zone).folded;
            let grade = grade(zone, Manner::Folded);
            if let [word] = phrase {
                self.open(field)?.word(word, grade, best)?;
                continue;
            }
            let terms = phrase.iter().map(|word| Term::from_field_text(field, word));
            let reader = &self.segment.reader;
            let mut docs = PhraseQuery::new(terms.collect())
                .weight(EnableScoring::disabled_from_schema(reader.schema()))
                .and_then(|weight| weight.scorer(reader, 1.0))
                .map_err(Error::internal)?;
            while docs.doc() != TERMINATED {
                raise_docs(&[docs.doc()], grade, best);
                docs.advance();
            }
        }
        Ok(())
    }
}

/// The words of a field, each with its list.
pub(super) struct Words(Arc<InvertedIndexReader>);

impl Words {
    /// Gives this grade to the things that hold the word.
    pub(super) fn word(&self, word: &str, grade: u8, best: &mut [u8]) -> Result<()> {
        self.each_with(word, |docs| raise_docs(docs, grade, best))
    }

    /// … to those that hold a word with this beginning.
    pub(super) fn start(&self, start: &str, grade: u8, best: &mut [u8]) -> Result<()> {
        self.each_starting(start, |docs| raise_docs(docs, grade, best))
    }

    /// Tells of the things that hold the word, some at a time.
    pub(super) fn each_with(&self, word: &str, tell: impl FnMut(&[DocId])) -> Result<()> {
        match self.0.terms().get(word).map_err(Error::internal)? {
            Some(term) => self.each_on(&term, tell),
            None => Ok(()),
        }
    }

    /// … of those that hold a word with this beginning.
    pub(super) fn each_starting(&self, start: &str, mut tell: impl FnMut(&[DocId])) -> Result<()> {
        // No text has the byte 255, so this is after every word with the beginning.
        let mut end = start.as_bytes().to_vec();
        end.push(u8::MAX);
        let range = self.0.terms().range().ge(start).lt(end).without_keys();
        let mut terms = range.into_stream().map_err(Error::internal)?;
        while terms.advance() {
            self.each_on(terms.value(), &mut tell)?;
        }
        Ok(())
    }

    /// … of those on a word's list.
    fn each_on(&self, term: &TermInfo, mut tell: impl FnMut(&[DocId])) -> Result<()> {
        let mut block = self
            .0
            .read_block_postings_from_terminfo(term, IndexRecordOption::Basic)
            .map_err(Error::internal)?;
        while block.block_len() > 0 {
            tell(block.docs());
            block.advance();
        }
        Ok(())
    }
}

/// Gives this grade to these things, where they have no better one.
pub(super) fn raise_docs(docs: &[DocId], grade: u8, best: &mut [u8]) {
    for doc in docs {
        if let Some(best) = best.get_mut(*doc as usize) {
            *best = (*best).max(grade);
        }
    }
}
