insights-empty = Här syns det hela, när det finns något att se
insights-empty-text = Lägg till saker, så räknas de efter rum, ägare, sort och år.
insights-rooms = Var värdet finns
insights-no-room = Ingen plats
insights-people = Vem som äger
insights-no-owner = Ingen särskild
insights-categories = Vad det är för saker
insights-no-category = Ingen kategori
insights-rest =
    { $count ->
        [one] En till
       *[other] { $count } till
    }
insights-years = När sakerna kom
insights-before =
    { $count ->
        [one] En kom tidigare än så.
       *[other] { $count } kom tidigare än så.
    }
insights-undated =
    { $count ->
        [one] Om en är det inte känt.
       *[other] Om { $count } är det inte känt.
    }
insights-spent = Vad sakerna kostade
insights-upkeep = Vad skötseln kostade
insights-in = I { $currency }, år för år.
insights-guarantees = Vad som gäller hur länge
insights-all-guarantees = Alla garantier
insights-repaired = Tid som lagningar har gett
insights-repaired-lead = { $time } till, tillsammans, i stället för nytt.
insights-days =
    { $count ->
        [one] 1 dag
       *[other] { $count } dagar
    }
insights-served-years = { $years } år
insights-as-table = Som tabell
insights-chart = Diagram: { $title }. Tabellen efter säger detsamma.
insights-things = Saker
insights-thing = Sak
insights-worth = Värde
insights-year = År
insights-money = Belopp
insights-what = Vad
insights-until = Till och med
insights-since = Lagad
insights-served = Har tjänat sedan dess
insights-today = I dag
