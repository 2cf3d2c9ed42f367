memories-title = Memories
memories-life = The whole life
memories-new = A memory of { $name }
memories-edit = Change the memory
memories-conflict = Two of you changed the memory
memories-about = What it is about
memories-about-hint = Such as “How the clock came to us”.
memories-text = The story
memories-text-hint = Write as you would tell it. Photos, sound and films are added once it is saved.
memories-on = When
memories-people = Who was there
memories-people-hint = Names with commas between.
memories-place = Where
memories-tell = Tell a memory
memories-more =
    { $count ->
        [one] One more memory
       *[other] { $count } more memories
    }
memories-recordings = Sound and films
memories-download = Download { $name }
memories-affection = How dear
memories-how-dear = How dear is it?
memories-affection-liked = Liked
memories-affection-dear = Dear
memories-affection-irreplaceable = Irreplaceable
memories-inherited = Inherited
memories-inherited-from = Inherited from { $from }
