action-item-add =
    { $count ->
        [one] { $who } lade till { $name }
       *[other] { $who } lade till { $count } saker
    }
action-item-change =
    { $count ->
        [one] { $who } ändrade { $name }
       *[other] { $who } ändrade { $count } saker
    }
action-item-copy =
    { $count ->
        [one] { $who } kopierade { $name }
       *[other] { $who } kopierade { $count } saker
    }
action-item-move =
    { $count ->
        [one] { $who } flyttade { $name }
       *[other] { $who } flyttade { $count } saker
    }
action-item-tag =
    { $count ->
        [one] { $who } taggade { $name }
       *[other] { $who } taggade { $count } saker
    }
action-item-categorise =
    { $count ->
        [one] { $who } satte kategori på { $name }
       *[other] { $who } satte kategori på { $count } saker
    }
action-item-give =
    { $count ->
        [one] { $who } satte ägare till { $name }
       *[other] { $who } satte ägare till { $count } saker
    }
action-item-archive =
    { $count ->
        [one] { $who } arkiverade { $name }
       *[other] { $who } arkiverade { $count } saker
    }
action-item-unarchive =
    { $count ->
        [one] { $who } tog tillbaka { $name } ur arkivet
       *[other] { $who } tog tillbaka { $count } saker ur arkivet
    }
action-item-remove =
    { $count ->
        [one] { $who } lade { $name } i papperskorgen
       *[other] { $who } lade { $count } saker i papperskorgen
    }
action-item-restore =
    { $count ->
        [one] { $who } tog tillbaka { $name }
       *[other] { $who } tog tillbaka { $count } saker
    }
action-item-bring-back =
    { $count ->
        [one] { $who } återställde en tidigare version av { $name }
       *[other] { $who } återställde en tidigare version av { $count } saker
    }
action-template-add = { $who } sparade mallen { $name }
action-attachment-add = { $who } lade till { $files } på { $name }
action-attachment-change = { $who } skrev under { $files } på { $name }
action-attachment-rotate = { $who } vred { $files } på { $name }
action-attachment-reorder = { $who } ordnade bilderna på { $name }
action-attachment-move = { $who } flyttade { $files } till { $name }
action-attachment-remove = { $who } lade { $files } av { $name } i papperskorgen
action-attachment-restore = { $who } tog tillbaka { $files } av { $name }
action-place-add = { $who } lade till platsen { $name }
action-place-change = { $who } ändrade platsen { $name }
action-place-remove = { $who } lade platsen { $name } i papperskorgen
action-place-restore = { $who } tog tillbaka platsen { $name }
action-person-add = { $name } kom med i hushållet
action-person-change = { $who } ändrade uppgifterna om { $name }
action-person-remove = { $who } tog bort { $name } ur hushållet
action-person-restore = { $who } tog tillbaka { $name } i hushållet
action-person-password = { $who } bytte lösenord
action-person-prefer = { $who } ändrade sina inställningar
action-tag-add = { $who } lade till taggen { $name }
action-tag-change = { $who } döpte om taggen { $name }
action-tag-remove = { $who } tog bort taggen { $name }
action-category-add = { $who } lade till kategorin { $name }
action-category-change = { $who } ändrade kategorin { $name }
action-category-remove = { $who } tog bort kategorin { $name }
action-category-reset =
    { $count ->
        [one] { $who } visade kategorin { $name } igen
       *[other] { $who } visade { $count } kategorier igen
    }
action-search-add = { $who } sparade sökningen { $name }
action-search-change = { $who } ändrade sökningen { $name }
action-search-remove = { $who } tog bort sökningen { $name }
action-household-claim = { $name } flyttade in
action-household-change = { $who } ändrade hushållets inställningar
action-bin-purge = { $who } tog bort något ur papperskorgen för gott
action-bin-empty = { $who } tömde papperskorgen
action-bin-sweep = Det som legat i papperskorgen i trettio dagar togs bort
action-bin-restore =
    { $count ->
        [one] { $who } tog tillbaka { $name } ur papperskorgen
       *[other] { $who } tog tillbaka { $count } saker ur papperskorgen
    }
action-undo =
    { $count ->
        [one] { $who } ångrade en ändring av { $name }
       *[other] { $who } ångrade en ändring av { $count } saker
    }
action-receipt-add =
    { $count ->
        [one] { $who } lade till kvittot { $name }
       *[other] { $who } lade till { $count } kvitton
    }
action-receipt-accept = { $who } sparade vad som lästes på kvittot { $name }
action-receipt-change = { $who } ändrade kvittot { $name }
action-receipt-remove = { $who } tog bort kvittot { $name }
action-receipt-restore = { $who } tog tillbaka kvittot { $name }
action-warranty-add = { $who } lade till { $name }
action-warranty-change = { $who } ändrade { $name }
action-warranty-remove = { $who } tog bort { $name }
action-warranty-restore = { $who } tog tillbaka { $name }
action-claim-add = { $who } skrev upp ett fel: { $name }
action-claim-change = { $who } ändrade reklamationen { $name }
action-claim-remove = { $who } tog bort reklamationen { $name }
action-claim-restore = { $who } tog tillbaka reklamationen { $name }
action-plan-add = { $who } planerade { $name }
action-plan-change = { $who } ändrade planen { $name }
action-plan-remove = { $who } tog bort planen { $name }
action-plan-restore = { $who } tog tillbaka planen { $name }
action-job-add = { $who } skrev upp { $name }
action-job-change = { $who } ändrade vad som gjorts, { $name }
action-job-remove = { $who } strök { $name }
action-job-restore = { $who } skrev upp { $name } igen
action-loan-add = { $who } lånade ut { $name }
action-loan-change = { $who } ändrade utlåningen { $name }
action-loan-remove = { $who } tog bort utlåningen { $name }
action-loan-restore = { $who } tog tillbaka utlåningen { $name }
action-memory-add = { $who } berättade { $name }
action-memory-change = { $who } ändrade minnet { $name }
action-memory-remove = { $who } tog bort minnet { $name }
action-memory-restore = { $who } tog tillbaka minnet { $name }
action-bequest-add = { $who } skrev en önskan, { $name }
action-bequest-change = { $who } ändrade önskan, { $name }
action-bequest-remove = { $who } tog bort önskan, { $name }
action-bequest-restore = { $who } tog tillbaka önskan, { $name }
action-incident-add = { $who } skrev upp { $name }
action-incident-change = { $who } ändrade händelsen { $name }
action-incident-remove = { $who } tog bort händelsen { $name }
action-incident-restore = { $who } tog tillbaka händelsen { $name }
action-loss-add = { $who } skrev upp vad som hänt: { $name }
action-loss-mark = { $who } svarade på rundan: { $name }
action-loss-change = { $who } ändrade vad som hänt: { $name }
action-loss-remove = { $who } strök vad som hänt: { $name }
action-loss-restore = { $who } tog tillbaka vad som hänt: { $name }
action-report-add = { $who } gjorde { $name }
action-report-remove = { $who } tog bort { $name }
action-report-restore = { $who } tog tillbaka { $name }
action-policy-add = { $who } lade till försäkringen hos { $name }
action-policy-change = { $who } ändrade försäkringen hos { $name }
action-policy-remove = { $who } tog bort försäkringen hos { $name }
action-policy-restore = { $who } tog tillbaka försäkringen hos { $name }
action-round-begin = { $who } började { $name }
action-round-change = { $who } ändrade { $name }
action-round-end = { $who } avslutade { $name }
action-round-resume = { $who } fortsatte { $name }
action-round-remove = { $who } tog bort { $name }
action-round-restore = { $who } tog tillbaka { $name }
action-sighting-mark = { $who } svarade på inventeringen: { $name }
action-sighting-remove = { $who } tog tillbaka ett svar på inventeringen: { $name }
action-sighting-restore = { $who } svarade åter på inventeringen: { $name }
action-division-add = { $who } började dela: { $name }
action-division-change = { $who } ändrade delningen { $name }
action-division-fill = { $who } lade till saker i delningen { $name }
action-division-take = { $who } tog en sak i delningen { $name }
action-division-pass = { $who } stod över i delningen { $name }
action-division-give = { $who } flyttade en sak i delningen { $name }
action-division-wish = { $who } önskade i delningen { $name }
action-division-deal = { $who } delade ut det som bara en ville ha i delningen { $name }
action-division-say = { $who } ändrade hur en sak räknas i delningen { $name }
action-division-drop = { $who } tog ut en sak ur delningen { $name }
action-division-settle = { $who } avslutade delningen { $name }
action-division-reopen = { $who } öppnade delningen { $name } igen
action-division-remove = { $who } tog bort delningen { $name }
action-division-restore = { $who } tog tillbaka delningen { $name }
