page-private = Privat
page-nameless = Utan namn
