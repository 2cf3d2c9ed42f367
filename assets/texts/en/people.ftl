people-add = New person
people-edit = Edit
people-edit-title = Edit { $person }
people-menu = More choices
people-name = Name
people-name-hint = What they are called, and what they sign in with.
people-role = What may they do?
people-role-owner = Owner
people-role-adult = Adult
people-role-child = Child
people-role-guest = Guest
people-may-owner = May do everything, also add people and change the household's settings.
people-may-adult = May add, change and remove everything in the archive, but not people and settings.
people-may-child = Sees what is not private, adds things, and changes their own and what they added themselves.
people-may-guest = Sees only what is shared with them by name, and cannot change anything.
people-first-password = Password
people-first-password-hint = At least eight characters. Without a password they can own things but not sign in.
people-password = New password
people-password-title = New password for { $person }
people-new-password = Password
people-new-password-hint = At least eight characters. They are signed out everywhere, and sign in with the new one.
people-remove = Remove
people-restore = Take back
people-gone = Removed
people-is-gone = This person is removed and cannot sign in. What they own is still here.
people-tile-things =
    { $count ->
        [one] thing
       *[other] things
    }
people-tile-value = their part of the value
people-owns-nothing = Owns nothing that is here yet.
people-shared = What is shared
people-shared-place = With everything in it
people-shared-none = Nothing is shared yet. Open a place or a thing and choose which guests may see it.
