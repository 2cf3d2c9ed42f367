reminder-right = { $name }: rätten att klaga går ut { $day }
reminder-right-today = { $name }: i dag är sista dagen att klaga
reminder-receipt = Kvittot från { $name } behöver inte sparas efter { $day }
reminder-value = { $name }: värdet har inte setts över på två år
reminder-nameless = okänd butik
reminder-title = { $count ->
    [one] En sak att komma ihåg
   *[other] { $count } saker att komma ihåg
}
reminder-more = { $count ->
    [one] Och en till
   *[other] Och { $count } till
}
reminder-done = Klart
reminder-later = Om en vecka
reminder-mute = Tysta
reminder-all = Visa alla påminnelser
reminder-look = Visa i Smartinventory
reminder-answered = Det är besvarat
reminder-test = Så här ser en påminnelse ut
reminder-test-text = Kanalen fungerar. Vad du blir påmind om, och när, väljer du i inställningarna.
reminder-warranty = { $name }: garantin går ut { $day }
reminder-warranty-of = { $name }: garantin från { $what } går ut { $day }
reminder-upkeep = { $name }: { $what }, { $day }
reminder-upkeep-overdue = { $name }: { $what } skulle ha gjorts { $day }
reminder-loan = { $name } ska tillbaka från { $what } { $day }
reminder-loan-late = { $name } skulle ha kommit tillbaka från { $what } { $day }
reminder-policy = Försäkringen hos { $name } förnyas { $day }
reminder-policy-today = Försäkringen hos { $name } förnyas i dag
reminder-round = Det är ett år sedan den senaste inventeringen
