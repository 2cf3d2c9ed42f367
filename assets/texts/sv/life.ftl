life-title = Livet med { $name }
life-empty = Här står sakens liv, från början, när något har berättats om den
life-undated = Någon gång
life-came = Kom till hushållet
life-entered = Skrevs in här
life-moved = Flyttades till { $to }
life-back = Kom tillbaka från { $from }
life-photo = Bild
life-photos =
    { $count ->
        [one] En bild togs
       *[other] { $count } bilder togs
    }
