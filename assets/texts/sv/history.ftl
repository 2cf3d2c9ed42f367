history-title = Historik
history-lead = Vem som gjorde vad, och vägen tillbaka.
history-today = I dag
history-yesterday = I går
history-older = Äldre
history-newest = Till det senaste
history-undo = Ångra: { $what }
history-program = Servern
history-nameless = en sak utan namn
history-photos =
    { $count ->
        [one] en bild
       *[other] { $count } bilder
    }
history-documents =
    { $count ->
        [one] ett dokument
       *[other] { $count } dokument
    }
history-files =
    { $count ->
        [one] en fil
       *[other] { $count } filer
    }
history-more =
    { $count ->
        [one] och 1 till
       *[other] och { $count } till
    }
history-empty = Här står snart vad som händer
history-empty-text = Allt som någon lägger till, ändrar eller tar bort syns här, med en väg tillbaka.
history-overtaken = Det går inte att ångra längre
history-overtaken-what = Något har ändrats sedan dess. Ångra det senare först, eller ändra för hand. Inget är förlorat.
history-overtaken-by = { $who } ändrade { $when }
history-back = Till historiken
