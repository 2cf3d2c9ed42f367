add-place = Plats
add-place-none = Ingen plats
add-owner = Ägare
add-owner-all = Alla
add-full = Alla uppgifter
add-refused = Bilden togs inte emot
add-without-photo = { $name } är tillagd, men utan bild
add-tray-count =
    { $count ->
        [0] Allt har ett namn.
        [one] 1 sak väntar på ett namn.
       *[other] { $count } saker väntar på ett namn.
    }
add-tray-place = Plats för dem som får ett namn nu
add-tray-place-none = Som de är
add-tray-save = Spara namnen
add-tray-merge = De ikryssade är samma sak
add-tray-same = Samma sak
add-tray-remove = Ta bort
add-tray-photos = { $count } bilder
add-tray-nothing = Skriv ett namn, eller kryssa i två bilder av samma sak.
add-tray-conflict = Någon annan hann före med en av sakerna. Inget är sparat än, och det du skrev är kvar.
add-tray-typed = Du skrev »{ $name }«
add-tray-named = Saken heter nu { $name }
add-tray-binned = Saken ligger i papperskorgen
add-tray-add = Ta en bild
add-tray-empty = Här väntar inget på ett namn
add-tray-empty-text = Ta tjugo bilder på en gång, så hamnar de här tills du hinner skriva vad det är.
