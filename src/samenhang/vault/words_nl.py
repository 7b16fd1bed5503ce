"""256 short Dutch words, easy to spell; no two differ by one letter, so a slip of the pen shows.

Their order is part of every recovery sheet that was ever printed: nothing here may move.
"""

_IN_ORDER = """
adem anker appel avond bakker balkon banaan bank bed beer berg bezem biet bij blad bloem boom bord
bos boter brief broer brood buik cirkel citroen dag deken deur dier dijk dolfijn dorp draad druif
duim eend eik eiland emmer engel ezel fabriek fakkel feest fiets film fles fluit fontein gans geit
gelei geluk gezin gids giraf goud gras groente grot haag haring hart haven heg helm hemd hemel
herfst heuvel hoek honing huid iglo ijs ijzer inkt jaar jas jeugd jongen juni kabel kalf kam kamer
kanaal kano kelder kerk ketel kikker kind klaver klei klok knie knoop koe koffie kompas konijn kool
kraan krant kruid kruk kuiken kust kwast laars ladder lamp land lente lepel licht lied lijm linde
lip maan maart magneet mantel markt mast melk mens merel meubel minuut moeder mol molen mond motor
museum muts muziek naald naam nacht nest neus noot oceaan oever olie olifant oog oven paard pad
papier parel pen peper pijl plank poes poort pop post potlood prins pruim punt raap radijs regen
reis ridder riem rijst ring rivier robijn rok rots rug sap schaar schelp schip schoen school slak
slang sleutel sneeuw soep specht spiegel spin spons stad steen stem stoel storm straat strand stuur
suiker tafel tante tent thee tijger toren touw trap trein trom tuin tulp uil vaas vader varen veld
venster vijver vinger vis vlag vleugel vlinder vlo vogel vriend vuur wagen wal water weide wiel
winter wolf wortel zaal zadel zak zalm zebra zeep zeil zilver zomer zon zout zus zwaan zwaluw
"""
WORDS = tuple(_IN_ORDER.split())
