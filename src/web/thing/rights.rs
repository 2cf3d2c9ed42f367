//! What protects a thing: each right and each guarantee on one line of time, who has to prove what today, and what was claimed.

use jiff::civil::Date;
use maud::{Markup, html};

use crate::{
    access::Viewer,
    actions::{
        claims, rights,
        warranties::{self, Protection},
    },
    domain::{
        item::Item,
        rules::{Burden, Purpose, Right},
        warranty::{End, Span, Standing, Warranty},
    },
    error::Result,
    store::{Reader, Row},
    ui::{
        list::List,
        look::Look,
        track::{Hold, Scale, Track},
    },
    web::page::promises,
};

/// What protects a thing, on its way to its page.
pub(super) struct Rights<'a> {
    /// The archive.
    pub(super) rows: &'a Reader,
    /// As whom somebody looks.
    pub(super) viewer: &'a Viewer,
    /// How it looks to them.
    pub(super) look: &'a Look,
    /// The thing.
    pub(super) item: &'a Row<Item>,
    /// Today.
    pub(super) today: Date,
    /// Whether they may add to it.
    pub(super) adds: bool,
}

impl Rights<'_> {
    /// What holds and what has run out; the way to add a guarantee where the reader may.
    pub(super) fn section(&self) -> Result<Markup> {
        let look = self.look;
        let all = warranties::protections(self.rows, self.viewer, self.item, self.today)?;
        let bought = rights::bought(self.rows, self.viewer, self.item)?;
        let is_promised = all
            .iter()
            .any(|one| matches!(one, Protection::Warranty(..)));
        let is_vague = bought.is_some_and(|bought| !bought.is_exact) && !all.is_empty();
        let scale = self.scale(&all);
        let (first, last) = scale.ends();
        let none = all.is_empty();
        Ok(html! {
            @if !none || self.adds {
                section.section.only-full[!is_promised] {
                    div.section-head {
                        h2 { (look.text("rights-title")) }
                        @if self.adds {
                            a href={ "/items/" (self.item.id) "/warranties/new" } { (look.text("warranties-new")) }
                        }
                    }
                    @if !none {
                        ul.rights { @for one in &all { (self.row(one, scale)?) } }
                        p.track-ends.quiet {
                            span { (look.lang.day(first)) }
                            span { (look.text("rights-today-line")) }
                            span { (look.lang.day(last)) }
                        }
                    }
                    @if is_vague { p.quiet { (look.text("rights-vague")) } }
                }
            }
        })
    }

    /// The days of all of them; with room at the end for what has none.
    fn scale(&self, all: &[Protection]) -> Scale {
        let mut days = Vec::new();
        for one in all {
            let span = one.span();
            days.extend(span.from);
            days.extend(span.end.day());
        }
        let is_endless = all.iter().any(|one| one.span().end.day().is_none());
        let latest = days.iter().copied().max().unwrap_or(self.today);
        if is_endless {
            days.push(
                latest
                    .max(self.today)
                    .saturating_add(jiff::Span::new().years(1)),
            );
        }
        Scale::of(days, self.today)
    }

    fn row(&self, one: &Protection, scale: Scale) -> Result<Markup> {
        Ok(match one {
            Protection::Right(right) => self.right(right, one.span(), scale),
            Protection::Warranty(row, span) => self.warranty(row, *span, scale)?,
        })
    }

    fn right(&self, right: &Right, span: Span, scale: Scale) -> Markup {
        let (look, today) = (self.look, self.today);
        let rule = right.rule;
        let name = rule.name(look.lang);
        let end = promises::right_end(look, right, self.today);
        let track = Track::new(scale, self.told(span));
        let track = match right.seller_proves_until {
            Some(until) => track.stretch(right.from, right.until, Hold::Fair).stretch(
                right.from,
                Some(until),
                Hold::Firm,
            ),
            None => track.stretch(right.from, right.until, Hold::Fair),
        };
        html! {
            li.right.is-over[!right.holds_on(today)] {
                p.right-head { strong { (name) } span { (end) } }
                (track)
                @for sentence in self.sentences(right) { p { (sentence) } }
                p.quiet lang=(rule.country.lang()) { (rule.source) }
            }
        }
    }

    fn warranty(&self, row: &Row<Warranty>, span: Span, scale: Scale) -> Result<Markup> {
        let look = self.look;
        let standing = span.on(self.today);
        let track = Track::new(scale, self.told(span));
        let track = match (span.from, span.end) {
            (Some(from), End::Unknown) => track.stretch(from, None, Hold::Vague),
            (from, end) => track.stretch(from.unwrap_or(scale.ends().0), end.day(), Hold::Firm),
        };
        let proof = warranties::proof(self.rows, self.viewer, row)?;
        Ok(html! {
            li.right.is-over[standing == Standing::Over] {
                p.right-head {
                    a href={ "/warranties/" (row.id) } { strong { (promises::warranty(look, row)) } }
                    span { (promises::end(look, span, self.today)) }
                }
                (track)
                @if let Some(receipt) = proof {
                    p.quiet { (look.text("warranties-proof")) ": " a href={ "/receipts/" (receipt.id) } { (promises::receipt(look, &receipt)) } }
                }
            }
        })
    }

    /// What a track shows, in words, for those who do not see it.
    fn told(&self, span: Span) -> String {
        let look = self.look;
        let key = if span.from.is_some() {
            "rights-track"
        } else {
            "rights-track-to"
        };
        let from = span.from.map(|day| look.lang.day(day)).unwrap_or_default();
        let to = match span.end {
            End::On(day) => look.lang.day(day),
            End::Never => look.text("warranties-lifetime"),
            End::Unknown => look.text("warranties-unknown"),
        };
        let today = look.lang.day(self.today);
        let arguments = [
            ("from", from.into()),
            ("to", to.into()),
            ("today", today.into()),
        ];
        look.lang.text_with(key, &arguments)
    }

    fn sentences(&self, right: &Right) -> Vec<String> {
        let (look, today) = (self.look, self.today);
        let mut told = Vec::new();
        match (right.burden_on(today), right.seller_proves_until) {
            (Some(Burden::Seller), Some(until)) => {
                told.push(look.text_with("rights-seller", "day", &look.lang.day(until)));
            }
            (Some(Burden::Buyer), _) => told.push(look.text("rights-buyer")),
            _ => {}
        }
        if right.holds_on(today) {
            let notice = right.rule.notice.map(|notice| look.lang.length(notice));
            told.extend(notice.map(|length| look.text_with("rights-notice", "length", &length)));
            if right.rule.purpose == Purpose::Withdrawal {
                told.push(look.text("rights-distance"));
            }
        }
        told.extend(right.rule.note(look.lang).map(str::to_owned));
        told
    }

    /// What was claimed about it, and the way to claim.
    pub(super) fn claims(&self) -> Result<Markup> {
        let look = self.look;
        let claims = claims::of_item(self.rows, self.viewer, self.item.id)?;
        let rows: Vec<_> = claims
            .iter()
            .map(|row| promises::claim_row(look, row))
            .collect();
        let none = rows.is_empty();
        Ok(html! {
            @if !none || self.adds {
                section.section.only-full[none] {
                    div.section-head {
                        h2 { (look.text("claims-title")) }
                        @if self.adds {
                            a href={ "/items/" (self.item.id) "/claims/new" } { (look.text("claims-new")) }
                        }
                    }
                    @if !none { (List(rows)) }
                }
            }
        })
    }
}
