bin-title = Bin
bin-lead = What was removed stays here for thirty days.
bin-items = Things
bin-places = Places
bin-attachments = Photos and documents
bin-left =
    { $count ->
        [one] 1 day left
       *[other] { $count } days left
    }
bin-last-day = goes today
bin-template = Template: { $name }
bin-document-of = { $file }, of { $name }
bin-pick = Pick { $name }
bin-restore = Take back
bin-restore-one = Take { $name } back
bin-purge = Remove for good
bin-purge-one = Remove { $name } for good
bin-empty-out = Empty the bin
bin-empty = The bin is empty
bin-empty-text = What somebody removes comes here, and can be taken back for thirty days.
bin-confirm =
    { $count ->
        [one] Remove 1 for good?
       *[other] Remove { $count } for good?
    }
bin-confirm-what = This cannot be undone. Photos, documents and history go too.
bin-confirm-more =
    { $count ->
        [one] and 1 more
       *[other] and { $count } more
    }
bin-confirm-do =
    { $count ->
        [one] Remove 1 for good
       *[other] Remove { $count } for good
    }
bin-photo-of = Photo of { $name }
bin-receipts = Receipts
bin-warranties = Guarantees and claims
bin-plans = Planned upkeep
bin-jobs = Done
bin-loans = Loans
bin-memories = Memories and wishes
bin-incidents = Incidents
bin-reports = Reports
bin-divisions = Divisions of property
bin-policies = Insurances
bin-rounds = Inventory rounds
