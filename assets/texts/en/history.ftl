history-title = History
history-lead = Who did what, and the way back.
history-today = Today
history-yesterday = Yesterday
history-older = Older
history-newest = To the latest
history-undo = Undo: { $what }
history-program = The server
history-nameless = a thing without a name
history-photos =
    { $count ->
        [one] a photo
       *[other] { $count } photos
    }
history-documents =
    { $count ->
        [one] a document
       *[other] { $count } documents
    }
history-files =
    { $count ->
        [one] a file
       *[other] { $count } files
    }
history-more =
    { $count ->
        [one] and 1 more
       *[other] and { $count } more
    }
history-empty = What happens will soon stand here
history-empty-text = Everything that somebody adds, changes or removes is seen here, with a way back.
history-overtaken = It can no longer be undone
history-overtaken-what = Something has been changed since. Undo the later change first, or change it by hand. Nothing is lost.
history-overtaken-by = { $who } changed it on { $when }
history-back = To the history
