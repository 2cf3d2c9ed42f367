intake-title = Receipts that come by themselves
intake-lead = What is put into a folder or sent to a mailbox becomes receipts that the whole household sees.
intake-entry-none = Neither a folder nor a mailbox is set.
intake-entry-well = Everything comes in as it should.
intake-entry-trouble = Something does not come in. See what.
intake-folder = The scanner's folder
intake-folder-none = No folder is set. Write consume = "/path/to/the/folder" in smartinventory.toml and start again, and each file there becomes a receipt.
intake-folder-from = Folder
intake-folder-refused = { $count ->
    [one] One file, in the folder refused
   *[other] { $count } files, in the folder refused
}
intake-mailbox = Mailbox
intake-mailbox-none = No mailbox is set. Write imap_server, imap_user and imap_password_file in smartinventory.toml and start again. Give receipts a mailbox of their own: everything unread in it is taken.
intake-mailbox-from = Mailbox
intake-mailbox-refused = { $count ->
    [one] One mail, still in the mailbox
   *[other] { $count } mails, still in the mailbox
}
intake-looked = Last looked into
intake-not-yet = Not since the start
intake-taken = Since the start
intake-receipts = { $count ->
    [0] No receipts
    [one] One receipt
   *[other] { $count } receipts
}
intake-refused = Could not be taken in
intake-said = It says: { $said }
intake-trouble-missing = The folder is not there. Is the shared disk connected?
intake-trouble-denied = The program may not read and write in the folder.
intake-trouble-broken = The folder cannot be used.
intake-trouble-archive = The archive cannot keep anything just now. It is tried again.
intake-trouble-barred = The server may not be called. Without encryption it may only be on the same machine.
intake-trouble-name = No server has that name.
intake-trouble-connection = The server does not answer. It is tried again.
intake-trouble-slow = The server answers too slowly. It is tried again.
intake-trouble-certificate = The server's certificate cannot be trusted.
intake-trouble-unencrypted = The server offers no encryption.
intake-trouble-login = The server does not accept the name or the password. It is tried again in an hour.
intake-trouble-answer = The server says no.
intake-trouble-nonsense = The server does not answer as a mailbox should.
intake-trouble-folder = The folder is not in the mailbox, or cannot be changed.
