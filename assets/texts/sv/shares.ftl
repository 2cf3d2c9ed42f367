shares-title = Dela med försäkringsbolaget
shares-lead = En länk till det som står i rapporterna, och till inget annat. Den som öppnar den behöver en kod.
shares-make = Skapa länk
shares-new = Ny länk
shares-another = Skapa en länk till
shares-reports = Rapporter
shares-label = Till vem
shares-label-hint = Till exempel bolaget och handläggaren: Svalan, Eva.
shares-open-for = Öppen i
shares-days =
    { $count ->
        [one] 1 dag
       *[other] { $count } dagar
    }
shares-nothing = En länk visar rapporter om händelsen. Gör en först. Rapporter med privata saker delas inte.
shares-once = Kopiera länken och koden nu. De visas aldrig mer.
shares-link = Länk
shares-passcode = Kod
shares-apart = Skicka dem var för sig: länken i ett mejl och koden i ett sms eller ett samtal.
shares-works = Länken fungerar där er server nås på { $address }, så länge den är igång.
shares-works-at-home = Länken leder till { $address }, som bara nås hemma hos er. För att den ska fungera för andra behöver servern en adress på internet, i inställningen address.
shares-until = Öppen till { $when }
shares-over = Stängd sedan { $when }
shares-unseen = inte öppnad än
shares-seen =
    { $count ->
        [one] öppnad en gång
       *[other] öppnad { $count } gånger
    }
shares-last = senast { $when }
shares-revoke = Återkalla
shares-locked = Delat med dig
shares-locked-lead = Skriv koden som du har fått av den som delar.
shares-passcode-hint = Åtta siffror.
shares-open = Öppna
