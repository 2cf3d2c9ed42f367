contacts-title = Contacts
contacts-nth = Contact { $number }
contacts-on = Day
contacts-with = With whom
contacts-said = What was said
contacts-more = More contacts
