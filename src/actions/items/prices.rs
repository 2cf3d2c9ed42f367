//! When it was last said what a thing is worth and costs new: today, where nobody says otherwise.

use jiff::civil::Date;

use crate::domain::item::Details;

/// Dates what is said anew about a thing's worth and its price new, unless it comes with a day of its own.
pub(super) fn date_prices(details: &mut Details, before: &Details, today: Date) {
    if details.value != before.value && details.valued_on == before.valued_on {
        details.valued_on = details.value.map(|_| today);
    }
    if details.new_price != before.new_price && details.priced_on == before.priced_on {
        details.priced_on = details.new_price.map(|_| today);
    }
}
