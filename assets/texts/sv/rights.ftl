rights-title = Dina rättigheter
rights-over = gick ut { $day }
rights-seller = Säljaren ska visa att felet inte fanns från början, till och med { $day }.
rights-buyer = Nu är det du som ska visa att felet fanns från början.
rights-notice = Klaga inom { $length } från att du märkte felet, så är det alltid i tid.
rights-distance = Gäller bara om du köpte på distans, som i en nätbutik.
rights-vague = Köpdagen är inte känd. Tiderna räknas från den tidigaste den kan vara.
