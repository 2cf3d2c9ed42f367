places-in =
    { $count ->
        [one] in one place
       *[other] in { $count } places
    }
places-way = You are here
places-new = New place
places-new-home = New home
places-new-here = New place here
places-new-thing = Add a thing here
places-new-title = New place
places-edit = Edit
places-edit-title = Edit { $place }
places-move = Move
places-move-title = Move { $place }
places-move-hint = Everything in it comes along.
places-move-save = Move here
places-move-overtaken = Somebody else changed the place meanwhile. Below is where it is now. Move it again if you still want to.
places-remove = Remove
places-restore = Take it back
places-binned = This place is in the bin. What was in it is still here, one step out.
places-menu = More choices
places-none-shared = No place is shared with you
places-none-shared-text = When somebody in the household shares a place with you, it is here, with everything in it.
places-first = Begin with a home
places-again-text = Press what fits. All of it can be changed later.
places-first-text = Press what fits, and the places are there. All of it can be changed later.
places-home-name = What is it called?
places-home-name-hint = Leave it empty if it has no name of its own.
places-home-kind = Make
places-home-house = Home
places-home-cottage = The cottage
places-home-boat = The boat
places-home-storage = The storage
places-rooms = Rooms to begin with
places-rooms-hint = They are put into the house or cottage. Boats and storages begin empty.
places-room-hall = Hallway
places-room-kitchen = Kitchen
places-room-living = Living room
places-room-bedroom = Bedroom
places-room-bathroom = Bathroom
places-room-cellar = Cellar
places-room-attic = Attic
places-room-store = Storeroom
places-room-garage = Car garage
places-kind = What is it?
places-kind-house = House or flat
places-kind-cottage = Cottage
places-kind-boat = Boat
places-kind-storage = Storage
places-kind-room = Room
places-kind-cupboard = Cupboard or shelf
places-kind-box = Box
places-kind-other = Something else
places-name = Name
places-name-hint = Such as Kitchen, Linen cupboard or Box 7.
places-parent = Where is it?
places-parent-none = Nowhere: it is a home of its own
places-note = Note
places-note-hint = Such as where the key hangs. Markdown is fine.
places-guests = Guests who may see it
places-guests-hint = They see the place and everything in it, except what is private.
places-shared-with = Shared with { $people }
places-tile-things =
    { $count ->
        [one] thing
       *[other] things
    }
places-tile-value = worth together
places-inside = Places here
places-inside-none = No places inside yet: a cupboard, a shelf or a box?
places-things = Things here
places-things-none = Nothing lies directly here.
places-photos = Photos
places-things-all =
    { $count ->
        [one] Show it, also further in
       *[other] All { $count }, also further in
    }
places-nameless =
    { $count ->
        [one] 1 thing here waits for a name
       *[other] { $count } things here wait for a name
    }
places-overtaken = You changed it at the same time
places-overtaken-what = Somebody saved before you ({ $who }). Choose what is to hold; nothing is gone.
