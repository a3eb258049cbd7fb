"""Acronyms that everybody knows, and words that are none although they stand in capitals."""

_KNOWN = """\
ZIP BBA MPH MPA MD JD RN LLC INC CAPTCHA SIM ROM RAM CPU AV TTY SQL
UK US USA EU UN NHS BBC GP GPs MP MPs PM TV PC PCs ID IDs IT AI UFO VIP DIY CV HQ OK PDF
PDFs HTML CSS XML JSON CSV URL URLs HTTP HTTPS SMS USB GPS CD CDs DVD DVDs FAQ FAQs RSS JPEG
PNG GIF WiFi DNA HIV AIDS COVID NASA NATO UNESCO UNICEF FBI CIA IBM BMW BT EE O2 VAT GMT BST
UTC EST PST AM BC AD CEO PhD MBA BA MA BSc MSc MBE OBE CBE QC KC GCSE GCSEs AA RAC RSPCA
NSPCC RNLI AND OR NOT LGBT LGBTQ LED CO2 pH ISBN ISO A4 P.S PS TBC RIP SOS BSL DC NY LA CA
TX FL MD VA GB MB KB TB kW MW kWh MWh GW GWh USD GBP EUR PIN ATM CCTV MOT DVLA HMRC RAF HMS
HM UKRI IKEA LEGO FIFA UEFA CNN MTV NBC ABC CBS ESPN II III IV VI VII VIII IX XI XII XIII
XIV XV XVI XX
"""
KNOWN = frozenset(_KNOWN.split())
"""What needs no explaining to a reader of any site."""

_COMMON_WORDS = """\
caps champs demo doing max park photo photos plane story stop a about after again all also
always an and any are as ask at back be because been before best big both build but buy by
call can care case change check child city click code come could data date day deadline
design digital do does done down each easy end every example fact family fast find first
food for free from full get give go good government great had hand has have he health help
her here high him his home hot hour how i if important in information into is it its job
join just keep know last late law learn left less let life like line list live local long
look lot love low made make many map may me mobile money month more most much must my name
need never new news next no none not note nothing now number of off office old on one only
open or other our out over own page part past pay people phone place plain plan play please
power press price public put question quick read ready real register report right road room
rule run safe said same save say see send service set she should show side sign site size
small so some soon start state stay step still such sure take talk team tell test than thank
thanks that the their them then there these they thing think this time tip to today together
too top training try two under up update us use user very video view vote want warning was
watch way we web week well went were what when where which who why will win with word words
work world would write year yes yet you young your half basic hard true false super huge wow
zero ever gone kind lots nice okay poor rich rather really seven sorry those total truly
usual value whole wrong above below early fewer five four nine later least might often once
quite second several shall since third twice until upon while within without worst act add
apply avoid begin bring close cut dont enter fill follow form hold leave meet move pick
print pull push reply share skip speak spend stick submit throw touch type wait walk wear
bold cool dark deep dry fair fine flat fresh glad grand green happy heavy lead light lost
loud main odd pure quiet red blue black white sharp short sick single slow smart soft sore
spare square steep strict strong sweet tall thick thin tight tiny vast warm weak wet wide
wild wise
"""
COMMON_WORDS = frozenset(_COMMON_WORDS.split())
"""Words that stand in capitals only because somebody raises their voice."""
