intake-title = Kvitton som kommer av sig själva
intake-lead = Det som läggs i en mapp eller skickas till en brevlåda blir kvitton, som hela hushållet ser.
intake-entry-none = Varken mapp eller brevlåda är inställd.
intake-entry-well = Allt kommer in som det ska.
intake-entry-trouble = Något kommer inte in. Se efter vad.
intake-folder = Skannerns mapp
intake-folder-none = Ingen mapp är inställd. Skriv consume = "/sökväg/till/mappen" i smartinventory.toml och starta om, så blir varje fil där ett kvitto.
intake-folder-from = Mapp
intake-folder-refused = { $count ->
    [one] En fil, i mappen refused
   *[other] { $count } filer, i mappen refused
}
intake-mailbox = Brevlåda
intake-mailbox-none = Ingen brevlåda är inställd. Skriv imap_server, imap_user och imap_password_file i smartinventory.toml och starta om. Ge kvitton en egen brevlåda: allt oläst i den tas in.
intake-mailbox-from = Brevlåda
intake-mailbox-refused = { $count ->
    [one] Ett brev, kvar i brevlådan
   *[other] { $count } brev, kvar i brevlådan
}
intake-looked = Senast tittat
intake-not-yet = Inte sedan starten
intake-taken = Sedan starten
intake-receipts = { $count ->
    [0] Inga kvitton
    [one] Ett kvitto
   *[other] { $count } kvitton
}
intake-refused = Kunde inte tas in
intake-said = Så står det: { $said }
intake-trouble-missing = Mappen finns inte. Är den utdelade disken ansluten?
intake-trouble-denied = Programmet får inte läsa och skriva i mappen.
intake-trouble-broken = Mappen går inte att använda.
intake-trouble-archive = Arkivet kan inte spara något just nu. Det försöks igen.
intake-trouble-barred = Servern får inte anropas. Utan kryptering får den bara finnas på samma maskin.
intake-trouble-name = Ingen server har det namnet.
intake-trouble-connection = Servern svarar inte. Det försöks igen.
intake-trouble-slow = Servern svarar för långsamt. Det försöks igen.
intake-trouble-certificate = Serverns certifikat går inte att lita på.
intake-trouble-unencrypted = Servern erbjuder ingen kryptering.
intake-trouble-login = Servern godtar inte namnet eller lösenordet. Det försöks igen om en timme.
intake-trouble-answer = Servern säger nej.
intake-trouble-nonsense = Servern svarar inte som en brevlåda ska.
intake-trouble-folder = Mappen finns inte i brevlådan, eller går inte att ändra.
