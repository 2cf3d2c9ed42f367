page-private = Private
page-nameless = Without a name
