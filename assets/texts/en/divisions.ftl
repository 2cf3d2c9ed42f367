divisions-title = Divisions
divisions-lead = Divide the home or an estate: take turns or wish, with the sums beside, until there is a list to sign.
divisions-new = New division
divisions-begin = Begin
divisions-none = No division yet
divisions-none-what = Choose who divides, and what. Each can choose on a phone of their own.
divisions-edit = Change { $name }
divisions-change = Change the details
divisions-conflict = The division was changed
divisions-binned = The division is in the bin.
divisions-remove = Remove the division
divisions-name = Name
divisions-name-hint = For example: The home in High Street, or Grandmother’s estate.
divisions-occasion = Why you divide
divisions-occasion-spouses = Spouses divide
divisions-occasion-cohabitants = Cohabitants part
divisions-occasion-heirs = Heirs divide an estate
divisions-on = Values as of
divisions-on-hint = The day you applied, parted, or the day of the death.
divisions-method = How you choose
divisions-method-hint = With wishes, what only one wants is theirs; for the rest you take turns.
divisions-method-turns = Taking turns
divisions-method-wishes = Wishes
divisions-parties = Those who divide
divisions-parties-hint = Whoever stands first begins. The turns then go there and back: 1, 2, 2, 1. Parts are only needed when they are not equal.
divisions-party-name = Name { $number }
divisions-party-person = In this household { $number }
divisions-party-parts = Parts { $number }
divisions-party-outside = None of us
divisions-party-more = One more
divisions-note = Agreed
divisions-note-hint = What is not things: loans, the home, who fetches what when. It comes along on the list.
divisions-things = What is divided
divisions-private = Also what only I and other owners see
divisions-private-hint = The others do not see what it is, only that it is there.
divisions-of-search = Only what the search showed.
divisions-fill-title = Add things
divisions-fill-lead = What is in it already stays as it is.
divisions-fill = Add
divisions-far = { $divided } of { $things } things divided
divisions-settled-on = settled { $day }
divisions-settled = The division was settled { $day }. Nothing changes until somebody opens it again.
divisions-settle = Settle the division
divisions-reopen = Open again
divisions-list = List to sign
divisions-overtaken = Somebody else was first. This is how it looks now.
divisions-empty = Nothing to divide here yet
divisions-turn = { $name } chooses now
divisions-pass = Pass
divisions-take = Take
divisions-take-what = Take { $thing } for { $name }
divisions-open = Left to divide
divisions-share = To { $name }
divisions-nothing-yet = Nothing yet.
divisions-things-count =
    { $count ->
        [one] 1 thing
       *[other] { $count } things
    }
divisions-under = { $amount } less than their part
divisions-over = { $amount } more than their part
divisions-pays = { $from } pays { $amount } to { $to } to make it even.
divisions-apart-personal = Personal things
divisions-apart-separate = Separate property
divisions-apart-what = It goes to its owner and does not count.
divisions-hidden =
    { $count ->
        [one] 1 more thing is in it that you do not see. It is not in your sums.
       *[other] { $count } more things are in it that you do not see. They are not in your sums.
    }
divisions-wishes-what = One heart: gladly. Two: very much. Three: above all.
divisions-wish-gladly = Gladly
divisions-wish-much = Very much
divisions-wish-most = Above all
divisions-wish-for = { $name } wishes for { $thing }
divisions-contested = Several want it
divisions-deal =
    { $count ->
        [one] Share out the 1 thing that only one wants
       *[other] Share out the { $count } things that only one wants
    }
divisions-no-value = No value
divisions-lot-thing = See the thing
divisions-lot-to = Who gets it
divisions-lot-whose = It goes to
divisions-lot-nobody = Nobody yet
divisions-lot-give = Give it
divisions-lot-said = What counts
divisions-group = How it is divided
divisions-group-household = Household goods: divided, and counted
divisions-group-personal = Personal: goes to its owner
divisions-group-separate = Separate property: goes to its owner
divisions-value = Value
divisions-value-each = Value, each of { $count }
divisions-value-hint = What it would be sold for, unless you agree otherwise.
divisions-in-use = Counted as its value in use
divisions-in-use-hint = What it is worth to whoever keeps it.
divisions-drop = Take it out of the division
divisions-drop-what = It stays among your things.
divisions-lot-title = Who gets { $name }?
