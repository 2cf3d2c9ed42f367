ui-skip = Skip to content
ui-navigation = Whole site
ui-navigation-quick = Shortcuts
ui-home = Home
ui-things = Things
ui-things-count =
    { $count ->
        [one] 1 thing
       *[other] { $count } things
    }
ui-add = Add
ui-search = Search
ui-search-things = Search your things
ui-places = Places
ui-people = People
ui-tags = Tags
ui-insights = Insights
ui-ready = Ready?
ui-tray = Unnamed
ui-history = History
ui-bin = Bin
ui-settings = Settings
ui-more = More
ui-menu-of = Menu for { $name }
ui-sign-out = Sign out
ui-view-quick = Quick view
ui-view-full = Full view
ui-theme = Colours
ui-theme-auto = As the device
ui-theme-light = Light
ui-theme-dark = Dark
ui-language = Language
ui-language-own = English
ui-undo = Undo
ui-close = Close
ui-save = Save
ui-cancel = Cancel
ui-form-refused =
    { $count ->
        [one] One field needs another look. The rest is kept.
       *[other] { $count } fields need another look. The rest is kept.
    }
ui-filter = Filter
ui-filter-without = Remove the filter
ui-filter-clear = Clear all
ui-facet-rest = Show { $count } more
ui-pick = Select
ui-bulk-one = 1 selected
ui-bulk-many = {"{count}"} selected
ui-bulk-all =
    { $count ->
        [one] The only one
       *[other] All { $count }
    }
ui-bulk-none = Clear
ui-pager = Pages
ui-pager-part = { $from }–{ $to } of { $total }
ui-pager-before = Previous
ui-pager-after = Next
ui-photo-next = Next photo
ui-photo-previous = Previous photo
ui-photo-cover = Cover
ui-photo-make-cover = Make it the cover
ui-photo-earlier = Move earlier
ui-photo-later = Move later
ui-photo-rotate = Turn a quarter
ui-photo-remove = Remove the photo
ui-upload-photos = Add photos
ui-upload-documents = Add documents
ui-upload-drop = Drop them here, or paste
ui-upload-send = Send
ui-upload-waiting = Waiting
ui-upload-done = Saved
ui-upload-failed = The file could not be saved. Try again.
ui-upload-offline = The server does not answer. The file is still here – try again.
ui-upload-retry = Try again
ui-quick-camera = Take a photo
ui-quick-name = What is it?
ui-quick-save = Save and take the next
ui-quick-many = Choose many photos
ui-quick-many-hint = They wait under Unnamed until somebody gives them a name.
ui-tree-in = Show what is in { $place }
ui-versions-mine = You
ui-versions-empty = (empty)
ui-keys = Keys
ui-keys-search = Search
ui-keys-add = Add a thing
ui-keys-move = Move among things
ui-keys-pick = Select a thing
ui-keys-help = Show this list
ui-receipts = Receipts
ui-upload-receipts = Photograph or choose receipts
ui-upload-pages = Add a page
ui-unsure = Unsure
ui-reminders = Reminders
ui-reminders-wait = waiting
ui-warranties = Guarantees
ui-upkeep = Upkeep
ui-upload-recordings = Add sound or a film
ui-record-audio = Record sound
ui-record-video = Record a film
ui-record-stop = Done
ui-record-discard = Throw away
ui-record-audio-name = Recording
ui-record-video-name = Recorded film
ui-record-denied = The browser did not let us use the microphone or the camera. Allow it for this page, or choose a file.
ui-incidents = Incidents
ui-reports = Reports
ui-insurance = Insurances
