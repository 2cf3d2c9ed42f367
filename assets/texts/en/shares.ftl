shares-title = Share with the insurer
shares-lead = A link to what stands in the reports, and to nothing else. Whoever opens it needs a passcode.
shares-make = Make a link
shares-new = New link
shares-another = Make another link
shares-reports = Reports
shares-label = For whom
shares-label-hint = Such as the insurer and the claims handler: Swallow, Eva.
shares-open-for = Open for
shares-days =
    { $count ->
        [one] 1 day
       *[other] { $count } days
    }
shares-nothing = A link shows reports about the incident. Make one first. Reports with private things are not shared.
shares-once = Copy the link and the passcode now. They are never shown again.
shares-link = Link
shares-passcode = Passcode
shares-apart = Send them apart: the link by e-mail, and the passcode by text message or in a call.
shares-works = The link works wherever your server is reached at { $address }, as long as it runs.
shares-works-at-home = The link leads to { $address }, which is reached from your home only. To work for others, the server needs an address on the internet, in the setting address.
shares-until = Open until { $when }
shares-over = Closed since { $when }
shares-unseen = not opened yet
shares-seen =
    { $count ->
        [one] opened once
       *[other] opened { $count } times
    }
shares-last = last { $when }
shares-revoke = Revoke
shares-locked = Shared with you
shares-locked-lead = Enter the passcode that you have from whoever shares this.
shares-passcode-hint = Eight digits.
shares-open = Open
