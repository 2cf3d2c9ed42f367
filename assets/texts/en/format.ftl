format-month-1 = January
format-month-2 = February
format-month-3 = March
format-month-4 = April
format-month-5 = May
format-month-6 = June
format-month-7 = July
format-month-8 = August
format-month-9 = September
format-month-10 = October
format-month-11 = November
format-month-12 = December
format-days =
    { $count ->
        [one] 1 day
       *[other] { $count } days
    }
format-weeks =
    { $count ->
        [one] 1 week
       *[other] { $count } weeks
    }
format-months =
    { $count ->
        [one] 1 month
       *[other] { $count } months
    }
format-years =
    { $count ->
        [one] 1 year
       *[other] { $count } years
    }
format-when = { $day }, { $time }
