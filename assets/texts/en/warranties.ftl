warranties-lead = What ends first comes first: guarantees, insurances and the right to complain.
warranties-new = New guarantee
warranties-edit = Change the guarantee
warranties-remove = Remove
warranties-binned = The guarantee is in the bin.
warranties-conflict = Two people changed the guarantee
warranties-from = { $kind } from { $provider }
warranties-of = { $what } ({ $thing })
warranties-kind = Kind
warranties-kind-maker = Guarantee
warranties-kind-extended = Extended guarantee
warranties-kind-insurance = Insurance
warranties-provider = From whom
warranties-provider-hint = The maker, the shop or the insurance company.
warranties-start = Holds from
warranties-start-hint = Leave empty if it holds from the day of the purchase.
warranties-term = For how long
warranties-length = As long as
warranties-length-hint = Such as 2 years. Otherwise write the last day.
warranties-unit = Unit
warranties-until = Through
warranties-for-life = As long as the thing lasts
warranties-lifetime = as long as the thing lasts
warranties-unknown = nobody knows how long
warranties-ahead = begins on { $day }
warranties-proof = Proof
warranties-proof-none = No receipt
warranties-proof-hint = The receipt is kept as long as the guarantee holds.
warranties-contact = Turn to
warranties-contact-hint = A telephone number, an address or a customer number.
warranties-terms = Terms
warranties-terms-hint = What is covered, and what is not.
warranties-soon = Within two months
warranties-endless = Without an end
warranties-unclear = Nobody knows how long
warranties-later = Show more
warranties-over = What has ended
warranties-empty = Here you see what ends first
warranties-empty-text = Say when a thing was bought, or add a guarantee on its page.
warranties-repaired =
    { $count ->
        [one] 1 thing repaired instead of replaced
       *[other] { $count } things repaired instead of replaced
    }
