divisions-title = Delningar
divisions-lead = Dela upp hemmet eller ett dödsbo: turas om eller önska, med summorna bredvid, tills det finns en lista att skriva under.
divisions-new = Ny delning
divisions-begin = Börja dela
divisions-none = Ingen delning än
divisions-none-what = Välj vilka som ska dela och vad. Var och en kan välja på sin egen telefon.
divisions-edit = Ändra { $name }
divisions-change = Ändra uppgifterna
divisions-conflict = Delningen har ändrats
divisions-binned = Delningen ligger i papperskorgen.
divisions-remove = Ta bort delningen
divisions-name = Namn
divisions-name-hint = Till exempel: Hemmet på Storgatan, eller Mormors dödsbo.
divisions-occasion = Varför ni delar
divisions-occasion-spouses = Makar delar
divisions-occasion-cohabitants = Sambor flyttar isär
divisions-occasion-heirs = Arvingar delar ett dödsbo
divisions-on = Värden per
divisions-on-hint = Dagen då ni ansökte, flyttade isär, eller dödsdagen.
divisions-method = Så väljer ni
divisions-method-hint = Vid önskningar får den som är ensam om att vilja ha en sak den; om resten turas ni om.
divisions-method-turns = I tur och ordning
divisions-method-wishes = Önskningar
divisions-parties = De som delar
divisions-parties-hint = Den som står först börjar. Sedan går turen fram och tillbaka: 1, 2, 2, 1. Andelar behövs bara när de inte är lika.
divisions-party-name = Namn { $number }
divisions-party-person = Här i hushållet { $number }
divisions-party-parts = Andelar { $number }
divisions-party-outside = Ingen av oss
divisions-party-more = En till
divisions-note = Överenskommet
divisions-note-hint = Det som inte är saker: lån, bostaden, vem som hämtar när. Det kommer med på listan.
divisions-things = Det som delas
divisions-private = Även det som bara jag och andra ägare ser
divisions-private-hint = De andra ser inte vad det är, bara att det finns.
divisions-of-search = Bara det som sökningen visade.
divisions-fill-title = Lägg till saker
divisions-fill-lead = Det som redan är med stannar som det är.
divisions-fill = Lägg till
divisions-far = { $divided } av { $things } saker delade
divisions-settled-on = avslutad { $day }
divisions-settled = Delningen avslutades { $day }. Inget ändras förrän någon öppnar den igen.
divisions-settle = Avsluta delningen
divisions-reopen = Öppna igen
divisions-list = Lista att skriva under
divisions-overtaken = Någon annan hann före. Så här ser det ut nu.
divisions-empty = Här finns inget att dela än
divisions-turn = Nu väljer { $name }
divisions-pass = Stå över
divisions-take = Ta
divisions-take-what = Ta { $thing } åt { $name }
divisions-open = Kvar att dela
divisions-share = Till { $name }
divisions-nothing-yet = Inget än.
divisions-things-count =
    { $count ->
        [one] 1 sak
       *[other] { $count } saker
    }
divisions-under = { $amount } mindre än sin del
divisions-over = { $amount } mer än sin del
divisions-pays = { $from } betalar { $amount } till { $to } för att det ska bli jämnt.
divisions-apart-personal = Personliga saker
divisions-apart-separate = Enskild egendom
divisions-apart-what = Det går till sin ägare och räknas inte.
divisions-hidden =
    { $count ->
        [one] 1 sak till är med som du inte ser. Den är inte med i dina summor.
       *[other] { $count } saker till är med som du inte ser. De är inte med i dina summor.
    }
divisions-wishes-what = Ett hjärta: gärna. Två: mycket gärna. Tre: allra helst.
divisions-wish-gladly = Gärna
divisions-wish-much = Mycket gärna
divisions-wish-most = Allra helst
divisions-wish-for = { $name } önskar { $thing }
divisions-contested = Flera vill ha den
divisions-deal =
    { $count ->
        [one] Dela ut den 1 sak som bara en vill ha
       *[other] Dela ut de { $count } saker som bara en vill ha
    }
divisions-no-value = Inget värde
divisions-lot-thing = Visa saken
divisions-lot-to = Vem får den
divisions-lot-whose = Den går till
divisions-lot-nobody = Ingen än
divisions-lot-give = Ge den
divisions-lot-said = Vad som räknas
divisions-group = Hur den delas
divisions-group-household = Bohag: delas och räknas
divisions-group-personal = Personlig: går till sin ägare
divisions-group-separate = Enskild egendom: går till sin ägare
divisions-value = Värde
divisions-value-each = Värde, vart och ett av { $count }
divisions-value-hint = Vad den skulle säljas för, om ni inte är ense om annat.
divisions-in-use = Räknat som bruksvärde
divisions-in-use-hint = Vad den är värd för den som behåller den.
divisions-drop = Ta ut den ur delningen
divisions-drop-what = Den är kvar bland era saker.
divisions-lot-title = Vem får { $name }?
