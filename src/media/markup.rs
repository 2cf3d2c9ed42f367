//! The text of an HTML file, as it stands on the page: line by line, and what stands beside each other two spaces apart.

use std::cell::RefCell;

use html5ever::{
    tendril::StrTendril,
    tokenizer::{
        BufferQueue, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
        states::RawKind,
    },
};

/// How deep tables may lie within tables; what is deeper stands as it comes.
const DEPTH: usize = 60;
/// What stands between two cells of a row.
const GAP: &str = "  ";

/// Whether a text is HTML, or something like it.
pub(super) fn is_markup(text: &str) -> bool {
    let mut letters = text.trim_start().chars();
    letters.next() == Some('<')
        && letters
            .next()
            .is_some_and(|next| next == '!' || next.is_ascii_alphabetic())
        && text.contains('>')
}

/// What it says. Nothing of it is run, loaded or believed.
pub(super) fn text(html: &str) -> String {
    let input = BufferQueue::default();
    input.push_back(StrTendril::from(html));
    let tokenizer = Tokenizer::new(Writer::default(), TokenizerOpts::default());
    // The writer stops for no script, so that all of it is fed at once.
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    tokenizer.sink.0.into_inner().finish()
}

/// Writes down what tags and letters come to.
#[derive(Default)]
struct Writer(RefCell<Desk>);

/// Lines so far, and the line that is being written.
#[derive(Default)]
struct Lines {
    done: Vec<String>,
    line: String,
}

/// What is open around the letters that come.
enum Frame {
    /// A table, with the lines of its rows.
    Table(Lines),
    /// A row, with its cells.
    Row(Vec<Lines>),
    /// A cell.
    Cell(Lines),
}

#[derive(Default)]
struct Desk {
    page: Lines,
    frames: Vec<Frame>,
    /// The tag whose letters are nobody's to read.
    unread: Option<String>,
}

impl Lines {
    fn write(&mut self, letters: &str) {
        for letter in letters.chars() {
            if !letter.is_whitespace() {
                self.line.push(letter);
            } else if !self.line.is_empty() && !self.line.ends_with(' ') {
                self.line.push(' ');
            }
        }
    }

    fn end_line(&mut self) {
        let line = self.line.trim();
        if !line.is_empty() {
            self.done.push(line.to_owned());
        }
        self.line.clear();
    }

    fn take_over(&mut self, mut other: Self) {
        self.end_line();
        other.end_line();
        self.done.append(&mut other.done);
    }
}

impl Desk {
    /// Where letters go now: those in a table and in none of its cells are of the page around.
    fn lines(&mut self) -> &mut Lines {
        let inmost = self.frames.iter_mut().rev().find_map(|frame| match frame {
            Frame::Table(lines) | Frame::Cell(lines) => Some(lines),
            Frame::Row(_) => None,
        });
        inmost.unwrap_or(&mut self.page)
    }

    fn open(&mut self, frame: Frame) {
        if self.frames.len() < DEPTH {
            self.frames.push(frame);
        } else {
            self.lines().end_line();
        }
    }

    /// Closes what is inmost, and hands what it holds to what is around it.
    fn close(&mut self) {
        match self.frames.pop() {
            Some(Frame::Cell(mut lines)) => {
                lines.end_line();
                if let Some(Frame::Row(cells)) = self.frames.last_mut() {
                    cells.push(lines);
                } else {
                    self.lines().take_over(lines);
                }
            }
            Some(Frame::Row(cells)) => {
                let rows = beside_each_other(&cells);
                self.lines().take_over(rows);
            }
            Some(Frame::Table(lines)) => self.lines().take_over(lines),
            None => {}
        }
    }

    /// Closes what is open in the inmost table, as far as `stays` says.
    fn close_until(&mut self, stays: impl Fn(&Frame) -> bool) {
        while let Some(frame) = self.frames.last()
            && !matches!(frame, Frame::Table(_))
            && !stays(frame)
        {
            self.close();
        }
    }

    fn begin(&mut self, tag: &str) {
        match tag {
            "table" => {
                self.lines().end_line();
                self.open(Frame::Table(Lines::default()));
            }
            "tr" => {
                self.close_until(|_| false);
                self.open(Frame::Row(Vec::new()));
            }
            "td" | "th" => {
                self.close_until(|frame| matches!(frame, Frame::Row(_)));
                self.open(Frame::Cell(Lines::default()));
            }
            tag if is_block(tag) => self.lines().end_line(),
            _ => {}
        }
    }

    fn end(&mut self, tag: &str) {
        match tag {
            "table" => {
                self.close_until(|_| false);
                self.close();
            }
            "tr" => self.close_until(|_| false),
            "td" | "th" => self.close_until(|frame| matches!(frame, Frame::Row(_))),
            tag if is_block(tag) => self.lines().end_line(),
            _ => {}
        }
    }

    fn finish(mut self) -> String {
        while !self.frames.is_empty() {
            self.close();
        }
        self.page.end_line();
        self.page.done.join("\n")
    }
}

/// The lines of cells, the first of each on one line, then the second of each, and so on.
fn beside_each_other(cells: &[Lines]) -> Lines {
    let height = cells.iter().map(|cell| cell.done.len()).max();
    let line = |at: usize| {
        let pieces = cells.iter().filter_map(|cell| cell.done.get(at));
        pieces.map(String::as_str).collect::<Vec<_>>().join(GAP)
    };
    Lines {
        done: (0..height.unwrap_or_default()).map(line).collect(),
        line: String::new(),
    }
}

fn is_block(tag: &str) -> bool {
    matches!(
        tag,
        "address"
            | "article"
            | "blockquote"
            | "br"
            | "center"
            | "dd"
            | "div"
            | "dl"
            | "dt"
            | "footer"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "header"
            | "hr"
            | "li"
            | "main"
            | "ol"
            | "option"
            | "p"
            | "pre"
            | "section"
            | "title"
            | "ul"
    )
}

impl TokenSink for Writer {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut desk = self.0.borrow_mut();
        match token {
            Token::CharacterTokens(letters) if desk.unread.is_none() => {
                desk.lines().write(&letters);
            }
            Token::TagToken(tag) if tag.kind == TagKind::StartTag => {
                // The tokenizer is told where letters are no tags; it tells of nothing but the end of them.
                let raw = match &*tag.name {
                    "script" => Some(RawKind::ScriptData),
                    "style" | "noframes" | "iframe" | "noembed" => Some(RawKind::Rawtext),
                    "textarea" | "title" => Some(RawKind::Rcdata),
                    _ => None,
                };
                desk.begin(&tag.name);
                if let Some(raw) = raw {
                    if raw != RawKind::Rcdata || &*tag.name == "title" {
                        desk.unread = Some(tag.name.to_string());
                    }
                    return TokenSinkResult::RawData(raw);
                }
            }
            Token::TagToken(tag) => {
                if desk.unread.as_deref() == Some(&*tag.name) {
                    desk.unread = None;
                }
                desk.end(&tag.name);
            }
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_beside_each_other_is_one_line() {
        let html = "<!DOCTYPE html><html><head><title>Kvitto</title><style>p { color: red }</style></head><body>
            <script>document.write('<p>ditt pris')</script>
            <h1>Elbyn&nbsp;AB</h1>Hej <b>Anna</b>,<br>tack   för
            ditt köp.
            <table><tr><td><p>Vattenkokare</p></td><td align=right><div>499,00&nbsp;kr</div></td></tr>
            <tr><th>Att betala<th>657,00 kr</table>
            <p>Järnvägsgatan 3</body></html>";
        let lines = [
            "Elbyn AB",
            "Hej Anna,",
            "tack för ditt köp.",
            "Vattenkokare  499,00 kr",
            "Att betala  657,00 kr",
            "Järnvägsgatan 3",
        ];
        assert_eq!(text(html), lines.join("\n"));
    }

    #[test]
    fn tables_that_lay_out_a_page_are_read_as_they_look() {
        let html = "<table><tr><td><table><tr><td>Från<br>Elbyn</td></tr></table></td>
            <td>Till<br>Anna<br>Umeå</td></tr><tr><td>Tack</td></tr></table>efter";
        assert_eq!(text(html), "Från  Till\nElbyn  Anna\nUmeå\nTack\nefter");
    }

    #[test]
    fn only_what_begins_as_markup_is_taken_for_it() {
        for markup in ["<p>Tack</p>", "\n <!-- mall --><html>", "<!doctype html>"] {
            assert!(is_markup(markup), "{markup}");
        }
        for plain in ["", "Kvitto <3", "< 5 kr>", "<", "<5>", "<p"] {
            assert!(!is_markup(plain), "{plain}");
        }
    }

    #[test]
    fn a_thousand_tables_within_each_other_are_read_to_the_inmost() {
        let html = "<table><tr><td>".repeat(1000) + "inmost";
        assert_eq!(text(&html), "inmost");
    }

    proptest::proptest! {
        #[test]
        fn whatever_it_is_it_ends_and_says_no_more_than_it_holds(
            parts in proptest::collection::vec("</?(table|tr|td|p|br|script|style|title|textarea)>|[a-zå&;<>! ]{0,6}", 0..60)
        ) {
            let html = parts.concat();
            let letters = |text: &str| text.chars().filter(|c| !c.is_whitespace()).count();
            // A reference such as `&lt` becomes one letter, and none becomes more than it takes to write.
            proptest::prop_assert!(letters(&text(&html)) <= html.chars().count());
        }
    }
}
