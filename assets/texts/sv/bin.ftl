bin-title = Papperskorg
bin-lead = Det som tagits bort ligger kvar i trettio dagar.
bin-items = Saker
bin-places = Platser
bin-attachments = Bilder och dokument
bin-left =
    { $count ->
        [one] 1 dag kvar
       *[other] { $count } dagar kvar
    }
bin-last-day = försvinner i dag
bin-template = Mall: { $name }
bin-document-of = { $file } ({ $name })
bin-pick = Välj { $name }
bin-restore = Ta tillbaka
bin-restore-one = Ta tillbaka { $name }
bin-purge = Ta bort för gott
bin-purge-one = Ta bort { $name } för gott
bin-empty-out = Töm papperskorgen
bin-empty = Papperskorgen är tom
bin-empty-text = Det som någon tar bort hamnar här och går att ta tillbaka i trettio dagar.
bin-confirm =
    { $count ->
        [one] Ta bort 1 för gott?
       *[other] Ta bort { $count } för gott?
    }
bin-confirm-what = Det här går inte att ångra. Bilder, dokument och historik försvinner också.
bin-confirm-more =
    { $count ->
        [one] och 1 till
       *[other] och { $count } till
    }
bin-confirm-do =
    { $count ->
        [one] Ta bort 1 för gott
       *[other] Ta bort { $count } för gott
    }
bin-photo-of = Bild av { $name }
bin-receipts = Kvitton
bin-warranties = Garantier och reklamationer
bin-plans = Planerad skötsel
bin-jobs = Gjort
bin-loans = Utlåningar
bin-memories = Minnen och önskningar
bin-incidents = Händelser
bin-reports = Rapporter
bin-divisions = Delningar
bin-policies = Försäkringar
bin-rounds = Inventeringar
