places-in =
    { $count ->
        [one] på en plats
       *[other] på { $count } platser
    }
places-way = Här är du
places-new = Ny plats
places-new-home = Nytt hem
places-new-here = Ny plats här
places-new-thing = Lägg till sak här
places-new-title = Ny plats
places-edit = Ändra
places-edit-title = Ändra { $place }
places-move = Flytta
places-move-title = Flytta { $place }
places-move-hint = Allt som finns i den följer med.
places-move-save = Flytta hit
places-move-overtaken = Någon annan hann ändra platsen. Nedan står var den är nu. Flytta den igen om du fortfarande vill.
places-remove = Ta bort
places-restore = Ta tillbaka
places-binned = Platsen ligger i papperskorgen. Det som fanns i den ligger kvar ett steg ut.
places-menu = Fler val
places-none-shared = Ingen plats är delad med dig
places-none-shared-text = När någon i hushållet delar en plats med dig står den här, med allt som finns i den.
places-first = Börja med ett hem
places-again-text = Tryck på det som stämmer. Allt går att ändra efteråt.
places-first-text = Tryck på det som stämmer, så är platserna klara. Allt går att ändra efteråt.
places-home-name = Vad heter det?
places-home-name-hint = Lämna tomt om ni inte har något särskilt namn.
places-home-kind = Skapa
places-home-house = Hemma
places-home-cottage = Stugan
places-home-boat = Båten
places-home-storage = Förrådet
places-rooms = Rum som ska vara med
places-rooms-hint = De läggs i huset eller stugan. Båtar och förråd börjar tomma.
places-room-hall = Hall
places-room-kitchen = Kök
places-room-living = Vardagsrum
places-room-bedroom = Sovrum
places-room-bathroom = Badrum
places-room-cellar = Källare
places-room-attic = Vind
places-room-store = Förråd
places-room-garage = Garage
places-kind = Vad är det?
places-kind-house = Hus eller lägenhet
places-kind-cottage = Stuga
places-kind-boat = Båt
places-kind-storage = Förråd
places-kind-room = Rum
places-kind-cupboard = Skåp eller hylla
places-kind-box = Låda
places-kind-other = Något annat
places-name = Namn
places-name-hint = Till exempel Köket, Linneskåpet eller Låda 7.
places-parent = Var finns den?
places-parent-none = Ingenstans: den är ett eget hem
places-note = Anteckning
places-note-hint = Till exempel var nyckeln hänger. Markdown går bra.
places-guests = Gäster som får se den
places-guests-hint = De ser platsen och allt som finns i den, utom det som är privat.
places-shared-with = Delas med { $people }
places-tile-things =
    { $count ->
        [one] sak
       *[other] saker
    }
places-tile-value = värt tillsammans
places-inside = Platser här
places-inside-none = Inga platser inuti än: ett skåp, en hylla eller en låda?
places-things = Saker här
places-things-none = Inget ligger direkt här.
places-photos = Bilder
places-things-all =
    { $count ->
        [one] Visa den, även längre in
       *[other] Alla { $count }, även längre in
    }
places-nameless =
    { $count ->
        [one] 1 sak här väntar på namn
       *[other] { $count } saker här väntar på namn
    }
places-overtaken = Ni ändrade samtidigt
places-overtaken-what = Någon hann spara före dig ({ $who }). Välj vad som ska gälla; inget är borta.
