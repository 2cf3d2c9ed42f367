life-title = The life of { $name }
life-empty = The life of the thing stands here, from its beginning, once something is told of it
life-undated = Some time
life-came = Came into the household
life-entered = Was entered here
life-moved = Was moved to { $to }
life-back = Came back from { $from }
life-photo = Photo
life-photos =
    { $count ->
        [one] A photo was taken
       *[other] { $count } photos were taken
    }
