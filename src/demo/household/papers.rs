//! Guarantees, receipts and manuals of the demo household, and its templates for new things.

use super::{At, Document, Field, NONE, Template, Text};

#[rustfmt::skip] // each text reads as its file does
pub(super) const DOCUMENTS: &[Document] = &[
    Document {
        key: "tv-warranty",
        name: Text("Garantibevis Norrsken Vista 65", "Guarantee Norrsken Vista 65"),
        text: Text(
"GARANTIBEVIS\n\nNorrsken Vista 65, serienummer NV65-2208-41907\nKöpt hos Elcentralen i Västerås\n\nGarantin gäller i tre år från köpdagen och omfattar fel i material och tillverkning,\nmen inte sprickor i skärmen. Spara kvittot tillsammans med det här beviset.\n\nService: 021-555 01 20\n",
"GUARANTEE\n\nNorrsken Vista 65, serial number NV65-2208-41907\nBought from Elcentralen, Västerås\n\nThe guarantee is valid for three years from the day of purchase and covers faults in\nmaterial and manufacture, but not a cracked screen. Keep the receipt with this paper.\n\nService: 021-555 01 20\n"),
    },
    Document {
        key: "washer-manual",
        name: Text("Skötselråd Skarvik Pure 8", "Care of Skarvik Pure 8"),
        text: Text(
"SKARVIK PURE 8 - SKÖTSELRÅD\n\n1. Rensa luddfiltret en gång i månaden. Ställ en låg skål under luckan först.\n2. Lämna luckan på glänt mellan tvättarna.\n3. Kör 90 grader tomt var tredje månad.\n\nFELKODER\nE10  Vattenkranen är stängd\nE20  Filtret är igensatt\nE40  Luckan är inte stängd\n",
"SKARVIK PURE 8 - CARE\n\n1. Clean the lint filter once a month. Put a low bowl beneath the flap first.\n2. Leave the door ajar between washes.\n3. Run it empty at 90 degrees every third month.\n\nERROR CODES\nE10  The water tap is closed\nE20  The filter is blocked\nE40  The door is not closed\n"),
    },
    Document {
        key: "laptop-receipt",
        name: Text("Kvitto Kestrel Book 14", "Receipt Kestrel Book 14"),
        text: Text(
"DATORBUTIKEN\nKvitto 20418\n\nKestrel Book 14, KB14-7F2Q-0093    16 990,00\nStöldmärkning                         500,00\n\nSumma SEK                          17 490,00\nvarav moms 25 %                     3 498,00\n\nÖppet köp 30 dagar. Reklamationsrätt tre år.\n",
"DATORBUTIKEN\nReceipt 20418\n\nKestrel Book 14, KB14-7F2Q-0093    16 990.00\nSecurity marking                      500.00\n\nTotal SEK                          17 490.00\nof which VAT 25 %                   3 498.00\n\nReturn within 30 days. Three years' right of complaint.\n"),
    },
    Document {
        key: "ring-valuation",
        name: Text("Värdeintyg ring", "Valuation of a ring"),
        text: Text(
"VÄRDEINTYG\n\nRing i 18 karat rödguld med en briljantslipad diamant, 0,42 ct, Wesselton VS.\nGravyr: Erik 24/8. Vikt 3,1 g.\n\nÅteranskaffningsvärde: 36 000 kronor\n\nGuldsmed Wester, Västerås\n",
"VALUATION\n\nRing in 18 carat red gold with a brilliant-cut diamond, 0.42 ct, Wesselton VS.\nEngraved: Erik 24/8. Weight 3.1 g.\n\nReplacement value: 36 000 kronor\n\nGuldsmed Wester, Västerås\n"),
    },
    Document {
        key: "drill-warranty",
        name: Text("Registrerad garanti VD 18", "Registered guarantee VD 18"),
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
