//! What was read of a receipt, proposed beside where it stands: nothing is the receipt's until somebody says yes.

use maud::{Markup, Render, html};

use super::{HERE, draft::cell};
use crate::{
    actions::receipts::is_bare,
    app::reader::{Progress, Read},
    domain::{
        attachment::Attachment,
        money::Money,
        reading::{Found, ProposedLine, page::Rect},
        receipt::{Aspect, Line, Receipt, ReceiptDetails},
        rules::Purpose,
    },
    http::sentence,
    media::Refusal,
    store::Row,
    ui::{
        banner::Banner,
        button::Button,
        clipping::Clipping,
        form::{Hidden, Part},
        icon::Icon,
        look::Look,
        proposed::Proposed,
    },
    web::page::{self, labels},
};

/// What was read of a receipt, on its way to a page.
pub(super) struct Panel<'a> {
    pub(super) look: &'a Look,
    pub(super) receipt: &'a Row<Receipt>,
    pub(super) read: &'a Read,
}

impl Render for Panel<'_> {
    fn render(&self) -> Markup {
        let look = self.look;
        let here = format!("{HERE}/{}", self.receipt.id);
        let runs = self.runs();
        html! {
            div #reading aria-live="polite" hx-get=[runs.then_some(&here)] hx-trigger=[runs.then_some("load delay:2s")]
                hx-select=[runs.then_some("#reading")] hx-swap=[runs.then_some("outerHTML")] {
                @if runs {
                    section.section {
                        h2 { (look.text("reading-title")) }
                        p.reading-runs { (Icon::History) (look.text("reading-runs")) }
                        div.only-plain { (Button::link(look.text("reading-again"), here.as_str()).small()) }
                    }
                } @else if self.read.pages.is_empty() {
                    // Nothing to read, and nothing to say about it.
                } @else if self.is_wanted() {
                    section.section { h2 { (look.text("reading-title")) } (self.body()) }
                } @else {
                    (Part { label: look.text("reading-title"), open: false, fields: self.body() })
                }
            }
        }
    }
}

/// Something that was read and nobody has said.
struct Find {
    aspect: Aspect,
    /// What the form's field would hold, and the currency beside it.
    value: String,
    currency: Option<&'static str>,
    /// The same for people.
    says: String,
    page: usize,
    place: Rect,
    confidence: f32,
}

impl Find {
    fn new<T>(aspect: Aspect, found: &Found<T>, value: String, says: String) -> Self {
        Self {
            aspect,
            value,
            currency: None,
            says,
            page: found.page,
            place: found.place,
            confidence: found.confidence,
        }
    }
}

impl Panel<'_> {
    fn runs(&self) -> bool {
        matches!(self.read.progress, Progress::Waiting | Progress::Running)
    }

    /// Whether it has something to say that the receipt does not.
    pub(super) fn is_wanted(&self) -> bool {
        let has_lines = self.receipt.details.lines.is_empty() && !self.open_lines().is_empty();
        self.runs() || is_bare(self.receipt) || has_lines || !self.finds().is_empty()
    }

    fn body(&self) -> Markup {
        let (finds, lines, notes) = (self.finds(), self.open_lines(), self.notes());
        let proposes = !finds.is_empty() || !lines.is_empty();
        html! {
            @for note in &notes { (note) }
            @if proposes {
                (self.form(&finds, &lines))
            } @else if notes.is_empty() {
                p.quiet { (self.look.text("reading-known")) }
            }
        }
    }

    fn form(&self, finds: &[Find], lines: &[(usize, &ProposedLine)]) -> Markup {
        let look = self.look;
        let here = format!("{HERE}/{}", self.receipt.id);
        html! {
            form.form method="post" action=(format!("{here}/accept")) {
                (Hidden("revision", &self.receipt.revision.get().to_string()))
                p.quiet { (look.text("reading-lead")) }
                @if !finds.is_empty() {
                    ul.proposals { @for find in finds { li { (self.find(find)) } } }
                    @if self.receipt.details.purposes.is_empty() {
                        label.tick {
                            input type="checkbox" name="purposes" value=(Purpose::Complaint.key()) checked;
                            span { (look.text("reading-keep")) }
                        }
                    }
                }
                @if !lines.is_empty() { (self.lines(lines)) }
                div.form-end {
                    (Button::submit(look.text("reading-accept")).primary().icon(Icon::Check))
                    (Button::link(look.text("reading-correct"), format!("{here}/edit?read=true")).icon(Icon::Edit))
                }
            }
        }
    }

    /// What nobody has said of the receipt itself.
    fn finds(&self) -> Vec<Find> {
        let look = self.look;
        let (told, said) = (&self.read.proposal, &self.receipt.details);
        let text = |aspect, empty: bool, found: Option<&Found<String>>| {
            let found = found.filter(|_| empty)?;
            Some(Find::new(
                aspect,
                found,
                found.value.clone(),
                found.value.clone(),
            ))
        };
        let money = |aspect, empty: bool, found: Option<&Found<Money>>| {
            let found = found.filter(|_| empty)?;
            let amount = look.lang.money_field(found.value);
            Some(Find {
                currency: Some(found.value.currency.code()),
                ..Find::new(aspect, found, amount, look.lang.money(found.value))
            })
        };
        let on = told.date.first().filter(|_| said.on.is_none());
        let payment = told.payment.as_ref().filter(|_| said.payment.is_none());
        let finds = [
            text(Aspect::Shop, said.shop.is_empty(), told.shop.first()),
            on.map(|on| {
                let day = look.lang.day(on.value);
                Find::new(Aspect::On, on, on.value.to_string(), day)
            }),
            money(Aspect::Total, said.total.is_none(), told.total.first()),
            money(Aspect::Vat, said.vat.is_none(), told.vat.as_ref()),
            payment.map(|found| {
                let says = look.text(labels::payment(found.value));
                Find::new(Aspect::Payment, found, found.value.key().to_owned(), says)
            }),
            text(Aspect::Number, said.number.is_empty(), told.number.as_ref()),
        ];
        finds.into_iter().flatten().collect()
    }

    fn find(&self, find: &Find) -> Markup {
        let (look, name) = (self.look, find.aspect.key());
        let place = self.place(find.page, find.place);
        let (value, says) = (find.value.as_str(), find.says.as_str());
        html! {
            @if let Some(currency) = find.currency { (Hidden(&format!("{name}_currency"), currency)) }
            (Proposed::new(look, name, value, says, find.confidence, place)
                .label(look.text(labels::receipt(find.aspect))))
        }
    }

    /// The lines that no thing was made of, each with its place among all: a thing knows its line by the words, or by what
    /// it cost.
    fn open_lines(&self) -> Vec<(usize, &ProposedLine)> {
        let lines = self.receipt.details.lines.iter();
        let mut made: Vec<&Line> = lines.filter(|line| line.item.is_some()).collect();
        let mut is_open = |proposed: &ProposedLine| {
            let line = proposed.line();
            let is_same = |made: &&Line| {
                made.text == line.text || made.price.is_some() && made.price == line.price
            };
            let same = made.iter().position(is_same);
            same.map(|at| made.swap_remove(at)).is_none()
        };
        let proposed = self.read.proposal.lines.iter();
        proposed
            .enumerate()
            .filter(|(_, line)| is_open(line))
            .collect()
    }

    fn lines(&self, lines: &[(usize, &ProposedLine)]) -> Markup {
        let look = self.look;
        let proposed = ReceiptDetails {
            lines: lines.iter().map(|(_, line)| line.line()).collect(),
            ..ReceiptDetails::default()
        };
        let mut filled = self.receipt.details.clone();
        filled.fill(proposed);
        let are_new = filled.lines != self.receipt.details.lines;
        html! {
            fieldset.field {
                legend { (look.text("reading-things")) }
                p.field-hint { (look.text("reading-things-hint")) }
                ul.proposals {
                    @for (at, (_, line)) in lines.iter().enumerate() { li { (self.line(at, line)) } }
                }
            }
            @if are_new {
                label.tick {
                    input type="checkbox" name="lines" value="1" checked;
                    span { (look.text("reading-lines")) }
                }
            }
        }
    }

    fn line(&self, at: usize, line: &ProposedLine) -> Markup {
        let look = self.look;
        let count = line.quantity.map_or(1, |found| found.value);
        let each = line.unit_price.map(|found| found.value);
        let serials = line.serials.iter().map(|found| found.value.as_str());
        let more: Vec<String> = [
            (count > 1).then(|| match each {
                Some(each) => format!("{count} × {}", look.lang.money(each)),
                None => format!("{count} ×"),
            }),
            (!line.serials.is_empty()).then(|| {
                look.text_with(
                    "reading-serial",
                    "serial",
                    &serials.clone().collect::<Vec<_>>().join(", "),
                )
            }),
        ]
        .into_iter()
        .flatten()
        .collect();
        let money = |money: Option<Money>| {
            money.map(|money| format!("{} {}", look.lang.money_field(money), money.currency.code()))
        };
        let price = line.amount.map(|found| found.value);
        let place = self.place(line.name.page, line.name.place);
        let (name, text) = (cell(at, "thing"), line.line().text);
        let mut proposed = Proposed::new(look, name, "1", text, line.name.confidence, place)
            .end(price.map(|price| look.lang.money(price)))
            .open();
        if !more.is_empty() {
            proposed = proposed.more(more.join(" · "));
        }
        html! {
            (Hidden(&cell(at, "text"), &line.line().text))
            @if let Some(price) = money(price) { (Hidden(&cell(at, "price"), &price)) }
            @if let Some(each) = money(each) { (Hidden(&cell(at, "each"), &each)) }
            (Hidden(&cell(at, "quantity"), &count.to_string()))
            @for serial in serials { (Hidden(&cell(at, "serial"), serial)) }
            (proposed)
        }
    }

    /// Where something stands: cut out of the page, or, as only the first page of a file has a picture, its number.
    fn place(&self, page: usize, place: Rect) -> Markup {
        let Some(((file, number), sheet)) = self.read.find(page).zip(self.read.page(page)) else {
            return Markup::default();
        };
        // Places are those of a page that stands upright.
        let is_shown = page::has_picture(file) && sheet.rotation == file.rotation;
        html! {
            @if number > 0 {
                span.quiet.proposed-page { (self.look.text_with("reading-page", "number", &(number + 1).to_string())) }
            } @else if is_shown && sheet.ratio > 0.0 {
                (Clipping {
                    of: page::photo(file).large,
                    ratio: sheet.ratio,
                    left: place.left,
                    top: place.top,
                    right: place.right,
                    bottom: place.bottom,
                })
            }
        }
    }

    /// What is to be said about reading itself: what could not be read, and why.
    fn notes(&self) -> Vec<Markup> {
        let look = self.look;
        let mut notes = Vec::new();
        if self.read.is_blind() {
            let how = html! {
                p { (look.text("reading-blind-how")) }
                pre { code { (page::MODELS) } }
            };
            notes.push(
                Banner::notice(look.text("reading-blind"))
                    .body(how)
                    .render(),
            );
        } else if self.read.progress == Progress::Failed {
            notes.push(html! { p.quiet { (look.text("reading-nothing")) } });
        }
        for (file, outcome) in &self.read.pages {
            match outcome {
                Some(Err(refusal)) => notes.push(self.refused(file, refusal)),
                Some(Ok(reading)) if !reading.whole && !reading.blind => {
                    let text = look.text_with("reading-partly", "name", &file.file_name);
                    notes.push(html! { p.quiet { (text) } });
                }
                _ => {}
            }
        }
        notes
    }

    fn refused(&self, file: &Attachment, refusal: &Refusal) -> Markup {
        let why = sentence(&(*refusal).into(), self.look.lang);
        html! { p.field-error { (Icon::Warning) (file.file_name) ": " (why) } }
    }
}
