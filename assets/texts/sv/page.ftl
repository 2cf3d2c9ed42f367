page-private = Privat
page-nameless = Utan namn
page-overtaken = Någon annan hann spara före dig. Nu står det: { $now }. Spara igen om ditt ska gälla.
