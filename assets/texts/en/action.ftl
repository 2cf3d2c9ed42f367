action-item-add =
    { $count ->
        [one] { $who } added { $name }
       *[other] { $who } added { $count } things
    }
action-item-change =
    { $count ->
        [one] { $who } changed { $name }
       *[other] { $who } changed { $count } things
    }
action-item-copy =
    { $count ->
        [one] { $who } copied { $name }
       *[other] { $who } copied { $count } things
    }
action-item-move =
    { $count ->
        [one] { $who } moved { $name }
       *[other] { $who } moved { $count } things
    }
action-item-tag =
    { $count ->
        [one] { $who } tagged { $name }
       *[other] { $who } tagged { $count } things
    }
action-item-categorise =
    { $count ->
        [one] { $who } set the category of { $name }
       *[other] { $who } set the category of { $count } things
    }
action-item-give =
    { $count ->
        [one] { $who } set the owner of { $name }
       *[other] { $who } set the owner of { $count } things
    }
action-item-archive =
    { $count ->
        [one] { $who } archived { $name }
       *[other] { $who } archived { $count } things
    }
action-item-unarchive =
    { $count ->
        [one] { $who } took { $name } back from the archive
       *[other] { $who } took { $count } things back from the archive
    }
action-item-remove =
    { $count ->
        [one] { $who } put { $name } in the bin
       *[other] { $who } put { $count } things in the bin
    }
action-item-restore =
    { $count ->
        [one] { $who } took { $name } back
       *[other] { $who } took { $count } things back
    }
action-item-bring-back =
    { $count ->
        [one] { $who } brought back an earlier version of { $name }
       *[other] { $who } brought back an earlier version of { $count } things
    }
action-template-add = { $who } saved the template { $name }
action-attachment-add = { $who } added { $files } to { $name }
action-attachment-change = { $who } wrote beneath { $files } of { $name }
action-attachment-rotate = { $who } turned { $files } of { $name }
action-attachment-reorder = { $who } arranged the photos of { $name }
action-attachment-move = { $who } moved { $files } to { $name }
action-attachment-remove = { $who } put { $files } of { $name } in the bin
action-attachment-restore = { $who } took back { $files } of { $name }
action-place-add = { $who } added the place { $name }
action-place-change = { $who } changed the place { $name }
action-place-remove = { $who } put the place { $name } in the bin
action-place-restore = { $who } took back the place { $name }
action-person-add = { $name } joined the household
action-person-change = { $who } changed what is said of { $name }
action-person-remove = { $who } removed { $name } from the household
action-person-restore = { $who } took { $name } back into the household
action-person-password = { $who } changed a password
action-person-prefer = { $who } changed their settings
action-tag-add = { $who } added the tag { $name }
action-tag-change = { $who } renamed the tag { $name }
action-tag-remove = { $who } removed the tag { $name }
action-category-add = { $who } added the category { $name }
action-category-change = { $who } changed the category { $name }
action-category-remove = { $who } removed the category { $name }
action-category-reset =
    { $count ->
        [one] { $who } showed the category { $name } again
       *[other] { $who } showed { $count } categories again
    }
action-search-add = { $who } saved the search { $name }
action-search-change = { $who } changed the search { $name }
action-search-remove = { $who } removed the search { $name }
action-household-claim = { $name } moved in
action-household-change = { $who } changed the household’s settings
action-bin-purge = { $who } removed something from the bin for good
action-bin-empty = { $who } emptied the bin
action-bin-sweep = What had lain in the bin for thirty days was removed
action-bin-restore =
    { $count ->
        [one] { $who } took { $name } back out of the bin
       *[other] { $who } took { $count } things back out of the bin
    }
action-undo =
    { $count ->
        [one] { $who } took back a change of { $name }
       *[other] { $who } took back a change of { $count } things
    }
action-receipt-add =
    { $count ->
        [one] { $who } added the receipt { $name }
       *[other] { $who } added { $count } receipts
    }
action-receipt-accept = { $who } saved what was read on the receipt { $name }
action-receipt-change = { $who } changed the receipt { $name }
action-receipt-remove = { $who } removed the receipt { $name }
action-receipt-restore = { $who } took the receipt { $name } back
action-warranty-add = { $who } added { $name }
action-warranty-change = { $who } changed { $name }
action-warranty-remove = { $who } removed { $name }
action-warranty-restore = { $who } brought back { $name }
action-claim-add = { $who } noted a fault: { $name }
action-claim-change = { $who } changed the claim { $name }
action-claim-remove = { $who } removed the claim { $name }
action-claim-restore = { $who } brought back the claim { $name }
action-plan-add = { $who } planned { $name }
action-plan-change = { $who } changed the plan { $name }
action-plan-remove = { $who } removed the plan { $name }
action-plan-restore = { $who } took back the plan { $name }
action-job-add = { $who } noted { $name }
action-job-change = { $who } changed what was done, { $name }
action-job-remove = { $who } struck out { $name }
action-job-restore = { $who } noted { $name } again
action-loan-add = { $who } lent { $name }
action-loan-change = { $who } changed the loan { $name }
action-loan-remove = { $who } removed the loan { $name }
action-loan-restore = { $who } took back the loan { $name }
action-memory-add = { $who } told { $name }
action-memory-change = { $who } changed the memory { $name }
action-memory-remove = { $who } removed the memory { $name }
action-memory-restore = { $who } took back the memory { $name }
action-bequest-add = { $who } wrote a wish, { $name }
action-bequest-change = { $who } changed the wish, { $name }
action-bequest-remove = { $who } removed the wish, { $name }
action-bequest-restore = { $who } took back the wish, { $name }
action-incident-add = { $who } entered { $name }
action-incident-change = { $who } changed the incident { $name }
action-incident-remove = { $who } removed the incident { $name }
action-incident-restore = { $who } took back the incident { $name }
action-loss-add = { $who } entered what happened: { $name }
action-loss-mark = { $who } answered on the walk: { $name }
action-loss-change = { $who } changed what happened: { $name }
action-loss-remove = { $who } struck out what happened: { $name }
action-loss-restore = { $who } took back what happened: { $name }
action-report-add = { $who } made { $name }
action-report-remove = { $who } removed { $name }
action-report-restore = { $who } took back { $name }
action-policy-add = { $who } added the insurance with { $name }
action-policy-change = { $who } changed the insurance with { $name }
action-policy-remove = { $who } removed the insurance with { $name }
action-policy-restore = { $who } took back the insurance with { $name }
action-round-begin = { $who } began { $name }
action-round-change = { $who } changed { $name }
action-round-end = { $who } ended { $name }
action-round-resume = { $who } went on with { $name }
action-round-remove = { $who } removed { $name }
action-round-restore = { $who } took back { $name }
action-sighting-mark = { $who } answered on the round: { $name }
action-sighting-remove = { $who } took back an answer on the round: { $name }
action-sighting-restore = { $who } answered again on the round: { $name }
action-division-add = { $who } began to divide: { $name }
action-division-change = { $who } changed the division { $name }
action-division-fill = { $who } added things to the division { $name }
action-division-take = { $who } took a thing in the division { $name }
action-division-pass = { $who } passed in the division { $name }
action-division-give = { $who } moved a thing in the division { $name }
action-division-wish = { $who } wished in the division { $name }
action-division-deal = { $who } shared out what only one wanted in the division { $name }
action-division-say = { $who } changed how a thing counts in the division { $name }
action-division-drop = { $who } took a thing out of the division { $name }
action-division-settle = { $who } settled the division { $name }
action-division-reopen = { $who } opened the division { $name } again
action-division-remove = { $who } removed the division { $name }
action-division-restore = { $who } took back the division { $name }
