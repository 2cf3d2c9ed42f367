warranties-lead = Det som tar slut först står först: garantier, försäkringar och rätten att reklamera.
warranties-new = Ny garanti
warranties-edit = Ändra garantin
warranties-remove = Ta bort
warranties-binned = Garantin ligger i papperskorgen.
warranties-conflict = Två har ändrat garantin
warranties-from = { $kind } från { $provider }
warranties-of = { $what } ({ $thing })
warranties-kind = Slag
warranties-kind-maker = Garanti
warranties-kind-extended = Förlängd garanti
warranties-kind-insurance = Försäkring
warranties-provider = Från
warranties-provider-hint = Tillverkaren, butiken eller försäkringsbolaget.
warranties-start = Gäller från
warranties-start-hint = Lämna tomt om den gäller från köpdagen.
warranties-term = Hur länge
warranties-length = Så länge
warranties-length-hint = Till exempel 2 år. Skriv annars sista dagen.
warranties-unit = Enhet
warranties-until = Till och med
warranties-for-life = Så länge saken håller
warranties-lifetime = så länge saken håller
warranties-unknown = ingen vet hur länge
warranties-ahead = börjar { $day }
warranties-proof = Bevis
warranties-proof-none = Inget kvitto
warranties-proof-hint = Kvittot sparas så länge garantin gäller.
warranties-contact = Vänd dig till
warranties-contact-hint = Telefon, adress eller kundnummer.
warranties-terms = Villkor
warranties-terms-hint = Vad som ingår, och vad som inte gör det.
warranties-soon = Inom två månader
warranties-endless = Utan slut
warranties-unclear = Ingen vet hur länge
warranties-later = Visa fler
warranties-over = Det som har gått ut
warranties-empty = Här syns vad som tar slut först
warranties-empty-text = Skriv när en sak köptes, eller lägg till en garanti på dess sida.
warranties-repaired =
    { $count ->
        [one] 1 sak lagad i stället för utbytt
       *[other] { $count } saker lagade i stället för utbytta
    }
