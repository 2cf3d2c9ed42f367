//! Charts, drawn as SVG by a plotting library: pictures to a screen reader, which the table beside each says in words.

use maud::{Markup, PreEscaped, Render, html};
use plotters::{
    coord::Shift,
    prelude::*,
    style::text_anchor::{HPos, Pos, VPos},
};

/// How wide a chart is drawn: as wide as a phone's page has room for, so that its letters are as large as the others.
const WIDTH: u32 = 340;

// The light theme's colours; `charts.css` puts those of the theme in their stead.
const INK: RGBColor = RGBColor(0x1c, 0x21, 0x1f);
const QUIET: RGBColor = RGBColor(0x5b, 0x60, 0x5c);
const LINE: RGBColor = RGBColor(0xdf, 0xdc, 0xd4);
const PINE: RGBColor = RGBColor(0x17, 0x59, 0x4a);

/// The size of its letters, in the units of [`WIDTH`].
const LETTERS: f64 = 13.0;
/// What the library's sizes are of those that it draws.
const DRAWN: f64 = 1.24;
/// How wide a letter is at most, on average.
const LETTER: u32 = 7;

/// A bar that lies, with its name and what it says above it.
#[derive(Clone, Debug)]
pub struct Bar {
    /// Its name, cut off where there is no room for it.
    pub name: String,
    /// Where it begins.
    pub from: f64,
    /// Where it ends.
    pub to: f64,
    /// What it says, in words.
    pub said: String,
}

/// Bars one below the other.
#[derive(Clone, Debug)]
pub struct Bars {
    /// What they show, for who cannot see them.
    pub label: String,
    /// The bars, from above.
    pub bars: Vec<Bar>,
    /// Lines across all of them, each with its name beneath.
    pub marks: Vec<(f64, String)>,
}

impl Render for Bars {
    fn render(&self) -> Markup {
        /// How high a bar is, with its name.
        const ROW: u32 = 42;
        let rows = u32::try_from(self.bars.len()).unwrap_or(u32::MAX / ROW);
        let below = if self.marks.is_empty() { 0 } else { 22 };
        let longest = self.bars.iter().map(|bar| bar.to).fold(0.0, f64::max);
        let farthest = self.marks.iter().map(|mark| mark.0).fold(longest, f64::max);
        let most = if farthest > 0.0 { farthest } else { 1.0 };
        let height = f64::from(rows);
        picture(&self.label, rows * ROW + below, |area| {
            let mut chart = ChartBuilder::on(area)
                .set_label_area_size(LabelAreaPosition::Bottom, below)
                .build_cartesian_2d(0.0..most, height..0.0)?;
            chart.draw_series(self.marks.iter().map(|(at, _)| {
                PathElement::new(vec![(*at, 0.0), (*at, height)], LINE.stroke_width(1))
            }))?;
            for (row, bar) in (0_u32..).zip(&self.bars) {
                let top = f64::from(row);
                let room = WIDTH.saturating_sub(width_of(&bar.said) + 8) / LETTER;
                let name = cut(&bar.name, room);
                // Even a little is seen.
                let to = bar.to.max(bar.from + most / 150.0);
                let ground = Rectangle::new([(0.0, top + 0.56), (most, top + 0.8)], LINE.filled());
                let filled =
                    Rectangle::new([(bar.from, top + 0.56), (to, top + 0.8)], PINE.filled());
                chart.draw_series(self.marks.is_empty().then_some(ground))?;
                chart.draw_series([filled])?;
                let left = Pos::new(HPos::Left, VPos::Bottom);
                let right = Pos::new(HPos::Right, VPos::Bottom);
                chart.draw_series([
                    Text::new(name, (0.0, top + 0.42), letters(INK).pos(left)),
                    Text::new(
                        bar.said.clone(),
                        (most, top + 0.42),
                        letters(QUIET).pos(right),
                    ),
                ])?;
            }
            let under = Pos::new(HPos::Center, VPos::Top);
            for (at, name) in &self.marks {
                let (x, y) = chart.backend_coord(&(*at, height));
                let half = i32::try_from(width_of(name) / 2).unwrap_or_default();
                let inside = x.clamp(half, i32::try_from(WIDTH).unwrap_or(i32::MAX) - half);
                area.draw(&Text::new(
                    name.clone(),
                    (inside, y + 6),
                    letters(QUIET).pos(under),
                ))?;
            }
            Ok(())
        })
    }
}

/// Columns side by side, on a scale.
pub struct Columns<'a> {
    /// What they show, for who cannot see them.
    pub label: String,
    /// The name of each, and how high it is.
    pub columns: Vec<(String, f64)>,
    /// What a height is called.
    pub scale: &'a dyn Fn(f64) -> String,
}

impl Render for Columns<'_> {
    fn render(&self) -> Markup {
        const HEIGHT: u32 = 190;
        /// How many lines there are across them.
        const LINES: usize = 5;
        let highest = self
            .columns
            .iter()
            .map(|column| column.1)
            .fold(0.0, f64::max);
        let most = if highest > 0.0 { highest * 1.05 } else { 1.0 };
        let count = i32::try_from(self.columns.len()).unwrap_or(i32::MAX);
        let aside = width_of(&(self.scale)(highest)) + 18;
        picture(&self.label, HEIGHT, |area| {
            let mut chart = ChartBuilder::on(area)
                .margin_top(8)
                .set_label_area_size(LabelAreaPosition::Left, aside)
                .set_label_area_size(LabelAreaPosition::Bottom, 26)
                .build_cartesian_2d((0..count - 1).into_segmented(), 0.0..most)?;
            let name = |at: &SegmentValue<i32>| match at {
                SegmentValue::CenterOf(at) | SegmentValue::Exact(at) => {
                    let column = usize::try_from(*at)
                        .ok()
                        .and_then(|at| self.columns.get(at));
                    column.map(|column| column.0.clone()).unwrap_or_default()
                }
                SegmentValue::Last => String::new(),
            };
            chart
                .configure_mesh()
                .disable_x_mesh()
                .light_line_style(TRANSPARENT)
                .bold_line_style(LINE)
                .axis_style(TRANSPARENT)
                .set_all_tick_mark_size(6)
                .x_labels(self.columns.len().min(6))
                .x_label_formatter(&name)
                .x_label_style(letters(QUIET))
                .y_labels(LINES)
                .y_label_formatter(&|at| (self.scale)(*at))
                .y_label_style(letters(QUIET))
                .draw()?;
            chart.draw_series((0..count).zip(&self.columns).map(|(at, column)| {
                let corners = [
                    (SegmentValue::Exact(at), 0.0),
                    (SegmentValue::Exact(at + 1), column.1),
                ];
                let mut bar = Rectangle::new(corners, PINE.filled());
                bar.set_margin(0, 0, 3, 3);
                bar
            }))?;
            Ok(())
        })
    }
}

type Area<'a> = DrawingArea<SVGBackend<'a>, Shift>;
type Drawn = Result<(), DrawingAreaErrorKind<std::io::Error>>;

/// Draws something so many units high. What cannot be drawn is left out: the table says the same.
fn picture(label: &str, height: u32, draw: impl FnOnce(&Area<'_>) -> Drawn) -> Markup {
    let mut svg = String::new();
    let area = SVGBackend::with_string(&mut svg, (WIDTH, height)).into_drawing_area();
    let drawn = draw(&area).and_then(|()| area.present());
    drop(area);
    if let Err(error) = drawn {
        tracing::error!("a chart was not drawn: {error}");
        return html! {};
    }
    // The library escapes what it draws; `tests/doors/markup.rs` holds it to that.
    html! { div.chart role="img" aria-label=(label) { (PreEscaped(svg)) } }
}

fn letters(colour: RGBColor) -> TextStyle<'static> {
    ("sans-serif", LETTERS * DRAWN).into_font().color(&colour)
}

/// How wide a text is, at most.
fn width_of(text: &str) -> u32 {
    u32::try_from(text.chars().count())
        .map_or(WIDTH, |count| count.saturating_mul(LETTER))
        .min(WIDTH)
}

/// A text of at most so many letters.
fn cut(text: &str, most: u32) -> String {
    let most = usize::try_from(most).unwrap_or(usize::MAX);
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let kept: String = text.chars().take(most.saturating_sub(1)).collect();
    format!("{}…", kept.trim_end())
}

#[cfg(test)]
mod tests;
