categories-title = Kategorier
categories-lead = Två nivåer att ordna sakerna i. Ändra dem så att de passar er.
categories-way = Här är du
categories-new = Ny kategori
categories-new-here = Ny kategori här
categories-change = Ändra kategorin
categories-name-sv = Namn på svenska
categories-name-en = Namn på engelska
categories-parent = Hör till
categories-parent-none = Ingen: den ligger överst
categories-remove = Ta bort kategorin
categories-remove-inner = Sakerna i den flyttar upp en nivå.
categories-remove-top = Kategorierna i den hamnar överst, och sakerna direkt i den blir utan kategori.
categories-hidden =
    { $count ->
        [one] Ni har tagit bort 1 av kategorierna som följde med.
       *[other] Ni har tagit bort { $count } av kategorierna som följde med.
    }
categories-show-hidden = Visa dem igen
