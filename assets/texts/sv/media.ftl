media-refused-empty = Filen är tom.
media-refused-not-a-picture = Filen är ingen bild som går att läsa. Lägg den bland dokumenten i stället.
media-refused-truncated = Filen tar slut mitt i. Den skadades troligen på vägen: prova att skicka den igen.
media-refused-broken = Filen är trasig och går inte att läsa.
media-refused-unsupported = Bilden är sparad på ett sätt som inte går att läsa här. Spara den som JPEG och försök igen.
media-refused-too-many-pixels = Bilden är för stor: högst { $megapixels } miljoner bildpunkter.
media-refused-too-much-memory = Filen kräver för mycket minne för att läsas.
media-refused-too-slow = Filen tar för lång tid att läsa.
