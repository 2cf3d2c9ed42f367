memories-title = Minnen
memories-life = Hela livet
memories-new = Ett minne av { $name }
memories-edit = Ändra minnet
memories-conflict = Två har ändrat minnet
memories-about = Vad det handlar om
memories-about-hint = Som ”Hur klockan kom till oss”.
memories-text = Berättelsen
memories-text-hint = Skriv som du skulle berätta. Bilder, ljud och film lägger du till när det är sparat.
memories-on = När
memories-people = Vilka som var med
memories-people-hint = Namn med komma emellan.
memories-place = Var
memories-tell = Berätta ett minne
memories-more =
    { $count ->
        [one] Ett minne till
       *[other] { $count } minnen till
    }
memories-recordings = Ljud och film
memories-download = Ladda ner { $name }
memories-affection = Hur kär
memories-how-dear = Hur kär är den?
memories-affection-liked = Omtyckt
memories-affection-dear = Kär
memories-affection-irreplaceable = Oersättlig
memories-inherited = Ärvd
memories-inherited-from = Ärvd efter { $from }
