"""The PDF files of the demo, made anew by `python -m news.demo.leaflets`."""

from news.demo.stories import FILES
from portal.drawing.leaflet import Line, write_all

MAY = [
    Line("H1", "May 2014 at a glance"),
    Line("P", "Dates and places from the Belarus events calendar"),
    Line("H2", "1 May, Thursday"),
    Line("P", "Labour Day: fairs and concerts in parks across the country"),
    Line("H2", "9 May, Friday"),
    Line("P", "Victory Day: memorials in every district, fireworks in the evening"),
    Line("P", "IIHF Ice Hockey World Championship opens in Minsk"),
    Line("H2", "9–25 May"),
    Line("P", "First round: Minsk-Arena and Chizhovka-Arena"),
    Line("P", "Final: 25 May, Sunday, Minsk-Arena"),
    Line("H2", "11 May, Sunday"),
    Line("P", "Day of the State Emblem and the State Flag: squares of the regional cities"),
    Line("H2", "17 May, Saturday"),
    Line("P", "Night of Museums: Minsk and the regions"),
    Line("H2", "All month"),
    Line("P", "Lilac in the Central Botanical Garden, 2v Surganova Street, Minsk"),
    Line("P", "Open-air museum of folk architecture at Ozertso, Saturdays and Sundays"),
]
WEEKEND = [
    Line("H1", "A weekend in Belarus: checklist"),
    Line("P", "One page to print. Tick what is done."),
    Line("H2", "A week before"),
    Line("P", "[  ]  Train there and back; the last bus on Sunday"),
    Line("P", "[  ]  A bed for one night"),
    Line("P", "[  ]  Days on which the museums rest"),
    Line("H2", "On Friday night"),
    Line("P", "[  ]  Passport or identity card, tickets, a charged telephone"),
    Line("P", "[  ]  A raincoat and shoes that have been wet before"),
    Line("P", "[  ]  A swimsuit from June to August, a thermos from November to March"),
    Line("P", "[  ]  Something against mosquitoes and ticks"),
    Line("P", "[  ]  Cash for markets and small museums"),
    Line("H2", "On the way"),
    Line("P", "[  ]  101 or 112 rescue, 102 police, 103 ambulance"),
    Line("P", "[  ]  Leave no litter, light fires only at marked places"),
    Line("P", "[  ]  Write to somebody when you will be back"),
]
LEAFLETS = {
    "may-2014.en.pdf": MAY,
    "weekend-checklist.en.pdf": WEEKEND,
}

if __name__ == "__main__":
    write_all(LEAFLETS, FILES)
