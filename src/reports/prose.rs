//! What people wrote in Markdown, as a printed report says it: paragraphs, lists, weight and slant.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::press::{Block, Span, Text, Voice};

/// The blocks of a text. What a report has no shape for, a table or a heading, is told as paragraphs.
#[must_use]
pub fn blocks(markdown: &str) -> Vec<Block> {
    let mut prose = Prose::default();
    for event in Parser::new_ext(markdown, Options::empty()) {
        prose.take(event);
    }
    prose.end();
    prose.blocks
}

#[derive(Default)]
struct Prose {
    blocks: Vec<Block>,
    line: Text,
    strong: usize,
    slanted: usize,
    /// The number of the next item of each list around, none where a list has no numbers.
    lists: Vec<Option<u64>>,
}

impl Prose {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(&tag),
            Event::End(tag) => self.finish(tag),
            Event::Text(words)
            | Event::Code(words)
            | Event::Html(words)
            | Event::InlineHtml(words) => self.say(&words),
            Event::SoftBreak | Event::HardBreak => self.end(),
            Event::Rule => {
                self.end();
                self.blocks.push(Block::Rule);
            }
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::Strong | Tag::Heading { .. } => self.strong += 1,
            Tag::Emphasis => self.slanted += 1,
            Tag::List(first) => {
                self.end();
                self.lists.push(*first);
            }
            Tag::Item => {
                self.end();
                let bullet = match self.lists.last_mut() {
                    Some(Some(number)) => {
                        *number += 1;
                        format!("{}. ", *number - 1)
                    }
                    _ => "• ".to_owned(),
                };
                self.say(&bullet);
            }
            _ => {}
        }
    }

    fn finish(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Strong => self.strong = self.strong.saturating_sub(1),
            TagEnd::Heading(_) => {
                self.strong = self.strong.saturating_sub(1);
                self.end();
            }
            TagEnd::Emphasis => self.slanted = self.slanted.saturating_sub(1),
            TagEnd::List(_) => {
                self.end();
                self.lists.pop();
            }
            TagEnd::Paragraph | TagEnd::Item | TagEnd::CodeBlock | TagEnd::BlockQuote(_) => {
                self.end();
            }
            _ => {}
        }
    }

    fn say(&mut self, words: &str) {
        let voice = if self.strong > 0 {
            Voice::Strong
        } else if self.slanted > 0 {
            Voice::Slanted
        } else {
            Voice::Plain
        };
        self.line.0.push(Span {
            words: words.to_owned(),
            voice,
        });
    }

    fn end(&mut self) {
        let line = std::mem::take(&mut self.line);
        if line.0.iter().any(|span| !span.words.trim().is_empty()) {
            self.blocks.push(Block::Paragraph(line));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(markdown: &str) -> Vec<String> {
        let told = blocks(markdown).into_iter().map(|block| match block {
            Block::Paragraph(text) => {
                let said = text.0.into_iter().map(|span| match span.voice {
                    Voice::Strong => format!("*{}*", span.words),
                    Voice::Slanted => format!("/{}/", span.words),
                    _ => span.words,
                });
                said.collect()
            }
            other => format!("{other:?}"),
        });
        told.collect()
    }

    #[test]
    fn what_was_written_is_told_in_paragraphs_and_voices() {
        assert_eq!(
            told("De kom **in** _bakvägen_.\nVi sov.\n\n1. ytterdörren\n2. skåpet\n\n- hund"),
            [
                "De kom *in* /bakvägen/.",
                "Vi sov.",
                "1. ytterdörren",
                "2. skåpet",
                "• hund"
            ]
        );
    }

    #[test]
    fn what_looks_like_a_page_is_words() {
        assert_eq!(told("<b>fet</b>"), ["<b>fet</b>"]);
        assert_eq!(told("# Rubrik\ntext"), ["*Rubrik*", "text"]);
        assert!(told("  \n\n").is_empty());
    }
}
