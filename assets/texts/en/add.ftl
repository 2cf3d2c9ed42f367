add-place = Place
add-place-none = No place
add-owner = Owner
add-owner-all = Everybody
add-full = All details
add-refused = The photo was not taken
add-without-photo = { $name } is added, but without a photo
add-tray-count =
    { $count ->
        [0] Everything has a name.
        [one] 1 thing waits for a name.
       *[other] { $count } things wait for a name.
    }
add-tray-place = Place for those that get a name now
add-tray-place-none = As they are
add-tray-save = Save the names
add-tray-merge = Those ticked are one thing
add-tray-same = Same thing
add-tray-remove = Remove
add-tray-photos = { $count } photos
add-tray-nothing = Write a name, or tick two photos of the same thing.
add-tray-conflict = Somebody else was first with one of the things. Nothing is saved yet, and what you wrote is here.
add-tray-typed = You wrote “{ $name }”
add-tray-named = The thing is now called { $name }
add-tray-binned = The thing is in the bin
add-tray-add = Take a photo
add-tray-empty = Nothing here waits for a name
add-tray-empty-text = Take twenty photos in one go, and they land here until you have time to write what they are.
