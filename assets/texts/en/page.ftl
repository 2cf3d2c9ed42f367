page-private = Private
page-nameless = Without a name
page-overtaken = Somebody else saved before you. Now it says: { $now }. Save again if yours is to hold.
