home-title = At home with { $household }
home-latest = Last added
home-all = Show all
home-tray =
    { $count ->
        [one] 1 thing waits for a name
       *[other] { $count } things wait for a name
    }
home-things =
    { $count ->
        [one] thing
       *[other] things
    }
home-places =
    { $count ->
        [one] place
       *[other] places
    }
home-value = worth in all
home-without-photo = without a photo
home-empty = Everything you own will live here
home-empty-text = Take a picture of a thing, give it a name, done. The rest can wait.
home-first = Add the first one
home-first-place = Make a place
home-searches = Saved searches
home-reminders = { $count ->
    [one] One thing to remember
   *[other] { $count } things to remember
}
