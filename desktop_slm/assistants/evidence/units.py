"""Units of measure and money: what a word or sign after a number makes of it."""

from __future__ import annotations

from desktop_slm.assistants.terms import fold

# Dimension, then for each factor to its base the ways in which the unit is written.
_TABLE: dict[str, dict[float, str]] = {
    "percent": {
        1: "% percent per_cent prozent pour_cent vom_hundert",
        0.1: "‰ promille",
    },
    "points": {
        1: "percentage_point percentage_points prozentpunkt prozentpunkte prozentpunkten "
        "points_de_pourcentage point_de_pourcentage",
        0.01: "basis_point basis_points basispunkt basispunkte basispunkten bp bps "
        "points_de_base point_de_base",
    },
    "eur": {1: "€ euro euros eur", 0.01: "eurocent cents_d'euro centimes"},
    "usd": {1: "$ dollar dollars usd us-dollar us$", 0.01: ""},
    "gbp": {1: "£ pound pounds gbp pfund livres_sterling livre_sterling", 0.01: "pence"},
    "chf": {1: "chf franken franc francs fr. sfr frs", 0.01: "rappen"},
    "jpy": {1: "¥ yen jpy"},
    "time": {
        1: "second seconds sekunde sekunden seconde secondes sec sek",
        60: "minute minutes minuten min mins",
        3600: "hour hours stunde stunden heure heures std hrs",
        86400: "day days tag tage tagen tages jour jours",
        7 * 86400: "week weeks woche wochen semaine semaines",
    },
    "months": {
        1: "month months monat monate monaten monats mois",
        3: "quarter_of_a_year quartal quartale quartals quartalen vierteljahr trimestre trimestres "
        "quarters",
        6: "halbjahr semestre semestres semester",
        12: "year years jahr jahre jahren jahres an ans année années yr yrs anniversary "
        "anniversaire "
        "jahrestag",
        120: "decade decades jahrzehnt jahrzehnte jahrzehnten décennie décennies",
        1200: "century centuries jahrhundert jahrhunderte siècle siècles",
    },
    "mass": {
        1: "g gram grams gramm gramme grammes",
        1e-6: "µg μg mcg microgram micrograms mikrogramm microgramme microgrammes",
        1e-3: "mg milligram milligrams milligramm milligramme milligrammes",
        1e3: "kg kilogram kilograms kilo kilos kilogramm kilogramme kilogrammes",
        1e6: "tonne tonnes tons ton tonnen",
    },
    "length": {
        1: "m metre metres meter meters metern mètre mètres",
        1e-6: "µm μm",
        1e-3: "mm millimetre millimetres millimeter millimeters millimetern millimètre millimètres",
        1e-2: "cm centimetre centimetres centimeter centimeters zentimeter zentimetern centimètre "
        "centimètres",
        1e3: "km kilometre kilometres kilometer kilometers kilometern kilomètre kilomètres",
        1609.344: "mile miles meile meilen",
        0.3048: "foot feet ft fuß pied pieds",
        0.0254: "inch inches zoll",
    },
    "area": {
        1: "m² m2 qm quadratmeter quadratmetern square_metre square_metres square_meter "
        "square_meters mètre_carré mètres_carrés",
        1e4: "ha hectare hectares hektar",
        1e6: "km² km2 quadratkilometer quadratkilometern square_kilometre square_kilometres "
        "square_kilometer square_kilometers kilomètre_carré kilomètres_carrés",
    },
    "volume": {
        1: "l litre litres liter liters litern",
        1e-6: "µl μl microlitre microlitres microliter mikroliter",
        1e-3: "ml millilitre millilitres milliliter milliliters millilitern",
        0.1: "dl décilitre décilitres deziliter",
        1e3: "m³ m3 cubic_metre cubic_metres kubikmeter kubikmetern mètre_cube mètres_cubes",
        1e2: "hl hectolitre hectolitres hektoliter",
    },
    "temperature": {1: "°c °f degrees_celsius grad_celsius degrés_celsius degrees grad degrés"},
    "pressure": {1: "mmhg", 7.50062: "kpa"},
    "power": {
        1: "w watt watts",
        1e3: "kw kilowatt kilowatts",
        1e6: "mw megawatt megawatts",
        1e9: "gw",
    },
    "energy": {1: "wh", 1e3: "kwh kilowattstunden kilowattheures", 1e6: "mwh", 1e9: "gwh"},
    "amount": {1: "mol", 1e-3: "mmol", 1e-6: "µmol μmol", 1e-9: "nmol"},
    "activity": {1: "iu ie ui"},
    "data": {1: "byte bytes", 1e3: "kb", 1e6: "mb megabyte", 1e9: "gb gigabyte", 1e12: "tb"},
    "times": {1: "times mal fois fold fach"},
}
UNITS: dict[str, tuple[str, float]] = {
    " ".join(fold(part) for part in name.split("_")): (dimension, factor)
    for dimension, factors in _TABLE.items()
    for factor, names in factors.items()
    for name in names.split()
}
UNITS["quarter"] = ("months", 3)
LONGEST_UNIT_WORDS = max(len(name.split()) for name in UNITS)
MONEY = frozenset({"eur", "usd", "gbp", "chf", "jpy"})
# How often: the period that an amount is for, in months.
PERIODS: dict[str, float] = {
    fold(word): period
    for period, names in {
        12.0: "year years yearly annual annually annum jahr jahres jährlich jährliche jährlichen "
        "jährlicher jährliches jahresmiete jahresgehalt an annuel annuelle annuels annuelles année "
        "annuellement",
        3.0: "quarter quarterly quartal vierteljährlich vierteljährliche trimestre trimestriel "
        "trimestrielle trimestriels trimestrielles",
        1.0: "month monthly monat monats monatlich monatliche monatlichen monatlicher mois mensuel "
        "mensuelle mensuels mensuelles mensuellement monatsmiete monatsgehalt",
        0.25: "week weekly woche wöchentlich wöchentliche wöchentlichen semaine hebdomadaire "
        "hebdomadaires",
        0.03: "day daily tag täglich tägliche täglichen jour quotidien quotidienne journalier",
        0.001: "hour hourly stunde stündlich stündlichen heure horaire",
    }.items()
    for word in names.split()
}
# What makes of a period the time that an amount is for.
PER = frozenset("per a an each every pro je im in jede jeden jeder par chaque l /".split())
