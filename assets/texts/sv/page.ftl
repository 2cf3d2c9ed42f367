page-private = Privat
page-nameless = Utan namn
page-overtaken = Någon annan hann spara före dig. Nu står det: { $now }. Spara igen om ditt ska gälla.
page-refused =
    { $count ->
        [one] En fil togs inte emot
       *[other] { $count } filer togs inte emot
    }
page-refused-kept =
    { $count ->
        [one] En fil är sparad.
       *[other] { $count } filer är sparade.
    }
page-refused-on = Fortsätt
page-receipt-nameless = Kvitto
page-conflict = { $who } hann spara medan du skrev. Välj vad som ska gälla.
page-unit-day = dagar
page-unit-week = veckor
page-unit-month = månader
page-unit-year = år
