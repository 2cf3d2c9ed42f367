//! The groups of things: rooms, owners and categories, as bars.

use maud::{Markup, html};

use super::shown::{BARS, Shown, count, line, link};
use crate::{
    actions::{
        insights::{Group, Insights},
        totals::Total,
    },
    domain::{category::Category, id::Id, money::Money, person::Person, place::Place},
    error::Result,
    store::Rows as _,
    ui::chart::{Bar, Bars},
};

/// A group with its name and its address.
struct Named<'a> {
    name: String,
    href: Option<String>,
    total: &'a Total,
}

impl Shown<'_> {
    pub(super) fn rooms(&self, insights: &Insights) -> Result<Markup> {
        let name = |id: Id<Place>| {
            let place = self.rows.get(id)?;
            Ok((place.body.details.name, format!("/places/{id}")))
        };
        self.groups("insights-rooms", "insights-no-room", &insights.rooms, name)
    }

    pub(super) fn people(&self, insights: &Insights) -> Result<Markup> {
        let name = |id: Id<Person>| Ok((self.rows.get(id)?.body.name, format!("/people/{id}")));
        self.groups(
            "insights-people",
            "insights-no-owner",
            &insights.people,
            name,
        )
    }

    pub(super) fn categories(&self, insights: &Insights) -> Result<Markup> {
        let name = |id: Id<Category>| {
            let category = self.rows.get(id)?;
            let name = category.name(self.look.lang).to_owned();
            Ok((name, format!("/items?category={id}")))
        };
        self.groups(
            "insights-categories",
            "insights-no-category",
            &insights.categories,
            name,
        )
    }

    /// Groups by what they are worth, the most first; by how many they are where nobody has said what anything is worth.
    fn groups<T>(
        &self,
        title: &str,
        none: &str,
        groups: &[Group<T>],
        name: impl Fn(Id<T>) -> Result<(String, String)>,
    ) -> Result<Markup> {
        if groups.iter().all(|group| group.of.is_none()) {
            return Ok(html! {});
        }
        let mut named = Vec::new();
        for group in groups {
            let (name, href) = match group.of {
                Some(id) => name(id).map(|(name, href)| (name, Some(href)))?,
                None => (self.look.text(none), None),
            };
            let total = &group.total;
            named.push(Named { name, href, total });
        }
        let is_valued = named.iter().any(|one| self.amount(&one.total.value) > 0.0);
        let size = |total: &Total| {
            if is_valued {
                self.amount(&total.value)
            } else {
                count(total.things)
            }
        };
        named.sort_by(|one, other| {
            let by_size = size(other.total).total_cmp(&size(one.total));
            by_size.then(other.total.things.cmp(&one.total.things))
        });
        let (own, rest) = named.split_at(named.len().min(BARS));
        let mut bars: Vec<_> = own
            .iter()
            .map(|one| self.bar(one.name.clone(), size(one.total), one.total, is_valued))
            .collect();
        if !rest.is_empty() {
            let mut total = Total::default();
            for one in rest {
                total.merge(one.total);
            }
            let name = self.look.count("insights-rest", rest.len());
            bars.push(self.bar(name, size(&total), &total, is_valued));
        }
        let label = self.label(title);
        let marks = Vec::new();
        let chart = Bars { label, bars, marks };
        let lines = named.iter().map(|one| {
            let name = link(&one.name, one.href.as_deref());
            let worth = self.look.lang.sums(&one.total.value);
            line(name, [one.total.things.to_string(), worth])
        });
        let columns = [title, "insights-things", "insights-worth"];
        let table = self.table(title, columns, 2, lines.collect());
        Ok(self.insight(title, None, &chart, table))
    }

    fn bar(&self, name: String, to: f64, total: &Total, is_valued: bool) -> Bar {
        let said = if is_valued {
            let own = total.value.iter().find(|sum| sum.currency == self.home);
            self.look
                .lang
                .money(own.unwrap_or(Money::new(0, self.home)))
        } else {
            self.look.count("ui-things-count", total.things)
        };
        let from = 0.0;
        Bar {
            name,
            from,
            to,
            said,
        }
    }
}
