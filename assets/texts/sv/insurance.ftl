insurance-lead = Vad hushållets försäkringar ersätter, och vad de inte räcker till. Bara det du ser räknas.
insurance-new = Ny försäkring
insurance-edit = Ändra försäkringen hos { $insurer }
insurance-remove = Ta bort
insurance-binned = Försäkringen ligger i papperskorgen.
insurance-conflict = Två har ändrat försäkringen
insurance-look = Visa
insurance-look-at = Visa försäkringen hos { $insurer }
insurance-empty = Räcker er försäkring?
insurance-empty-text = Skriv in er hemförsäkring, så syns här vad den inte räcker till, innan något händer.
insurance-empty-total = Skriv in er hemförsäkring, så syns här vad den inte räcker till, innan något händer. Det som har ett pris kostar tillsammans { $total }.
insurance-insurer = Försäkringsbolag
insurance-number = Nummer
insurance-sum-insured = Försäkrat belopp
insurance-sum-hint = Det mesta som betalas för allt tillsammans. Era saker kostar { $total }, så långt priserna är kända.
insurance-single-limit = Högst för en sak
insurance-single-hint = Lämna tomt om villkoren inte säger något.
insurance-valuables-limit = Högst för värdesaker
insurance-valuables-hint = Smycken, konst, antikt, silver: tillsammans.
insurance-deductible = Självrisk
insurance-deductible-hint = Dras en gång för varje skada.
insurance-contact = Vid skada
insurance-contact-hint = Telefon, adress, inloggning: det man behöver när något har hänt.
insurance-renews-on = Förnyas
insurance-renews-hint = Alla påminns en månad innan.
insurance-part-what = Försäkringen
insurance-table = Åldersavdrag
insurance-table-which = Vad ersätts av en sak som inte är ny?
insurance-table-typical = Det som är vanligt i landet
insurance-choose-typical = Det som är vanligt i landet (uppskattning)
insurance-choose-own = Våra egna villkor
insurance-table-nothing = För ert land finns ingen vanlig tabell. Skriv in den som står i era villkor.
insurance-table-version = villkor från { $day }
insurance-table-rows = { $count ->
    [one] Tabellen, 1 slags saker
   *[other] Tabellen, { $count } slags saker
}
insurance-source = Källa: { $source }
insurance-own-hint = Raderna börjar som det som är vanligt. Ändra det som era villkor säger annorlunda, och ta bort det som de inte säger något om.
insurance-version = Villkoren gäller från
insurance-where = Var det står
insurance-where-hint = Villkorens namn och sida, så att det går att hitta igen.
insurance-row-empty = Ingen rad
insurance-more = { $count ->
    [one] Och 1 till
   *[other] Och { $count } till
}
insurance-row-none = Står inte i villkoren
insurance-basis = Räknas på
insurance-steps = Ersättning efter ålder
insurance-step-months = Högst så gammal, månader
insurance-step-percent = Ersätts, %
insurance-step-months-of = Högst så gammal i månader, steg { $number }
insurance-step-percent-of = Ersätts i procent, steg { $number }
insurance-step-more = Fler steg
insurance-then = Äldre än så, %
insurance-floor = Aldrig mindre än, %
insurance-cap = Högst för en sak
insurance-floor-at = aldrig mindre än { $percent }
insurance-cap-at = högst { $cap }
insurance-other = gäller allt som ingen annan rad gäller
insurance-cover = Räcker den?
insurance-enough = Den räcker till allt som har ett pris.
insurance-all = Det försäkrade beloppet räcker inte: { $over } saknas
insurance-all-why = Sakerna kostar tillsammans { $worth }, och för allt tillsammans betalas högst { $limit }.
insurance-valuables = Värdesakerna är värda { $over } mer än som ersätts
insurance-valuables-why = De är tillsammans värda { $worth }, och för värdesaker betalas högst { $limit }.
insurance-single = { $count ->
    [one] 1 sak är värd mer än som betalas för en sak
   *[other] { $count } saker är värda mer än som betalas för en sak
}
insurance-single-why = Högst { $limit } betalas
insurance-counted = Räknat på { $total }: vad var sak kostar ny, och för värdesaker vad de är värda. Där ingen har sagt det räknas det pris som är känt.
insurance-unpriced = { $count ->
    [one] 1 sak har inget pris och räknas inte.
   *[other] { $count } saker har inget pris och räknas inte.
}
insurance-apart = { $sums } är i andra valutor och räknas inte mot försäkringen.
insurance-elsewhere = { $count ->
    [one] 1 fordon, båt eller handling räknas inte: sådant hör till andra försäkringar.
   *[other] { $count } fordon, båtar och handlingar räknas inte: sådant hör till andra försäkringar.
}
