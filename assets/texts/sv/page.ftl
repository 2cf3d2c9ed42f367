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
