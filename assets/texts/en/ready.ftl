ready-lead = If your things were gone tomorrow: how much of it could you show that you had?
ready-empty = How ready you are shows here once there is something to show
ready-empty-text = Begin with what would be hardest to replace.
ready-all =
    { $measure ->
        [worth] of the value is documented
       *[things] of your things are documented
    }
ready-all-what = Five parts count, each as much: photo, identifier, a receipt or other proof, a value that somebody has looked at in the last two years, and a backup elsewhere.
ready-base-worth = Of { $worth } in all.
ready-base-things = Nothing has a value yet, so each thing counts the same. Say what the dearest are worth, and value is what counts.
ready-valueless =
    { $count ->
        [one] One thing has no value and is not counted.
       *[other] { $count } things have no value and are not counted.
    }
ready-foreign =
    { $count ->
        [one] One thing, worth { $worth }, is not converted and not counted.
       *[other] { $count } things, worth { $worth }, are not converted and not counted.
    }
ready-know = Do you know what you had?
ready-know-answer =
    { $recognised } of { $measure ->
        [worth] the value
       *[things] your things
    } can be recognised by photo or identifier, and for { $value } somebody has looked at the value in the last two years.
ready-know-step = The dearest things
ready-kept = Are pictures and receipts kept?
ready-kept-answer =
    { $photo } of { $measure ->
        [worth] the value
       *[things] your things
    } is in a picture. { $proof } has a receipt, a guarantee or another paper.
ready-kept-step = Things without a photo
ready-kept-proof = Add a receipt
ready-policy = Do you know your policy?
ready-policy-none = No policy is entered yet. With insurer, policy number and sum insured here, there is nothing to look for that day.
ready-policy-answer =
    { $count ->
        [one] One policy is entered.
       *[other] { $count } policies are entered.
    }
ready-policy-enter = Enter the policy
ready-policy-step = See the policy
ready-list = Can you print the list now?
ready-list-none = No list of everything has been made yet. Make one, and leave it with somebody you trust.
ready-list-answer = The latest list of everything is from { $day }.
ready-list-age =
    { $count ->
        [0] It was made today.
        [one] It is one day old.
       *[other] It is { $count } days old.
    }
ready-list-holds =
    It still holds for { $share } of { $measure ->
        [worth] the value
       *[things] your things
    }.
ready-list-step = Make a list now
ready-control = Do you have control?
ready-control-alone = The archive is on this machine alone, until there is a backup elsewhere.
ready-control-backup = There is a backup elsewhere.
ready-control-answer =
    { $identifier } of { $measure ->
        [worth] the value
       *[things] your things
    } has a serial number, an engraving or another identifier, and can be known again if it turns up.
ready-control-step = Begin with identifiers
ready-first =
    { $count ->
        [one] Begin with this one
       *[other] Begin with these { $count }
    }
ready-first-text = This is where a little work does most. Choose what is missing to add it.
ready-first-none = Every thing is documented
ready-first-none-text = Photo, identifier, proof and value: all there. Well done.
ready-add-photo = Photo
ready-add-identifier = Identifier
ready-add-proof = Receipt
ready-add-value = Value
ready-add-look = Look at the value
