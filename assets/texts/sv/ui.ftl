ui-skip = Hoppa till innehållet
ui-navigation = Hela sidan
ui-navigation-quick = Snabbval
ui-home = Hem
ui-things = Saker
ui-things-count =
    { $count ->
        [one] 1 sak
       *[other] { $count } saker
    }
ui-add = Lägg till
ui-search = Sök
ui-search-things = Sök bland sakerna
ui-places = Platser
ui-people = Personer
ui-tags = Taggar
ui-insights = Överblick
ui-ready = Redo?
ui-tray = Utan namn
ui-history = Historik
ui-bin = Papperskorg
ui-settings = Inställningar
ui-more = Mer
ui-menu-of = Meny för { $name }
ui-sign-out = Logga ut
ui-view-quick = Snabb vy
ui-view-full = Full vy
ui-theme = Färger
ui-theme-auto = Som enheten
ui-theme-light = Ljust
ui-theme-dark = Mörkt
ui-language = Språk
ui-language-own = Svenska
ui-undo = Ångra
ui-close = Stäng
ui-save = Spara
ui-cancel = Avbryt
ui-form-refused =
    { $count ->
        [one] En uppgift behöver rättas. Resten är kvar.
       *[other] { $count } uppgifter behöver rättas. Resten är kvar.
    }
ui-filter = Filter
ui-filter-without = Ta bort filtret
ui-filter-clear = Rensa alla
ui-facet-rest = Visa { $count } till
ui-pick = Välj
ui-bulk-one = 1 vald
ui-bulk-many = {"{count}"} valda
ui-bulk-all =
    { $count ->
        [one] Den enda
       *[other] Alla { $count }
    }
ui-bulk-none = Avmarkera
ui-pager = Sidor
ui-pager-part = { $from }–{ $to } av { $total }
ui-pager-before = Föregående
ui-pager-after = Nästa
ui-photo-next = Nästa bild
ui-photo-previous = Föregående bild
ui-photo-cover = Omslag
ui-photo-make-cover = Gör till omslag
ui-photo-earlier = Flytta framåt
ui-photo-later = Flytta bakåt
ui-photo-rotate = Vrid ett kvarts varv
ui-photo-remove = Ta bort bilden
ui-upload-photos = Lägg till bilder
ui-upload-documents = Lägg till dokument
ui-upload-drop = Släpp dem här, eller klistra in
ui-upload-send = Skicka
ui-upload-waiting = Väntar
ui-upload-done = Sparad
ui-upload-failed = Det gick inte att spara filen. Försök igen.
ui-upload-offline = Servern svarar inte. Filen är kvar här – försök igen.
ui-upload-retry = Försök igen
ui-quick-camera = Ta en bild
ui-quick-name = Vad är det?
ui-quick-save = Spara och ta nästa
ui-quick-many = Välj många bilder
ui-quick-many-hint = De väntar under Utan namn tills någon ger dem ett.
ui-tree-in = Visa vad som finns i { $place }
ui-versions-mine = Du
ui-versions-empty = (tomt)
ui-keys = Tangenter
ui-keys-search = Sök
ui-keys-add = Lägg till en sak
ui-keys-move = Gå mellan sakerna
ui-keys-pick = Välj en sak
ui-keys-help = Visa den här listan
ui-receipts = Kvitton
ui-upload-receipts = Fotografera eller välj kvitton
ui-upload-pages = Lägg till en sida
ui-unsure = Osäkert
ui-reminders = Påminnelser
ui-reminders-wait = väntar
ui-warranties = Garantier
ui-upkeep = Skötsel
ui-upload-recordings = Lägg till ljud eller film
ui-record-audio = Spela in ljud
ui-record-video = Spela in film
ui-record-stop = Klart
ui-record-discard = Kasta
ui-record-audio-name = Inspelning
ui-record-video-name = Inspelad film
ui-record-denied = Webbläsaren släppte inte fram mikrofonen eller kameran. Tillåt det för den här sidan, eller välj en fil.
ui-incidents = Händelser
ui-reports = Rapporter
ui-insurance = Försäkringar
