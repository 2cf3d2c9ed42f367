home-title = Hemma hos { $household }
home-latest = Senast tillagda
home-all = Visa alla
home-tray =
    { $count ->
        [one] 1 sak väntar på namn
       *[other] { $count } saker väntar på namn
    }
home-things =
    { $count ->
        [one] sak
       *[other] saker
    }
home-places =
    { $count ->
        [one] plats
       *[other] platser
    }
home-value = värt tillsammans
home-without-photo = utan bild
home-empty = Här bor snart allt ni äger
home-empty-text = Ta en bild av en sak, ge den ett namn, klart. Resten kan vänta.
home-first = Lägg till den första
home-first-place = Skapa en plats
home-searches = Sparade sökningar
home-reminders = { $count ->
    [one] En sak att komma ihåg
   *[other] { $count } saker att komma ihåg
}
