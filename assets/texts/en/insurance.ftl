insurance-lead = What the household's insurances pay for, and what they do not cover. Only what you see is counted.
insurance-new = New insurance
insurance-edit = Change the insurance with { $insurer }
insurance-remove = Remove
insurance-binned = The insurance is in the bin.
insurance-conflict = Two people changed the insurance
insurance-look = Look
insurance-look-at = Look at the insurance with { $insurer }
insurance-empty = Does your insurance cover it all?
insurance-empty-text = Enter your home insurance, and see here what it does not cover, before anything happens.
insurance-empty-total = Enter your home insurance, and see here what it does not cover, before anything happens. What has a price costs { $total } together.
insurance-insurer = Insurer
insurance-number = Policy number
insurance-sum-insured = Sum insured
insurance-sum-hint = The most that is paid for everything together. Your things cost { $total }, as far as prices are known.
insurance-single-limit = At most for one thing
insurance-single-hint = Leave it empty if the terms say nothing.
insurance-valuables-limit = At most for valuables
insurance-valuables-hint = Jewellery, art, antiques, silver: together.
insurance-deductible = Deductible
insurance-deductible-hint = Taken once for each incident.
insurance-contact = When something happens
insurance-contact-hint = Telephone, address, sign-in: what one needs then.
insurance-renews-on = Renewed
insurance-renews-hint = Everybody is reminded a month before.
insurance-part-what = The insurance
insurance-table = Age deduction
insurance-table-which = What is paid for a thing that is not new?
insurance-table-typical = What is usual in the country
insurance-choose-typical = What is usual in the country (an estimate)
insurance-choose-own = Our own terms
insurance-table-nothing = No usual table is known for your country. Enter the one in your terms.
insurance-table-version = terms of { $day }
insurance-table-rows = { $count ->
    [one] The table, 1 kind of thing
   *[other] The table, { $count } kinds of things
}
insurance-source = Source: { $source }
insurance-own-hint = The rows begin as what is usual. Change what your terms say otherwise, and take out what they say nothing of.
insurance-version = The terms hold from
insurance-where = Where it stands
insurance-where-hint = The name of the terms and the page, so that it can be found again.
insurance-row-empty = No row
insurance-more = { $count ->
    [one] And 1 more
   *[other] And { $count } more
}
insurance-row-none = Not in the terms
insurance-basis = Counted on
insurance-steps = Paid by age
insurance-step-months = At most so old, months
insurance-step-percent = Paid, %
insurance-step-months-of = At most so old in months, step { $number }
insurance-step-percent-of = Paid in percent, step { $number }
insurance-step-more = More steps
insurance-then = Older than that, %
insurance-floor = Never less than, %
insurance-cap = At most for one thing
insurance-floor-at = never less than { $percent }
insurance-cap-at = at most { $cap }
insurance-other = holds for whatever no other row is for
insurance-cover = Is it enough?
insurance-enough = It covers everything that has a price.
insurance-all = The sum insured is not enough: { $over } is missing
insurance-all-why = The things cost { $worth } together, and for everything together at most { $limit } is paid.
insurance-valuables = The valuables are worth { $over } more than is paid for
insurance-valuables-why = Together they are worth { $worth }, and for valuables at most { $limit } is paid.
insurance-single = { $count ->
    [one] 1 thing is worth more than is paid for one thing
   *[other] { $count } things are worth more than is paid for one thing
}
insurance-single-why = At most { $limit } is paid
insurance-counted = Counted on { $total }: what each thing costs new, and for valuables what they are worth. Where nobody has said that, the price that is known counts.
insurance-unpriced = { $count ->
    [one] 1 thing has no price and is not counted.
   *[other] { $count } things have no price and are not counted.
}
insurance-apart = { $sums } is in other currencies, and is not counted against the insurance.
insurance-elsewhere = { $count ->
    [one] 1 vehicle, boat or document is not counted: such things belong to other insurances.
   *[other] { $count } vehicles, boats and documents are not counted: such things belong to other insurances.
}
