reminder-right = { $name }: the right to complain ends { $day }
reminder-right-today = { $name }: today is the last day to complain
reminder-receipt = The receipt from { $name } need not be kept after { $day }
reminder-value = { $name }: what it is worth was not looked at for two years
reminder-nameless = an unknown shop
reminder-title = { $count ->
    [one] One thing to remember
   *[other] { $count } things to remember
}
reminder-more = { $count ->
    [one] And one more
   *[other] And { $count } more
}
reminder-done = Done
reminder-later = In a week
reminder-mute = Mute
reminder-all = Show all reminders
reminder-look = Show in Smartinventory
reminder-answered = This is answered
reminder-test = This is what a reminder looks like
reminder-test-text = The channel works. What you are reminded of, and when, you choose in the settings.
reminder-warranty = { $name }: the guarantee ends { $day }
reminder-warranty-of = { $name }: the guarantee from { $what } ends { $day }
reminder-upkeep = { $name }: { $what }, { $day }
reminder-upkeep-overdue = { $name }: { $what } was due { $day }
reminder-loan = { $name } should be back from { $what } { $day }
reminder-loan-late = { $name } should have been back from { $what } { $day }
reminder-policy = The insurance with { $name } is renewed { $day }
reminder-policy-today = The insurance with { $name } is renewed today
reminder-round = It is a year since the last inventory round
