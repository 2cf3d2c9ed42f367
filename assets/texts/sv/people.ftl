people-add = Ny person
people-edit = Ändra
people-edit-title = Ändra { $person }
people-menu = Fler val
people-name = Namn
people-name-hint = Det personen kallas, och loggar in med.
people-role = Vad får personen göra?
people-role-owner = Ägare
people-role-adult = Vuxen
people-role-child = Barn
people-role-guest = Gäst
people-may-owner = Får göra allt, också lägga till personer och ändra hushållets inställningar.
people-may-adult = Får lägga till, ändra och ta bort allt i arkivet, men inte personer och inställningar.
people-may-child = Ser det som inte är privat, lägger till saker, och ändrar sina egna och det den själv lagt till.
people-may-guest = Ser bara det som delas med just den personen, och kan inte ändra något.
people-first-password = Lösenord
people-first-password-hint = Minst åtta tecken. Utan lösenord kan personen äga saker men inte logga in.
people-password = Nytt lösenord
people-password-title = Nytt lösenord för { $person }
people-new-password = Lösenord
people-new-password-hint = Minst åtta tecken. Personen loggas ut överallt och loggar in med det nya.
people-remove = Ta bort
people-restore = Ta tillbaka
people-gone = Borttagna
people-is-gone = Personen är borttagen och kan inte logga in. Det som personen äger finns kvar.
people-tile-things =
    { $count ->
        [one] sak
       *[other] saker
    }
people-tile-value = personens del av värdet
people-owns-nothing = Äger inget som står här än.
people-shared = Det här delas
people-shared-place = Med allt som finns där
people-shared-none = Inget delas än. Öppna en plats eller sak och välj vilka gäster som får se den.
