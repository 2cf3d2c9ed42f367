rights-title = Your rights
rights-over = ran out on { $day }
rights-seller = The seller has to show that the fault was not there from the beginning, through { $day }.
rights-buyer = Now you have to show that the fault was there from the beginning.
rights-notice = Complain within { $length } of finding a fault, and it is always in time.
rights-distance = Only if you bought it at a distance, as in a web shop.
rights-vague = The day of the purchase is not known. The times are counted from the earliest that it can have been.
