rounds-title = Inventeringar
rounds-lead = En gång om året: gå genom rummen och se efter om allt finns där.
rounds-none = Ingen har inventerat än
rounds-none-what = En inventering går rum för rum, med ett tryck för varje sak. Flera kan gå samtidigt, med var sin telefon.
rounds-begin = Börja inventera
rounds-all = Alla inventeringar
rounds-go-on = Fortsätt inventeringen
rounds-new = Börja en inventering
rounds-new-lead = Inget måste fyllas i.
rounds-edit = Ändra { $name }
rounds-change = Ändra
rounds-remove = Ta bort
rounds-end = Avsluta inventeringen
rounds-resume = Fortsätt inventeringen
rounds-binned = Inventeringen ligger i papperskorgen.
rounds-of-year = Inventering { $year }
rounds-name = Vad ni kallar den
rounds-name-hint = Annars får den namn efter sitt år.
rounds-place = Var
rounds-everywhere = Hela hemmet
rounds-note = Vad den ledde till
rounds-since = sedan { $day }
rounds-progress = av sakerna är besvarade
rounds-progress-of = { $room }: besvarat
rounds-question = Finns den där den ska?
rounds-is-it-here = Finns { $name } där den ska?
rounds-answer-seen = Här
rounds-answer-moved = Annanstans
rounds-answer-gone = Saknas
rounds-seen = Sedd
rounds-moved = Flyttad
rounds-gone = Saknas
rounds-is-new = Ny
rounds-count-seen =
    { $count ->
        [one] 1 sedd
       *[other] { $count } sedda
    }
rounds-count-moved =
    { $count ->
        [one] 1 flyttad
       *[other] { $count } flyttade
    }
rounds-count-gone =
    { $count ->
        [one] 1 saknas
       *[other] { $count } saknas
    }
rounds-count-new =
    { $count ->
        [one] 1 ny
       *[other] { $count } nya
    }
rounds-tile-seen = sedda
rounds-tile-moved = flyttade
rounds-tile-gone = saknas
rounds-tile-new = nya
rounds-title-moved = Flyttade
rounds-title-gone = Saknas
rounds-title-new = Nya
rounds-gone-what = Inget arkiveras av sig självt. Låt det ni fortfarande letar efter vara som det är.
rounds-gone-found = Hittad
rounds-gone-archive = Såld, bortskänkt eller slängd
rounds-gone-incident = Borttappad eller stulen
rounds-elsewhere = någon annanstans
rounds-lies = Enligt arkivet: { $place }
rounds-besides = Finns något annat här?
rounds-besides-what = Leta fram det som arkivet har på ett annat ställe, eller lägg till det som ingen har skrivit upp.
rounds-find = Sakens namn
rounds-find-go = Leta
rounds-find-none = Inget på ett annat ställe heter { $word }.
rounds-is-here = { $name } är här
rounds-add = Lägg till något nytt här
rounds-back = Tillbaka till inventeringen
rounds-found = Vad fann du?
rounds-to = Var den är nu
rounds-to-hint = Gäller det som är flyttat: saken läggs där.
rounds-choose-place = Välj en plats
rounds-thing-note = Anteckning
rounds-who = Vem som svarade
rounds-answered =
    { $count ->
        [one] 1 sak
       *[other] { $count } saker
    }
rounds-ended-by = Avslutad av { $name }
rounds-report-title = På papper
rounds-report-what = Listan över allt ni har, som den är nu efter inventeringen.
rounds-report = Gör inventarielistan
rounds-last-seen = Senast sedd
rounds-last-seen-by = { $day } av { $who }
rounds-ready-never = Ingen har gått genom rummen än och sett efter om allt finns där.
rounds-ready-open = { $name } pågår.
rounds-ready-last = Den senaste inventeringen avslutades { $day }.
rounds-ready-due = Det är dags för nästa.
rounds-where = Var är { $name }?
rounds-room = Inventering: { $name }
