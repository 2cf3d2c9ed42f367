insights-empty = The whole shows here once there is something to see
insights-empty-text = Add things, and they are counted by room, owner, sort and year.
insights-rooms = Where the value is
insights-no-room = No place
insights-people = Who owns it
insights-no-owner = Nobody in particular
insights-categories = What sort of things
insights-no-category = No category
insights-rest =
    { $count ->
        [one] One more
       *[other] { $count } more
    }
insights-years = When things came
insights-before =
    { $count ->
        [one] One came earlier than that.
       *[other] { $count } came earlier than that.
    }
insights-undated =
    { $count ->
        [one] Of one it is not known.
       *[other] Of { $count } it is not known.
    }
insights-spent = What things cost
insights-upkeep = What upkeep cost
insights-in = In { $currency }, year by year.
insights-guarantees = What holds how long
insights-all-guarantees = All guarantees
insights-repaired = Time that repairs have given
insights-repaired-lead = { $time } more in all, instead of something new.
insights-days =
    { $count ->
        [one] 1 day
       *[other] { $count } days
    }
insights-served-years = { $years } years
insights-as-table = As a table
insights-chart = Chart: { $title }. The table after it says the same.
insights-things = Things
insights-thing = Thing
insights-worth = Value
insights-year = Year
insights-money = Amount
insights-what = What
insights-until = Through
insights-since = Repaired
insights-served = Has served since
insights-today = Today
