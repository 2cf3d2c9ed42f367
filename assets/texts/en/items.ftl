items-count =
    { $count ->
        [0] No things
        [one] 1 thing
       *[other] { $number } things
    }
items-hits =
    { $count ->
        [0] No matches for “{ $text }”
        [one] 1 match for “{ $text }”
       *[other] { $number } matches for “{ $text }”
    }
items-refused = Part of the link could not be read, so it is left out.
items-pick = Select { $name }
items-name = Name
items-number = Number
items-place = Place
items-category = Category
items-tags = Tags
items-owner = Owner
items-quantity = Quantity
items-maker = Maker
items-model = Model
items-identifier = Serial number
items-acquired = Acquired
items-price = Price
items-value = Value
items-added = Added
items-changed = Changed
items-has = Photo, document, insurance
items-state = State
items-from = From
items-to = To
items-span-show = Show
items-span-from = at least { $from }
items-span-under = less than { $to }
items-span-to = at most { $to }
items-span-since = { $from } or later
items-span-until = { $to } or earlier
items-span-worth = Write the amount in digits, such as 1,500.
items-span-when = Write a year, a month or a day: 2019, 2019-05 or 2019-05-17.
items-photo-yes = With a photo
items-photo-no = Without a photo
items-document-yes = With a document
items-document-no = Without a document
items-insured-yes = Insured
items-insured-no = Not insured
items-state-active = In use
items-state-archived = Archived
items-state-binned = In the bin
items-state-nameless = Without a name
items-state-template = Templates
items-chip-tag = Tag: { $name }
items-chip-owner = Owner: { $name }
items-chip-acquired = Acquired { $when }
items-gone = Removed
items-view-cards = Show as cards
items-view-table = Show as a table
items-columns = Columns
items-columns-show = Show the columns
items-sort-relevance = Best match
items-sort-added-last = Last added
items-sort-added-first = First added
items-sort-changed-last = Last changed
items-sort-changed-first = Longest unchanged
items-sort-name-up = Name A–Z
items-sort-name-down = Name Z–A
items-sort-value-down = Highest value
items-sort-value-up = Lowest value
items-sort-acquired-last = Last acquired
items-sort-acquired-first = First acquired
items-sort-number-up = Lowest number
items-sort-number-down = Highest number
items-sort-reversed = The other way round
items-empty = Your things will be here
items-empty-text = Take a picture of something you see right now. The rest can wait.
items-empty-guest = Nobody has shared anything with you yet.
items-empty-first = Take the first picture
items-empty-place = Set up the places
items-none = No things to show
items-none-text = Nothing is called or about “{ $text }”
items-none-state = Nothing is under { $state }
items-none-filtered = There may be something if you take a filter away.
items-none-hint = Try a shorter word, or only a part of it.
items-none-clear = Clear the filters
items-none-add = Add “{ $name }”
items-none-all = Show all things
items-searches = Saved searches
items-searches-edit = Edit the list
items-searches-empty = No saved searches
items-searches-empty-text = Search and filter among the things, then save the list under a name.
items-searches-empty-step = To the things
items-search-change = Change the search
items-search-edit = Change { $name }
items-search-save = Save the search
items-search-name = Name of the search
items-search-shared = Show to the whole household
items-search-shared-hint = Everybody sees the list with their own eyes: what is private stays private.
items-search-is-shared = Shared with the household
items-search-remove = Remove { $name }
items-do-move = Move
items-do-tag = Tag
items-do-untag = Remove tags
items-do-categorise = Set category
items-do-give = Set owner
items-do-archive = Archive
items-do-unarchive = Bring back from the archive
items-do-remove = Remove
items-do-restore = Bring back
items-bulk-none = Select at least one thing first.
items-bulk-more =
    { $count ->
        [one] and 1 more
       *[other] and { $count } more
    }
items-bulk-move =
    { $count ->
        [one] Move 1 thing
       *[other] Move { $count } things
    }
items-bulk-tag =
    { $count ->
        [one] Tag 1 thing
       *[other] Tag { $count } things
    }
items-bulk-untag =
    { $count ->
        [one] Remove tags from 1 thing
       *[other] Remove tags from { $count } things
    }
items-bulk-categorise =
    { $count ->
        [one] Category of 1 thing
       *[other] Category of { $count } things
    }
items-bulk-give =
    { $count ->
        [one] Owner of 1 thing
       *[other] Owner of { $count } things
    }
items-bulk-archive =
    { $count ->
        [one] Archive 1 thing
       *[other] Archive { $count } things
    }
items-bulk-not-yours = Not all of them are yours
items-bulk-not-yours-what = You may change what you own or added yourself. Some of the selected things are somebody else's, so nothing has changed.
items-bulk-back = Back to the things
items-choose-place = Choose a place
items-choose-no-place = No place in particular
items-choose-category = Choose a category
items-choose-no-category = No category
items-choose-tag = Choose at least one tag.
items-choose-tags-hint = Several are fine, with commas between. A tag that does not exist is made.
items-choose-no-tags = None of the things has a tag.
items-choose-owners-hint = Who? Shares are whole numbers: 1 and 1 is half each. With nobody selected the things are the whole household's.
items-choose-parts = Shares of { $name }
items-choose-how = Choose how the things left the household.
items-archive-how = How did they leave the household?
items-archive-sold = Sold
items-archive-given = Given away
items-archive-thrown = Thrown out
items-archive-on = When
items-archive-on-hint = A year or a month is enough.
items-archive-to = To whom
items-archive-price = Price of each thing
items-archive-price-hint = Leave empty if nothing was paid.
