items-count =
    { $count ->
        [0] Inga saker
        [one] 1 sak
       *[other] { $number } saker
    }
items-hits =
    { $count ->
        [0] Inga träffar på ”{ $text }”
        [one] 1 träff på ”{ $text }”
       *[other] { $number } träffar på ”{ $text }”
    }
items-refused = En del av länken gick inte att läsa, så den är utelämnad.
items-pick = Välj { $name }
items-name = Namn
items-number = Nummer
items-place = Plats
items-category = Kategori
items-tags = Taggar
items-owner = Ägare
items-quantity = Antal
items-maker = Tillverkare
items-model = Modell
items-identifier = Serienummer
items-acquired = Skaffad
items-price = Pris
items-value = Värde
items-added = Tillagd
items-changed = Ändrad
items-has = Bild, dokument, försäkring
items-state = Läge
items-from = Från
items-to = Till
items-span-show = Visa
items-span-from = minst { $from }
items-span-under = under { $to }
items-span-to = högst { $to }
items-span-since = { $from } eller senare
items-span-until = { $to } eller tidigare
items-span-worth = Skriv beloppet med siffror, till exempel 1 500.
items-span-when = Skriv ett år, en månad eller en dag: 2019, 2019-05 eller 2019-05-17.
items-photo-yes = Med bild
items-photo-no = Utan bild
items-document-yes = Med dokument
items-document-no = Utan dokument
items-insured-yes = Försäkrad
items-insured-no = Inte försäkrad
items-state-active = I bruk
items-state-archived = Arkiverade
items-state-binned = I papperskorgen
items-state-nameless = Utan namn
items-state-template = Mallar
items-chip-tag = Tagg: { $name }
items-chip-owner = Ägare: { $name }
items-chip-acquired = Skaffad { $when }
items-gone = Borttagen
items-view-cards = Visa som kort
items-view-table = Visa som tabell
items-columns = Kolumner
items-columns-show = Visa kolumnerna
items-sort-relevance = Bäst träff
items-sort-added-last = Senast tillagda
items-sort-added-first = Först tillagda
items-sort-changed-last = Senast ändrade
items-sort-changed-first = Längst oförändrade
items-sort-name-up = Namn A–Ö
items-sort-name-down = Namn Ö–A
items-sort-value-down = Högst värde
items-sort-value-up = Lägst värde
items-sort-acquired-last = Senast skaffade
items-sort-acquired-first = Först skaffade
items-sort-number-up = Lägst nummer
items-sort-number-down = Högst nummer
items-sort-reversed = Omvänd ordning
items-empty = Här ska hemmets saker stå
items-empty-text = Ta en bild av något du ser just nu. Resten kan du fylla i senare.
items-empty-guest = Ingen har delat något med dig än.
items-empty-first = Ta första bilden
items-empty-place = Lägg upp platserna
items-none = Inga saker att visa
items-none-text = Inget heter eller handlar om ”{ $text }”
items-none-state = Inget finns under { $state }
items-none-filtered = Det kan finnas något om du tar bort ett filter.
items-none-hint = Pröva ett kortare ord, eller bara en del av det.
items-none-clear = Rensa filtren
items-none-add = Lägg till ”{ $name }”
items-none-all = Visa alla saker
items-searches = Sparade sökningar
items-searches-edit = Ändra listan
items-searches-empty = Inga sparade sökningar
items-searches-empty-text = Sök och filtrera bland sakerna och spara sedan listan under ett namn.
items-searches-empty-step = Till sakerna
items-search-change = Ändra sökningen
items-search-edit = Ändra { $name }
items-search-save = Spara sökningen
items-search-name = Namn på sökningen
items-search-shared = Visa för hela hushållet
items-search-shared-hint = Alla ser listan med sina egna ögon: det som är privat förblir privat.
items-search-is-shared = Delad med hushållet
items-search-remove = Ta bort { $name }
items-do-move = Flytta
items-do-tag = Tagga
items-do-untag = Ta bort taggar
items-do-categorise = Sätt kategori
items-do-give = Sätt ägare
items-do-archive = Arkivera
items-do-unarchive = Ta tillbaka från arkivet
items-do-remove = Ta bort
items-do-restore = Ta tillbaka
items-bulk-none = Välj minst en sak först.
items-bulk-more =
    { $count ->
        [one] och 1 till
       *[other] och { $count } till
    }
items-bulk-move =
    { $count ->
        [one] Flytta 1 sak
       *[other] Flytta { $count } saker
    }
items-bulk-tag =
    { $count ->
        [one] Tagga 1 sak
       *[other] Tagga { $count } saker
    }
items-bulk-untag =
    { $count ->
        [one] Ta bort taggar från 1 sak
       *[other] Ta bort taggar från { $count } saker
    }
items-bulk-categorise =
    { $count ->
        [one] Kategori för 1 sak
       *[other] Kategori för { $count } saker
    }
items-bulk-give =
    { $count ->
        [one] Ägare till 1 sak
       *[other] Ägare till { $count } saker
    }
items-bulk-archive =
    { $count ->
        [one] Arkivera 1 sak
       *[other] Arkivera { $count } saker
    }
items-bulk-not-yours = Alla är inte dina
items-bulk-not-yours-what = Du får ändra det som du äger eller själv har lagt till. Några av de valda sakerna är någon annans, så inget är ändrat.
items-bulk-back = Tillbaka till sakerna
items-choose-place = Välj en plats
items-choose-no-place = Ingen särskild plats
items-choose-category = Välj en kategori
items-choose-no-category = Ingen kategori
items-choose-tag = Välj minst en tagg.
items-choose-tags-hint = Flera går bra, med komma emellan. En tagg som inte finns blir till.
items-choose-no-tags = Ingen av sakerna har någon tagg.
items-choose-owners-hint = Vem eller vilka? Andelar är hela tal: 1 och 1 är hälften var. Är ingen vald är sakerna hela hushållets.
items-choose-parts = Andelar för { $name }
items-choose-how = Välj hur sakerna lämnade hushållet.
items-archive-how = Hur lämnade de hushållet?
items-archive-sold = Sålda
items-archive-given = Bortgivna
items-archive-thrown = Slängda
items-archive-on = När
items-archive-on-hint = Det räcker med år eller månad.
items-archive-to = Till vem
items-archive-price = Pris för varje sak
items-archive-price-hint = Lämna tomt om inget betalades.
