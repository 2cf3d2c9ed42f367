format-month-1 = januari
format-month-2 = februari
format-month-3 = mars
format-month-4 = april
format-month-5 = maj
format-month-6 = juni
format-month-7 = juli
format-month-8 = augusti
format-month-9 = september
format-month-10 = oktober
format-month-11 = november
format-month-12 = december
format-days =
    { $count ->
        [one] 1 dag
       *[other] { $count } dagar
    }
format-weeks =
    { $count ->
        [one] 1 vecka
       *[other] { $count } veckor
    }
format-months =
    { $count ->
        [one] 1 månad
       *[other] { $count } månader
    }
format-years = { $count } år
format-when = { $day } kl. { $time }
