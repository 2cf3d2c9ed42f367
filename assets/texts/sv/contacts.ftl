contacts-title = Kontakter
contacts-nth = Kontakt { $number }
contacts-on = Dag
contacts-with = Med vem
contacts-said = Vad som sades
contacts-more = Fler kontakter
