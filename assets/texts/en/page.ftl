page-private = Private
page-nameless = Without a name
page-overtaken = Somebody else saved before you. Now it says: { $now }. Save again if yours is to hold.
page-refused =
    { $count ->
        [one] One file was not taken
       *[other] { $count } files were not taken
    }
page-refused-kept =
    { $count ->
        [one] One file is saved.
       *[other] { $count } files are saved.
    }
page-refused-on = Continue
page-receipt-nameless = Receipt
page-conflict = { $who } saved while you wrote. Choose what is to hold.
page-unit-day = days
page-unit-week = weeks
page-unit-month = months
page-unit-year = years
