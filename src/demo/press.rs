//! The press: what the demo household has on paper, set as PDF files.

use pdf_writer::{Content, Finish, Name, Pdf, Rect, Ref, Str};

use super::household::Paper;

/// The page description of one page so far, in points (1/72 inch) from the bottom left.
struct Page {
    content: Content,
    paper: Paper,
    height: f32,
    /// How far down it has been written.
    y: f32,
}

/// Those of the fonts which every reader of PDF has.
#[derive(Clone, Copy)]
enum Font {
    Plain,
    Bold,
    Typed,
    TypedBold,
}

impl Font {
    const ALL: [Self; 4] = [Self::Plain, Self::Bold, Self::Typed, Self::TypedBold];

    const fn name(self) -> Name<'static> {
        Name(match self {
            Self::Plain => b"Helvetica",
            Self::Bold => b"Helvetica-Bold",
            Self::Typed => b"Courier",
            Self::TypedBold => b"Courier-Bold",
        })
    }
}

/// How wide a letter of the typed fonts is, in sizes.
const TYPED: f32 = 0.6;
const INK: [f32; 3] = [0.13, 0.13, 0.16];
const FAINT: [f32; 3] = [0.45, 0.45, 0.5];

impl Paper {
    /// Points across. A slip is as long as what stands on it.
    const fn width(self) -> f32 {
        match self {
            Self::Slip => 226.,
            Self::Booklet => 420.,
            Self::Guarantee | Self::Valuation => 595.,
        }
    }

    const fn margin(self) -> f32 {
        match self {
            Self::Slip => 16.,
            Self::Booklet => 40.,
            Self::Guarantee | Self::Valuation => 72.,
        }
    }

    const fn colour(self) -> [f32; 3] {
        match self {
            Self::Slip => INK,
            Self::Booklet => [0.16, 0.36, 0.46],
            Self::Guarantee => [0.10, 0.22, 0.40],
            Self::Valuation => [0.55, 0.42, 0.16],
        }
    }
}

/// Sets a text on one page. Its lines are: `# ` a heading, `= ` what matters, `-` a rule, empty a gap, else as it is;
/// what stands after a tab stands in a second column.
pub(super) fn print(paper: Paper, text: &str) -> Vec<u8> {
    let lines: u16 = text.lines().count().try_into().unwrap_or(u16::MAX);
    let height = match paper {
        Paper::Slip => f32::from(lines).mul_add(12., 104.),
        Paper::Booklet => 595.,
        Paper::Guarantee | Paper::Valuation => 842.,
    };
    let mut page = Page {
        content: Content::new(),
        paper,
        height,
        y: height,
    };
    page.dress();
    for line in text.lines() {
        page.set(line);
    }
    page.close();
    page.finish()
}

impl Page {
    /// What the paper looks like before anything is written on it.
    fn dress(&mut self) {
        let (paper, height) = (self.paper, self.height);
        let width = paper.width();
        match paper {
            Paper::Slip => self.y -= 30.,
            Paper::Booklet | Paper::Guarantee => {
                let band = height / 7.;
                self.fill(paper.colour(), (0., height - band, width, band));
                self.fill([0.93, 0.70, 0.32], (0., height - band - 5., width, 5.));
                self.y -= band * 0.62;
            }
            Paper::Valuation => {
                self.pen(paper.colour(), 2.5);
                self.content
                    .rect(28., 28., width - 56., height - 56.)
                    .stroke();
                self.pen(paper.colour(), 0.8);
                self.content
                    .rect(36., 36., width - 72., height - 72.)
                    .stroke();
                self.y -= 130.;
            }
        }
    }

    fn set(&mut self, line: &str) {
        let left = self.paper.margin();
        let typed = self.paper == Paper::Slip;
        let (plain, bold) = if typed {
            (Font::Typed, Font::TypedBold)
        } else {
            (Font::Plain, Font::Bold)
        };
        let (size, leading) = if typed { (8.4, 12.) } else { (11., 17.) };
        if let Some(heading) = line.strip_prefix("# ") {
            return self.head(heading);
        }
        if line == "-" {
            self.pen(FAINT, 0.7);
            let y = self.y + leading * 0.3;
            self.content.move_to(left, y);
            self.content.line_to(self.paper.width() - left, y).stroke();
            self.y -= leading;
            return;
        }
        let (font, line) = line
            .strip_prefix("= ")
            .map_or((plain, line), |line| (bold, line));
        let (first, second) = line.split_once('\t').unwrap_or((line, ""));
        self.write(font, size, INK, left, first);
        let column = if typed {
            self.paper.width() - left - typed_width(second, size)
        } else {
            left + self.paper.width() / 4.
        };
        self.write(font, size, INK, column, second);
        self.y -= leading;
    }

    /// The first heading is the name of the whole; it stands in the band where there is one.
    fn head(&mut self, text: &str) {
        let (paper, left) = (self.paper, self.paper.margin());
        let first = self.y > self.height * 0.82;
        let (size, colour, after) = match (paper, first) {
            (Paper::Slip, _) => (14., INK, 20.),
            (Paper::Valuation, true) => (34., paper.colour(), 60.),
            (_, true) => (24., [1.; 3], self.height / 7. * 0.38 + 44.),
            (_, false) => (13., paper.colour(), 22.),
        };
        let (font, x) = if paper == Paper::Slip {
            let width = typed_width(text, size);
            (Font::TypedBold, (paper.width() - width) / 2.)
        } else {
            (Font::Bold, left)
        };
        self.write(font, size, colour, x, text);
        self.y -= after;
    }

    /// What comes beneath the text: the bars of a till, the hand of whoever vouches for it.
    fn close(&mut self) {
        let left = self.paper.margin();
        match self.paper {
            Paper::Booklet => {}
            Paper::Slip => {
                let mut x = left + 20.;
                // Looks like a code, and is none.
                for bar in [
                    2, 1, 3, 1, 1, 2, 4, 1, 2, 2, 1, 3, 1, 4, 2, 1, 1, 3, 2, 1, 2, 1, 3, 1, 2_u8,
                ] {
                    let wide = f32::from(bar) * 1.5;
                    self.fill(INK, (x, self.y - 26., wide, 28.));
                    x += wide + 2.8;
                }
            }
            Paper::Guarantee => {
                self.pen([0.20, 0.32, 0.62], 2.2);
                self.circle((450., 250.), 62.);
                self.pen([0.20, 0.32, 0.62], 0.9);
                self.circle((450., 250.), 55.);
                self.content.rect(398., 238., 104., 24.).stroke();
                self.sign(left, 230.);
            }
            Paper::Valuation => self.sign(left, 190.),
        }
    }

    /// Somebody's name, as nobody can read it, on a line to write it on.
    fn sign(&mut self, x: f32, y: f32) {
        self.pen(FAINT, 0.7);
        self.content.move_to(x, y).line_to(x + 210., y).stroke();
        self.pen([0.12, 0.18, 0.46], 1.5);
        let pen = &mut self.content;
        pen.move_to(x + 14., y + 6.)
            .cubic_to(x + 20., y + 60., x + 48., y + 50., x + 34., y + 14.)
            .cubic_to(x + 28., y - 6., x + 12., y + 22., x + 58., y + 20.)
            .cubic_to(x + 76., y + 18., x + 60., y + 2., x + 78., y + 8.)
            .cubic_to(x + 92., y + 14., x + 84., y + 26., x + 98., y + 12.)
            .cubic_to(x + 106., y + 2., x + 112., y + 46., x + 116., y + 26.)
            .cubic_to(x + 118., y + 4., x + 130., y + 10., x + 138., y + 14.)
            .cubic_to(x + 150., y + 20., x + 168., y + 2., x + 196., y + 18.)
            .stroke();
    }

    fn fill(&mut self, [red, green, blue]: [f32; 3], (x, y, width, height): (f32, f32, f32, f32)) {
        self.content.set_fill_rgb(red, green, blue);
        self.content.rect(x, y, width, height).fill_nonzero();
    }

    fn pen(&mut self, [red, green, blue]: [f32; 3], width: f32) {
        self.content.set_stroke_rgb(red, green, blue);
        self.content.set_line_width(width);
    }

    fn circle(&mut self, (x, y): (f32, f32), radius: f32) {
        // Where the handles of a cubic lie that follows a quarter of a circle.
        let handle = radius * 0.552_3;
        self.content
            .move_to(x + radius, y)
            .cubic_to(
                x + radius,
                y + handle,
                x + handle,
                y + radius,
                x,
                y + radius,
            )
            .cubic_to(
                x - handle,
                y + radius,
                x - radius,
                y + handle,
                x - radius,
                y,
            )
            .cubic_to(
                x - radius,
                y - handle,
                x - handle,
                y - radius,
                x,
                y - radius,
            )
            .cubic_to(
                x + handle,
                y - radius,
                x + radius,
                y - handle,
                x + radius,
                y,
            )
            .stroke();
    }

    fn write(&mut self, font: Font, size: f32, colour: [f32; 3], x: f32, text: &str) {
        if text.is_empty() {
            return;
        }
        let [red, green, blue] = colour;
        self.content
            .begin_text()
            .set_fill_rgb(red, green, blue)
            .set_font(font.name(), size)
            .next_line(x, self.y)
            .show(Str(&latin(text)))
            .end_text();
    }

    fn finish(self) -> Vec<u8> {
        let (catalog, pages, page, content) = (Ref::new(1), Ref::new(2), Ref::new(3), Ref::new(4));
        let fonts = || (5..).map(Ref::new).zip(Font::ALL);
        let mut pdf = Pdf::new();
        pdf.catalog(catalog).pages(pages);
        pdf.pages(pages).kids([page]).count(1);
        let mut described = pdf.page(page);
        described
            .parent(pages)
            .media_box(Rect::new(0., 0., self.paper.width(), self.height))
            .contents(content);
        let mut resources = described.resources();
        let mut named = resources.fonts();
        for (at, font) in fonts() {
            named.pair(font.name(), at);
        }
        named.finish();
        resources.finish();
        described.finish();
        for (at, font) in fonts() {
            pdf.type1_font(at)
                .base_font(font.name())
                .encoding_predefined(Name(b"WinAnsiEncoding"));
        }
        pdf.stream(content, &self.content.finish());
        pdf.finish()
    }
}

fn typed_width(text: &str, size: f32) -> f32 {
    let letters: u16 = text.chars().count().try_into().unwrap_or(u16::MAX);
    f32::from(letters) * TYPED * size
}

/// The letters as the fonts number them, which is Latin-1 for all that the household writes.
fn latin(text: &str) -> Vec<u8> {
    text.chars()
        .map(|letter| u8::try_from(letter).unwrap_or(b'?'))
        .collect()
}
