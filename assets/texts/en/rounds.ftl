rounds-title = Inventory rounds
rounds-lead = Once a year: walk through the rooms and look whether everything is there.
rounds-none = There has been no round yet
rounds-none-what = A round goes room by room, with one tap for each thing. Several of you can walk at once, each with a phone.
rounds-begin = Begin a round
rounds-all = All rounds
rounds-go-on = Go on with the round
rounds-new = Begin an inventory round
rounds-new-lead = Nothing has to be filled in.
rounds-edit = Change { $name }
rounds-change = Change
rounds-remove = Remove
rounds-end = End the round
rounds-resume = Go on with the round
rounds-binned = The round is in the bin.
rounds-of-year = Inventory round { $year }
rounds-name = What you call it
rounds-name-hint = Otherwise it is named after its year.
rounds-place = Where
rounds-everywhere = The whole home
rounds-note = What came of it
rounds-since = since { $day }
rounds-progress = of the things are answered for
rounds-progress-of = { $room }: answered for
rounds-question = Is it where it should be?
rounds-is-it-here = Is { $name } where it should be?
rounds-answer-seen = Here
rounds-answer-moved = Elsewhere
rounds-answer-gone = Missing
rounds-seen = Seen
rounds-moved = Moved
rounds-gone = Missing
rounds-is-new = New
rounds-count-seen =
    { $count ->
        [one] 1 seen
       *[other] { $count } seen
    }
rounds-count-moved =
    { $count ->
        [one] 1 moved
       *[other] { $count } moved
    }
rounds-count-gone =
    { $count ->
        [one] 1 missing
       *[other] { $count } missing
    }
rounds-count-new =
    { $count ->
        [one] 1 new
       *[other] { $count } new
    }
rounds-tile-seen = seen
rounds-tile-moved = moved
rounds-tile-gone = missing
rounds-tile-new = new
rounds-title-moved = Moved
rounds-title-gone = Missing
rounds-title-new = New
rounds-gone-what = Nothing is archived by itself. Leave what you still look for as it is.
rounds-gone-found = Found
rounds-gone-archive = Sold, given or thrown away
rounds-gone-incident = Lost or stolen
rounds-elsewhere = somewhere else
rounds-lies = The archive says: { $place }
rounds-besides = Is something else here?
rounds-besides-what = Find what the archive has elsewhere, or add what nobody has entered.
rounds-find = Name of the thing
rounds-find-go = Find
rounds-find-none = Nothing elsewhere is called { $word }.
rounds-is-here = { $name } is here
rounds-add = Add something new here
rounds-back = Back to the round
rounds-found = What did you find?
rounds-to = Where it is now
rounds-to-hint = Asked of what was moved: the thing is put there.
rounds-choose-place = Choose a place
rounds-thing-note = Note
rounds-who = Who answered
rounds-answered =
    { $count ->
        [one] 1 thing
       *[other] { $count } things
    }
rounds-ended-by = Ended by { $name }
rounds-report-title = On paper
rounds-report-what = The list of all there is, as it is now after the round.
rounds-report = Make the inventory list
rounds-last-seen = Last seen
rounds-last-seen-by = { $day } by { $who }
rounds-ready-never = Nobody has walked through the rooms yet to see whether everything is there.
rounds-ready-open = { $name } goes on.
rounds-ready-last = The last round was ended on { $day }.
rounds-ready-due = It is time for the next.
rounds-where = Where is { $name }?
rounds-room = Round: { $name }
