//! Guarantees and manuals of the demo household, and its templates for new things.

use super::{At, Document, Field, NONE, Paper, Template, Text};

#[rustfmt::skip] // each text reads as its file does
pub(super) const DOCUMENTS: &[Document] = &[
    Document {
        key: "tv-warranty",
        name: Text("Garantibevis Norrsken Vista 65", "Guarantee Norrsken Vista 65"),
        paper: Some(Paper::Guarantee),
        text: Text(
"# Garantibevis\n# Norrsken Vista 65\nSerienummer\tNV65-2208-41907\nKöpt hos\tElcentralen i Västerås\nKvitto\t88-10342\n\n-\nGarantin gäller i tre år från köpdagen och omfattar fel i material och tillverkning,\nmen inte sprickor i skärmen. Bildpunkter som inte lyser räknas som fel från den\nfjärde och uppåt.\n\nSpara kvittot tillsammans med det här beviset.\n\n# Om något går sönder\nService\t021-555 01 20\nÖppet\tvardagar 8-17\n\nHa serienumret till hands när du ringer. Vi hämtar apparater över 50 tum hemma.\n",
"# Guarantee\n# Norrsken Vista 65\nSerial number\tNV65-2208-41907\nBought from\tElcentralen, Västerås\nReceipt\t88-10342\n\n-\nThe guarantee is valid for three years from the day of purchase and covers faults\nin material and manufacture, but not a cracked screen. Dark pixels count as a\nfault from the fourth.\n\nKeep the receipt with this paper.\n\n# If something breaks\nService\t021-555 01 20\nOpen\tweekdays 8-17\n\nHave the serial number ready when you call. Sets above 50 inches are collected.\n"),
    },
    Document {
        key: "washer-manual",
        name: Text("Skötselråd Skarvik Pure 8", "Care of Skarvik Pure 8"),
        paper: Some(Paper::Booklet),
        text: Text(
"# Skarvik Pure 8\n# Skötsel\n1. Rensa luddfiltret en gång i månaden. Ställ en låg skål\n    under luckan först.\n2. Lämna luckan på glänt mellan tvättarna.\n3. Kör 90 grader tomt var tredje månad.\n4. Torka av gummilisten, också i vecket.\n\n# Felkoder\n= E10\tVattenkranen är stängd\n= E20\tFiltret är igensatt\n= E40\tLuckan är inte stängd\n= E60\tFör mycket tvättmedel\n\n-\nTransportsäkringarna sitter kvar på baksidan vid leverans.\nSpara dem till nästa flytt.\n",
"# Skarvik Pure 8\n# Care\n1. Clean the lint filter once a month. Put a low bowl\n    beneath the flap first.\n2. Leave the door ajar between washes.\n3. Run it empty at 90 degrees every third month.\n4. Wipe the rubber seal, in its fold too.\n\n# Error codes\n= E10\tThe water tap is closed\n= E20\tThe filter is blocked\n= E40\tThe door is not closed\n= E60\tToo much detergent\n\n-\nThe transport bolts sit in the back on delivery.\nKeep them for the next move.\n"),
    },
    Document {
        key: "ring-valuation",
        name: Text("Värdeintyg ring", "Valuation of a ring"),
        paper: Some(Paper::Valuation),
        text: Text(
"# Värdeintyg\n# Ring med en diamant\nMetall\t18 karat rödguld, stämplad 750\nSten\tbriljantslipad diamant, 0,42 ct\nFärg och klarhet\tWesselton, VS\nGravyr\tErik 24/8\nVikt\t3,1 g\n\n-\n= Återanskaffningsvärde\t36 000 kronor\n-\n\nVärdet avser inköp av en likvärdig ring i handeln, mervärdesskatt inräknad,\noch är avsett för försäkring. Ringen är granskad i tio gångers förstoring.\n\n= Guldsmed Wester, Västerås\n",
"# Valuation\n# Ring with a diamond\nMetal\t18 carat red gold, stamped 750\nStone\tbrilliant-cut diamond, 0.42 ct\nColour, clarity\tWesselton, VS\nEngraved\tErik 24/8\nWeight\t3.1 g\n\n-\n= Replacement value\t36 000 kronor\n-\n\nThe value is what an equal ring costs in the trade, VAT included, and is meant\nfor insurance. The ring was examined at ten times magnification.\n\n= Guldsmed Wester, Västerås\n"),
    },
    Document {
        key: "drill-warranty",
        name: Text("Registrerad garanti VD 18", "Registered guarantee VD 18"),
        paper: None,
        text: Text(
"VARGÖN VERKTYG\n\nTack för att du registrerade din VD 18 (VD18-5540231).\nGarantin är förlängd till fem år. Batterierna har två års garanti.\n",
"VARGÖN TOOLS\n\nThank you for registering your VD 18 (VD18-5540231).\nThe guarantee is extended to five years. The batteries have two.\n"),
    },
];

pub(super) const TEMPLATES: &[Template] = &[Template {
    name: Text("Cykel", "Bicycle"),
    of: "mtb",
    category: "vehicles.bicycles",
    tags: &[Text("cykel", "bicycle")],
    at: At::Place("villa.garage"),
    fields: &[
        (Text("Växlar", "Gears"), Field::Number(7)),
        (Text("Stöldmärkt", "Security marked"), Field::Flag(false)),
        (
            Text("Låsets nyckelnummer", "Key number of the lock"),
            Field::Text(NONE),
        ),
    ],
}];
