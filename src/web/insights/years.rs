//! The years: when things came, what they cost, and what upkeep cost, as columns.

use std::collections::BTreeMap;

use maud::{Markup, html};

use super::shown::{Shown, count, line};
use crate::{
    actions::insights::Insights,
    domain::money::Sums,
    ui::{chart::Columns, look::Look},
};

/// How many years have a column.
const YEARS: i16 = 10;

impl Shown<'_> {
    /// How old things are: how many came in each of the last years.
    pub(super) fn years(&self, insights: &Insights) -> Markup {
        const TITLE: &str = "insights-years";
        let years = &insights.years;
        if years.is_empty() {
            return html! {};
        }
        let before = years
            .range(..self.first_year())
            .map(|(_, total)| total.things)
            .sum();
        let known: usize = years.values().map(|total| total.things).sum();
        let unknown = insights.all.things.saturating_sub(known);
        let lead = [("insights-before", before), ("insights-undated", unknown)]
            .into_iter()
            .filter(|(_, things)| *things > 0)
            .map(|(key, things)| self.look.count(key, things))
            .collect::<Vec<_>>()
            .join(" ");
        let chart = Columns {
            label: self.label(TITLE),
            columns: self.columns(|year| years.get(&year).map_or(0.0, |total| count(total.things))),
            scale: &|at| whole(self.look, at),
        };
        let lines = years.iter().rev().map(|(year, total)| {
            let worth = self.look.lang.sums(&total.value);
            line(html! { (year) }, [total.things.to_string(), worth])
        });
        let columns = ["insights-year", "insights-things", "insights-worth"];
        let table = self.table(TITLE, columns, 2, lines.collect());
        self.insight(TITLE, Some(lead), &chart, table)
    }

    pub(super) fn spent(&self, insights: &Insights) -> Markup {
        self.money("insights-spent", &insights.spent)
    }

    pub(super) fn upkeep(&self, insights: &Insights) -> Markup {
        self.money("insights-upkeep", &insights.upkeep)
    }

    fn money(&self, title: &str, years: &BTreeMap<i16, Sums>) -> Markup {
        if years.is_empty() {
            return html! {};
        }
        let chart = Columns {
            label: self.label(title),
            columns: self.columns(|year| years.get(&year).map_or(0.0, |sums| self.amount(sums))),
            scale: &|at| whole(self.look, at),
        };
        let lines = years.iter().rev();
        let lines = lines
            .map(|(year, sums)| line(html! { (year) }, [self.look.lang.sums(sums)]))
            .collect();
        let table = self.table(title, ["insights-year", "insights-money"], 1, lines);
        self.insight(
            title,
            Some(
                self.look
                    .text_with("insights-in", "currency", self.home.code()),
            ),
            &chart,
            table,
        )
    }

    fn first_year(&self) -> i16 {
        self.today.year() - YEARS + 1
    }

    /// A column for each of the last years.
    fn columns(&self, height: impl Fn(i16) -> f64) -> Vec<(String, f64)> {
        let years = self.first_year()..=self.today.year();
        years.map(|year| (year.to_string(), height(year))).collect()
    }
}

/// A place on a scale: whole, with thousands apart.
fn whole(look: &Look, at: f64) -> String {
    look.lang.decimal(&format!("{at:.0}"))
}
