"""The PDF files of the pages, made anew by `python -m portal.pages.demo.leaflets`."""

from portal.drawing.leaflet import Line, write_all
from portal.pages.demo.tellings import FILES

GLANCE = [
    Line("H1", "Belarus at a glance"),
    Line("P", "One page to print, from the page of the same name"),
    Line("H2", "The state"),
    Line("P", "Official name: Republic of Belarus"),
    Line("P", "Capital: Minsk, first mentioned in 1067"),
    Line("P", "State languages: Belarusian and Russian"),
    Line("P", "Constitution: adopted on 15 March 1994"),
    Line("P", "Main parts: six regions and the city of Minsk"),
    Line("H2", "The land"),
    Line("P", "Area: 207.6 thousand square kilometres"),
    Line("P", "Highest point: Dzyarzhynskaya Hill, 345 metres"),
    Line("P", "Largest lake: Naroch, nearly 80 square kilometres"),
    Line("P", "Neighbours: Russia, Ukraine, Poland, Lithuania, Latvia"),
    Line("H2", "The people"),
    Line("P", "Population: 9,155,978 as of 1 January 2024 (Statistical Committee)"),
    Line("H2", "For guests"),
    Line("P", "Currency: Belarusian ruble (BYN)"),
    Line("P", "Time: UTC+3 throughout the year"),
    Line("P", "Telephone: +375; emergencies: 101 or 112, 102, 103"),
]
DRANIKI = [
    Line("H1", "Draniki"),
    Line("P", "Potato pancakes for four, about sixteen of them"),
    Line("H2", "Ingredients"),
    Line("P", "[  ]  1 kilogram of potatoes rich in starch"),
    Line("P", "[  ]  1 onion of middle size"),
    Line("P", "[  ]  1 egg"),
    Line("P", "[  ]  1 or 2 tablespoons of flour, if needed"),
    Line("P", "[  ]  1 teaspoon of salt"),
    Line("P", "[  ]  About 5 tablespoons of oil or lard"),
    Line("P", "[  ]  200 grams of sour cream, to serve"),
    Line("H2", "Method"),
    Line("P", "1.  Peel potatoes and onion and grate them finely, by turns."),
    Line("P", "2.  Drain in a sieve; give back the starch that settles."),
    Line("P", "3.  Stir in egg and salt; add flour only if the mass runs."),
    Line("P", "4.  Fry by the tablespoon, flat, three or four minutes a side."),
    Line("P", "5.  Serve at once, with sour cream."),
]
LEAFLETS = {"at-a-glance.en.pdf": GLANCE, "draniki.en.pdf": DRANIKI}

if __name__ == "__main__":
    write_all(LEAFLETS, FILES)
