//! What a policy says, in words: its amounts, its day, and its table.

use maud::{Markup, html};

use crate::{
    domain::{
        deduction::{Kind, Table},
        money::Money,
        policy::{Aspect, PolicyDetails, TableChoice},
    },
    ui::{facts::Facts, look::Look},
    web::page::deductions,
};

/// The key of what an aspect is called.
pub(super) const fn label(aspect: Aspect) -> &'static str {
    match aspect {
        Aspect::Insurer => "insurance-insurer",
        Aspect::Number => "insurance-number",
        Aspect::SumInsured => "insurance-sum-insured",
        Aspect::SingleLimit => "insurance-single-limit",
        Aspect::ValuablesLimit => "insurance-valuables-limit",
        Aspect::Deductible => "insurance-deductible",
        Aspect::Contact => "insurance-contact",
        Aspect::RenewsOn => "insurance-renews-on",
        Aspect::Table => "insurance-table",
    }
}

/// What a policy says of one aspect; empty where it says nothing.
pub(super) fn aspect(look: &Look, aspect: Aspect, details: &PolicyDetails) -> String {
    let lang = look.lang;
    let money = |amount: Option<Money>| amount.map(|it| lang.money(it)).unwrap_or_default();
    match aspect {
        Aspect::Insurer => details.insurer.clone(),
        Aspect::Number => details.number.clone(),
        Aspect::SumInsured => lang.money(details.sum_insured),
        Aspect::SingleLimit => money(details.single_limit),
        Aspect::ValuablesLimit => money(details.valuables_limit),
        Aspect::Deductible => money(details.deductible),
        Aspect::Contact => details.contact.clone(),
        Aspect::RenewsOn => details.renews_on.map(|on| lang.day(on)).unwrap_or_default(),
        Aspect::Table => match &details.table {
            TableChoice::Typical => look.text("insurance-table-typical"),
            TableChoice::Own(table) => own(look, table),
        },
    }
}

/// Which terms an own table is of, and what it pays for each kind.
fn own(look: &Look, table: &Table) -> String {
    let mut said = vec![version(look, table)];
    for (kind, row) in &table.rows {
        let name = look.text(deductions::kind(*kind));
        said.push(format!("{name}: {}", deductions::row(look, row)));
    }
    said.join("; ")
}

/// The terms that a table is of.
pub(super) fn version(look: &Look, table: &Table) -> String {
    let day = look.lang.day(table.version);
    let told = look.text_with("insurance-table-version", "day", &day);
    if table.source.is_empty() {
        told
    } else {
        format!("{told}, {}", table.source)
    }
}

/// Its amounts and its day, as labels and values.
pub(super) fn facts(look: &Look, details: &PolicyDetails) -> Facts {
    let told = [
        Aspect::SumInsured,
        Aspect::SingleLimit,
        Aspect::ValuablesLimit,
        Aspect::Deductible,
        Aspect::RenewsOn,
        Aspect::Number,
    ];
    told.into_iter().fold(Facts::new(), |facts, one| {
        let said = aspect(look, one, details);
        let said = (!said.is_empty()).then(|| html! { span.number { (said) } });
        facts.known(look.text(label(one)), said)
    })
}

/// The same in one line, for who compares several.
pub(super) fn line(look: &Look, details: &PolicyDetails) -> String {
    let told = [Aspect::SumInsured, Aspect::Deductible, Aspect::RenewsOn];
    let told = told.into_iter().filter_map(|one| {
        let said = aspect(look, one, details);
        let name = look.text(label(one));
        (!said.is_empty()).then(|| format!("{name} {said}"))
    });
    told.collect::<Vec<_>>().join(" · ")
}

/// A table, kind by kind.
pub(super) fn table(look: &Look, table: &Table) -> Markup {
    html! {
        ul.rules {
            @for (kind, row) in &table.rows {
                li.rule {
                    p.rule-name { (look.text(deductions::kind(*kind))) }
                    p { (deductions::row(look, row)) }
                    p.quiet {
                        (look.text(deductions::basis(row.basis)))
                        // Where the steps end no lower, the floor says nothing.
                        @if row.floor > row.then {
                            " · " (look.text_with("insurance-floor-at", "percent", &deductions::percent(row.floor)))
                        }
                        @if let Some(cap) = row.cap {
                            " · " (look.text_with("insurance-cap-at", "cap", &look.lang.money(cap)))
                        }
                        @if *kind == Kind::Other { " · " (look.text("insurance-other")) }
                    }
                }
            }
        }
    }
}
