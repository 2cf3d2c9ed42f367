//! The policy of the demo household on its way into the archive, and what its things cost new.

use jiff::Span;

use super::{
    house::{House, kronor},
    household,
};
use crate::{
    actions::{items, policies},
    domain::policy::PolicyDetails,
    error::Result,
    store::Expect,
};

impl House<'_> {
    /// Says how the family is insured, and looks up what some things cost new.
    pub(super) fn insure(&self) -> Result<()> {
        self.pause();
        let policy = household::policy();
        let details = PolicyDetails {
            insurer: policy.insurer.get(self.lang).to_owned(),
            number: policy.number.to_owned(),
            single_limit: Some(kronor(policy.single_limit)),
            valuables_limit: Some(kronor(policy.valuables_limit)),
            deductible: Some(kronor(policy.deductible)),
            contact: policy.contact.get(self.lang).to_owned(),
            renews_on: Some(
                self.today
                    .saturating_add(Span::new().days(policy.renewed_in)),
            ),
            ..PolicyDetails::of_sum(kronor(policy.sum_insured))
        };
        policies::add(self.store, &self.manager("anna")?, details)?;
        household::new_prices()
            .iter()
            .try_for_each(|price| self.look_up(price))
    }

    fn look_up(&self, price: &household::NewPrice) -> Result<()> {
        self.pause();
        let (editor, item) = (self.editor("anna")?, self.thing(price.thing)?);
        let on = self.today.saturating_sub(Span::new().days(price.days));
        items::adjust(self.store, &editor, item, Expect::Any, |details| {
            details.new_price = Some(kronor(price.kronor));
            details.priced_on = Some(on);
            price.seen.get(self.lang).clone_into(&mut details.priced_at);
            Ok(())
        })
        .map(drop)
    }
}
