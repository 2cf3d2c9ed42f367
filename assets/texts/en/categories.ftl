categories-title = Categories
categories-lead = Two levels to sort things into. Change them until they suit you.
categories-way = You are here
categories-new = New category
categories-new-here = New category here
categories-change = Change the category
categories-name-sv = Name in Swedish
categories-name-en = Name in English
categories-parent = Belongs to
categories-parent-none = None: it is at the top
categories-remove = Remove the category
categories-remove-inner = The things in it move one level up.
categories-remove-top = The categories in it move to the top, and the things directly in it lose their category.
categories-hidden =
    { $count ->
        [one] You have removed 1 of the categories that came along.
       *[other] You have removed { $count } of the categories that came along.
    }
categories-show-hidden = Show them again
