ready-lead = Om sakerna vore borta i morgon: hur mycket kunde ni visa att ni hade?
ready-empty = Här står hur redo ni är, när det finns något att visa
ready-empty-text = Börja med det som vore svårast att ersätta.
ready-all =
    { $measure ->
        [worth] av värdet är dokumenterat
       *[things] av sakerna är dokumenterat
    }
ready-all-what = Fem saker räknas, lika mycket var: bild, märkning, kvitto eller annat bevis, ett värde som någon har sett över de senaste två åren, och en säkerhetskopia på annat ställe.
ready-base-worth = Räknat på { $worth }.
ready-base-things = Ingenting har något värde än, så varje sak väger lika. Skriv vad de dyraste är värda, så räknas det på värdet.
ready-valueless =
    { $count ->
        [one] En sak har inget värde och räknas inte med.
       *[other] { $count } saker har inget värde och räknas inte med.
    }
ready-foreign =
    { $count ->
        [one] En sak, värd { $worth }, räknas inte om och är inte med.
       *[other] { $count } saker, värda { $worth }, räknas inte om och är inte med.
    }
ready-know = Vet ni vad ni hade?
ready-know-answer =
    { $recognised } av { $measure ->
        [worth] värdet
       *[things] sakerna
    } känns igen på bild eller märkning, och för { $value } har någon sett över värdet de senaste två åren.
ready-know-step = De dyraste sakerna
ready-kept = Finns bilder och kvitton kvar?
ready-kept-answer =
    { $photo } av { $measure ->
        [worth] värdet
       *[things] sakerna
    } finns på bild. { $proof } har kvitto, garanti eller något annat papper.
ready-kept-step = Saker utan bild
ready-kept-proof = Lägg till ett kvitto
ready-policy = Vet ni vad försäkringen säger?
ready-policy-none = Ingen försäkring är inlagd än. Med bolag, avtalsnummer och belopp här slipper ni leta den dagen.
ready-policy-answer =
    { $count ->
        [one] En försäkring är inlagd.
       *[other] { $count } försäkringar är inlagda.
    }
ready-policy-enter = Lägg in försäkringen
ready-policy-step = Se försäkringen
ready-list = Kan ni skriva ut listan nu?
ready-list-none = Ingen lista över allt är gjord än. Gör en, och lägg den hos någon ni litar på.
ready-list-answer = Den senaste listan över allt är från { $day }.
ready-list-age =
    { $count ->
        [0] Den gjordes i dag.
        [one] Den är en dag gammal.
       *[other] Den är { $count } dagar gammal.
    }
ready-list-holds =
    För { $share } av { $measure ->
        [worth] värdet
       *[things] sakerna
    } stämmer den fortfarande.
ready-list-step = Gör en lista nu
ready-control = Har ni kontroll?
ready-control-alone = Arkivet finns bara på den här maskinen, tills det finns en säkerhetskopia på annat ställe.
ready-control-backup = Det finns en säkerhetskopia på annat ställe.
ready-control-answer =
    { $identifier } av { $measure ->
        [worth] värdet
       *[things] sakerna
    } har serienummer, gravyr eller annan märkning, och kan kännas igen om det kommer till rätta.
ready-control-step = Börja märka
ready-first =
    { $count ->
        [one] Börja med den här
       *[other] Börja med de här { $count }
    }
ready-first-text = Här gör lite arbete mest nytta. Tryck på det som saknas för att lägga till det.
ready-first-none = Varje sak är dokumenterad
ready-first-none-text = Bild, märkning, bevis och värde: allt finns. Fint gjort.
ready-add-photo = Bild
ready-add-identifier = Märkning
ready-add-proof = Kvitto
ready-add-value = Värde
ready-add-look = Se över värdet
