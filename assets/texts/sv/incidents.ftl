incidents-title = Händelser
incidents-lead = Inbrott, brand, vatten och sådant som försvann: vad som hände, vad det tog, och vad som blev av det.
incidents-none = Inget har hänt
incidents-none-what = Det är så det ska vara. Händer något finns här vad polisen och försäkringsbolaget frågar efter.
incidents-new = Något har hänt
incidents-new-lead = Välj vad som hänt och spara. Resten kan skrivas efter hand.
incidents-edit = Ändra { $name }
incidents-change = Ändra
incidents-remove = Ta bort
incidents-binned = Händelsen ligger i papperskorgen.
incidents-conflict = Två har ändrat händelsen
incidents-kind = Vad har hänt?
incidents-kind-burglary = Inbrott
incidents-kind-theft = Stöld
incidents-kind-fire = Brand
incidents-kind-water = Vattenskada
incidents-kind-breakage = Något gick sönder
incidents-kind-loss = Något försvann
incidents-kind-other = Något annat
incidents-name = Vad ni kallar det
incidents-name-hint = Annars heter den efter vad som hände och dagen.
incidents-from = Tidigast
incidents-from-hint = Då var allt som det skulle, eller då började det.
incidents-to = Senast
incidents-to-hint = Då upptäcktes det, eller då var det över.
incidents-time = Klockan
incidents-between = { $from } – { $to }
incidents-place = Var
incidents-place-hint = Adress, parkering, tåg.
incidents-story = Vad som hände
incidents-story-hint = I vilken ordning, och vad ni såg och gjorde.
incidents-entry = Hur de kom in
incidents-entry-hint = Vilken dörr eller vilket fönster, och vad som är brutet.
incidents-police-number = Anmälans nummer
incidents-police-number-hint = Polisens K-nummer, som 5000-K123456-26.
incidents-authority = Anmält till
incidents-insurer = Försäkringsbolag
incidents-policy = Försäkringens nummer
incidents-claim-number = Skadans nummer
incidents-people = Personer
incidents-people-hint = Vittnen, grannar, låssmeden: namn och telefon.
incidents-part-police = Polisen
incidents-part-insurance = Försäkringen
incidents-part-more = Mer
incidents-gone =
    { $count ->
        [one] 1 borta
       *[other] { $count } borta
    }
incidents-damaged =
    { $count ->
        [one] 1 skadad
       *[other] { $count } skadade
    }
incidents-nothing-yet = Ingenting är borta eller skadat än
incidents-tile-gone = borta
incidents-tile-damaged = skadade
incidents-tile-value = värda tillsammans
incidents-tile-paid = ersatt
incidents-losses = Borta och skadat
incidents-photos = Bilder av skadan
incidents-papers = Papper
walk-title = Gå igenom rummen
walk-lead = Rum för rum, en fråga om varje sak. Flera kan gå samtidigt, var och en med sin telefon.
walk-progress = { $done } av { $rooms } rum är klara.
walk-begin = Gå igenom rummen
walk-finish = Till händelsen
walk-rooms = Alla rum
walk-rooms-lead = Välj ett rum. Det ni svarar syns på de andras telefoner.
walk-room-done = klart
walk-nowhere = Utan plats
walk-nothing = Här finns inget att fråga om
walk-answered = { $answered } av { $things } besvarade
walk-question = Är den kvar?
walk-is-there = Är { $name } kvar?
walk-next = Nästa: { $room }
walk-waiting = Sparat i telefonen. Skickas när nätet är tillbaka.
walk-sent = Skickat
walk-overtaken = { $who } har svarat { $theirs }. Du svarade { $mine }. Tryck igen om du är säker.
incidents-reports = Åt polisen och försäkringsbolaget
incidents-reports-lead = Ett tryck, så görs listan av det som står här nu. Privata saker är inte med.
incidents-reports-choose = Välj vad som är med
