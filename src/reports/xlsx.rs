//! A report as a spreadsheet (Office Open XML): a sheet of facts, and one with the list.

use std::{io::Write, path::Path};

use jiff::civil::{Date, DateTime, date};
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError,
};

use super::{
    facts,
    table::{Cell, Column, ColumnKind, Table},
};
use crate::{
    domain::{
        dates::PartialDate,
        lang::Lang,
        money::{Currency, Money},
        report::{Content, Report},
    },
    error::{Error, Result},
};

/// The most characters of a text in one cell, in UTF-16: the most that there can be, less some that tell it goes on.
const TEXT: usize = 32_000;
/// The first day that all spreadsheets count to alike: before it, some have a 29th of February 1900.
const FIRST: Date = date(1900, 3, 1);
/// Whole numbers up to this are exact in a spreadsheet, which has floating-point numbers only.
const EXACT: u64 = 1 << 53;
/// How many characters wide a column is, at the least and at the most; what is longer is broken into lines.
const WIDTH: (usize, usize) = (6, 48);
/// The number that spreadsheets have for the paper.
const A4: u8 = 9;
/// How wide the columns of the facts are.
const FACTS: (usize, usize) = (30, 60);
/// How high a line is, in points, and the most lines that a row is high.
const LINE: (f64, usize) = (15.0, 25);

/// Writes a report. Its rows go by way of an unnamed file in the folder `scratch`, so that memory does not grow with them; the same
/// report and table give the same bytes.
pub fn write(
    report: &Report,
    content: &Content,
    table: &Table,
    scratch: &Path,
    to: impl Write + Send,
) -> Result<()> {
    let mut book = Workbook::new();
    whole(&mut book, report, content, table, scratch).map_err(Error::internal)?;
    book.save_to_writer(to).map_err(Error::internal)
}

fn whole(
    book: &mut Workbook,
    report: &Report,
    content: &Content,
    table: &Table,
    scratch: &Path,
) -> Result<(), XlsxError> {
    let lang = report.details.language;
    let title = facts::title(report.details.kind, lang);
    let made = ExcelDateTime::from_timestamp(report.made.as_second())?;
    book.set_properties(
        &DocProperties::new()
            .set_title(&title)
            .set_creation_datetime(&made),
    );
    book.set_tempdir(scratch)?;
    let sheet = book.add_worksheet();
    sheet.set_name(lang.text("reports-sheet-head"))?;
    // Whatever they are, values stand beside what they tell.
    Pen::new(lang, FormatAlign::Left).head(sheet, &title, report, content)?;
    let sheet = book.add_worksheet_with_constant_memory()?;
    sheet.set_name(lang.text("reports-sheet-list"))?;
    Pen::new(lang, FormatAlign::Right).list(sheet, table)
}

/// How the cells of a report look.
struct Pen {
    lang: Lang,
    /// Where numbers stand in their columns.
    numbers: FormatAlign,
    title: Format,
    label: Format,
    text: Format,
    number: Format,
    date: Format,
    time: Format,
}

impl Pen {
    fn new(lang: Lang, numbers: FormatAlign) -> Self {
        let left = || at_top().set_align(FormatAlign::Left).set_indent(1);
        Self {
            lang,
            numbers,
            title: Format::new().set_bold().set_font_size(16),
            label: at_top().set_bold(),
            text: left().set_text_wrap(),
            number: at_top()
                .set_align(numbers)
                .set_indent(1)
                .set_num_format("0"),
            date: left().set_num_format("yyyy-mm-dd"),
            time: left().set_num_format("yyyy-mm-dd hh:mm"),
        }
    }

    /// A title stands as the values beneath it do.
    fn heading(&self, column: &Column) -> Format {
        let format = self.label.clone().set_text_wrap();
        match column.kind {
            ColumnKind::Number | ColumnKind::Money => format.set_align(self.numbers),
            ColumnKind::Text | ColumnKind::Date => format.set_align(FormatAlign::Left),
        }
        .set_indent(1)
    }

    fn head(
        &self,
        sheet: &mut Worksheet,
        title: &str,
        report: &Report,
        content: &Content,
    ) -> Result<(), XlsxError> {
        let (labels, values) = FACTS;
        sheet.set_column_width(0, number(labels))?;
        sheet.set_column_width(1, number(values))?;
        sheet.set_paper_size(A4);
        sheet.set_print_fit_to_pages(1, 0);
        sheet.write_string_with_format(0, 0, title, &self.title)?;
        let head = facts::head(report, content);
        let summary = facts::summary(report, content);
        let mut row = 2;
        for block in [head, summary] {
            for line in &block {
                heighten(sheet, row, lines_of(&line.value, values))?;
                sheet.write_string_with_format(row, 0, &line.label, &self.label)?;
                self.cell(sheet, row, 1, &line.value, false)?;
                row += 1;
            }
            row += 1;
        }
        if content.story.is_empty() {
            return Ok(());
        }
        let heading = self.lang.text("reports-story");
        sheet.write_string_with_format(row, 0, heading, &self.label)?;
        for paragraph in content.story.split("\n\n") {
            heighten(sheet, row, lines(paragraph, values))?;
            self.cell(sheet, row, 1, &Cell::text(paragraph), false)?;
            row += 1;
        }
        Ok(())
    }

    fn list(&self, sheet: &mut Worksheet, table: &Table) -> Result<(), XlsxError> {
        let columns = 0..table.columns.len();
        let widths: Vec<usize> = columns.map(|at| width(self.lang, table, at)).collect();
        let titles = table.columns.iter().zip(&widths);
        let high = titles.map(|(column, width)| lines(&column.title, *width));
        heighten(sheet, 0, high.max().unwrap_or(1))?;
        for ((at, column), width) in (0..).zip(&table.columns).zip(&widths) {
            sheet.set_column_width(at, number(*width))?;
            sheet.write_string_with_format(0, at, &column.title, &self.heading(column))?;
        }
        sheet.set_freeze_panes(1, 0)?;
        sheet.set_repeat_rows(0, 0)?;
        sheet.set_landscape();
        sheet.set_paper_size(A4);
        sheet.set_print_fit_to_pages(1, 0);
        let mut row = 0;
        for cells in &table.rows {
            row += 1;
            let high = cells.iter().zip(&widths);
            let high = high.map(|(cell, width)| lines_of(cell, *width));
            heighten(sheet, row, high.max().unwrap_or(1))?;
            self.row(sheet, row, cells, false)?;
        }
        if let Some(last) = u16::try_from(table.columns.len())
            .unwrap_or(0)
            .checked_sub(1)
        {
            sheet.autofilter(0, 0, row, last)?;
        }
        // An empty row apart, so that what sorts and filters the list leaves the sums alone.
        row += 1;
        for (nth, cells) in table.sums.iter().enumerate() {
            row += 1;
            let label = cells.iter().position(|cell| *cell == Cell::Empty);
            if let Some(at) = label.and_then(|at| u16::try_from(at).ok())
                && nth == 0
            {
                let sum = self.lang.text("reports-sum");
                sheet.write_string_with_format(row, at, sum, &self.label)?;
            }
            self.row(sheet, row, cells, true)?;
        }
        Ok(())
    }

    fn row(
        &self,
        sheet: &mut Worksheet,
        row: u32,
        cells: &[Cell],
        is_bold: bool,
    ) -> Result<(), XlsxError> {
        for (at, cell) in (0..).zip(cells) {
            self.cell(sheet, row, at, cell, is_bold)?;
        }
        Ok(())
    }

    /// Writes a value. A text is never read as anything else: no formula, no link, no number.
    fn cell(
        &self,
        sheet: &mut Worksheet,
        row: u32,
        column: u16,
        cell: &Cell,
        is_bold: bool,
    ) -> Result<(), XlsxError> {
        let text = |sheet: &mut Worksheet, text: &str| {
            let format = if is_bold { &self.label } else { &self.text };
            sheet.write_string_with_format(row, column, shortened(text), format)?;
            Ok(())
        };
        match cell {
            Cell::Empty => Ok(()),
            Cell::Text(words) => text(sheet, words),
            Cell::Number(number) => match exact(*number) {
                Some(value) => {
                    sheet.write_number_with_format(row, column, value, &self.number)?;
                    Ok(())
                }
                None => text(sheet, &number.to_string()),
            },
            Cell::Money(money) => match value(*money) {
                Some(value) => {
                    let format = self.money(money.currency, is_bold);
                    sheet.write_number_with_format(row, column, value, &format)?;
                    Ok(())
                }
                None => text(sheet, &self.lang.money(*money)),
            },
            Cell::Date(PartialDate::Day(day)) if *day >= FIRST => {
                let day = moment(day.at(0, 0, 0, 0))?;
                sheet.write_datetime_with_format(row, column, &day, &self.date)?;
                Ok(())
            }
            Cell::Date(date) => text(sheet, &date.to_string()),
            Cell::Time(time) if time.date() >= FIRST => {
                let time = moment(*time)?;
                sheet.write_datetime_with_format(row, column, &time, &self.time)?;
                Ok(())
            }
            Cell::Time(time) => text(sheet, &time.strftime("%Y-%m-%d %H:%M").to_string()),
        }
    }

    fn money(&self, currency: Currency, is_bold: bool) -> Format {
        let decimals = match usize::try_from(currency.decimals()).unwrap_or(0) {
            0 => String::new(),
            places => format!(".{}", "0".repeat(places)),
        };
        let number = format!("#,##0{decimals}");
        let format = match (self.lang, currency) {
            (Lang::Sv, Currency::SEK) => format!("{number}\" kr\""),
            (Lang::Sv, _) => format!("{number}\" {currency}\""),
            (Lang::En, _) => format!("\"{currency} \"{number}"),
        };
        let format = at_top()
            .set_align(self.numbers)
            .set_indent(1)
            .set_num_format(format);
        if is_bold { format.set_bold() } else { format }
    }
}

fn at_top() -> Format {
    Format::new().set_align(FormatAlign::Top)
}

/// Makes a row so many lines high, where it is more than one: some programs leave it as it is.
fn heighten(sheet: &mut Worksheet, row: u32, lines: usize) -> Result<(), XlsxError> {
    let (line, most) = LINE;
    if lines > 1 {
        sheet.set_row_height(row, line * number(lines.min(most)))?;
    }
    Ok(())
}

/// How many lines a value takes.
fn lines_of(cell: &Cell, width: usize) -> usize {
    match cell {
        Cell::Text(text) => lines(text, width),
        _ => 1,
    }
}

/// How many lines a text takes where it is broken between words, about.
fn lines(text: &str, width: usize) -> usize {
    let width = width.saturating_sub(2).max(1);
    let lines = text.lines().map(|line| {
        let (mut lines, mut used) = (1, 0);
        for word in line.split(' ').map(|word| word.chars().count() + 1) {
            if used > 0 && used + word > width + 1 {
                lines += 1;
                used = 0;
            }
            used += word;
            lines += used.saturating_sub(2) / width;
        }
        lines
    });
    lines.sum::<usize>().max(1)
}

/// A width or a height as a number.
fn number(small: usize) -> f64 {
    u16::try_from(small).map_or(f64::from(u16::MAX), f64::from)
}

fn moment(at: DateTime) -> Result<ExcelDateTime, XlsxError> {
    let part = |part: i8| part.unsigned_abs();
    ExcelDateTime::from_ymd(at.year().unsigned_abs(), part(at.month()), part(at.day()))?.and_hms(
        u16::from(part(at.hour())),
        part(at.minute()),
        f64::from(part(at.second())),
    )
}

/// A whole number as spreadsheets keep it, where that is exact.
fn exact(number: u64) -> Option<f64> {
    // The halves of fifty-three bits are exact, and so is what they make together.
    let (high, low) = (
        u32::try_from(number >> 32).ok()?,
        number & u64::from(u32::MAX),
    );
    let low = u32::try_from(low).ok()?;
    (number <= EXACT).then(|| f64::from(high) * 4_294_967_296.0 + f64::from(low))
}

/// An amount as spreadsheets keep it, where its minor units are exact.
fn value(money: Money) -> Option<f64> {
    let minor = exact(money.minor.unsigned_abs())?;
    let places = i32::try_from(money.currency.decimals()).ok()?;
    // Divided once: the nearest that there is to the decimal number.
    let value = minor / 10_f64.powi(places);
    Some(if money.minor < 0 { -value } else { value })
}

/// A text that fits in a cell.
fn shortened(text: &str) -> String {
    let mut left = TEXT;
    let end = text.char_indices().find_map(|(at, letter)| {
        let fits = left.checked_sub(letter.len_utf16());
        left = fits.unwrap_or(0);
        fits.is_none().then_some(at)
    });
    end.map_or_else(|| text.to_owned(), |end| format!("{} …", &text[..end]))
}

/// How wide a column is, so that most of what stands in it fits.
fn width(lang: Lang, table: &Table, at: usize) -> usize {
    let rows = table.rows.iter().chain(&table.sums);
    let cells = rows.filter_map(|row| row.get(at));
    let longest = cells.map(|cell| letters(lang, cell)).max().unwrap_or(0);
    let title = &table.columns[at].title;
    // What is filtered by has a button at its right, and a title may be broken between its words.
    let title = title.split(' ').map(|word| word.chars().count() + 3).max();
    let (least, most) = WIDTH;
    (longest.max(title.unwrap_or(0)) + 2).clamp(least, most)
}

/// How many letters wide a value is at its widest.
fn letters(lang: Lang, cell: &Cell) -> usize {
    match cell {
        Cell::Empty => 0,
        Cell::Text(text) => text
            .lines()
            .map(|line| line.chars().count())
            .max()
            .unwrap_or(0),
        Cell::Number(number) => number.to_string().len(),
        Cell::Money(money) => lang.money(*money).chars().count() + 3,
        Cell::Date(_) => 10,
        Cell::Time(_) => 16,
    }
}
