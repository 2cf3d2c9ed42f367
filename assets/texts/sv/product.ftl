product = Smartinventory
