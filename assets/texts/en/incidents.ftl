incidents-title = Incidents
incidents-lead = Burglary, fire, water and what was lost: what happened, what it took, and what came of it.
incidents-none = Nothing has happened
incidents-none-what = As it should be. If something does, what the police and the insurer ask for is here.
incidents-new = Something has happened
incidents-new-lead = Choose what happened and save. The rest can be written as you learn it.
incidents-edit = Change { $name }
incidents-change = Change
incidents-remove = Remove
incidents-binned = The incident is in the bin.
incidents-conflict = Two people changed the incident
incidents-kind = What has happened?
incidents-kind-burglary = Burglary
incidents-kind-theft = Theft
incidents-kind-fire = Fire
incidents-kind-water = Water damage
incidents-kind-breakage = Something broke
incidents-kind-loss = Something was lost
incidents-kind-other = Something else
incidents-name = What you call it
incidents-name-hint = Otherwise it is named after what happened and the day.
incidents-from = At the earliest
incidents-from-hint = All was well then, or it began then.
incidents-to = At the latest
incidents-to-hint = It was found out then, or it was over.
incidents-time = Time
incidents-between = { $from } – { $to }
incidents-place = Where
incidents-place-hint = An address, a car park, a train.
incidents-story = What happened
incidents-story-hint = In which order, and what you saw and did.
incidents-entry = How they got in
incidents-entry-hint = Which door or window, and what is broken.
incidents-police-number = Number of the report
incidents-police-number-hint = The number that the police gave you.
incidents-authority = Reported to
incidents-insurer = Insurer
incidents-policy = Policy number
incidents-claim-number = Claim number
incidents-people = People
incidents-people-hint = Witnesses, neighbours, the locksmith: names and telephone numbers.
incidents-part-police = Police
incidents-part-insurance = Insurance
incidents-part-more = More
incidents-gone =
    { $count ->
        [one] 1 gone
       *[other] { $count } gone
    }
incidents-damaged =
    { $count ->
        [one] 1 damaged
       *[other] { $count } damaged
    }
incidents-nothing-yet = Nothing is gone or damaged yet
incidents-tile-gone = gone
incidents-tile-damaged = damaged
incidents-tile-value = worth together
incidents-tile-paid = paid
incidents-losses = Gone and damaged
incidents-photos = Photos of the damage
incidents-papers = Papers
walk-title = Walk the rooms
walk-lead = Room by room, one question for each thing. Several of you can walk at once, each with a phone.
walk-progress = { $done } of { $rooms } rooms are done.
walk-begin = Walk the rooms
walk-finish = To the incident
walk-rooms = All rooms
walk-rooms-lead = Choose a room. What you answer shows on the others’ phones.
walk-room-done = done
walk-nowhere = In no place
walk-nothing = There is nothing to ask about here
walk-answered = { $answered } of { $things } answered
walk-question = Is it still there?
walk-is-there = Is { $name } still there?
walk-next = Next: { $room }
walk-waiting = Kept on the phone. It is sent when the network is back.
walk-sent = Sent
walk-overtaken = { $who } answered { $theirs }. You answered { $mine }. Tap again if you are sure.
incidents-reports = For the police and the insurer
incidents-reports-lead = One tap makes the list of what is said here now. Private things are not in it.
incidents-reports-choose = Choose what is in it
