/** Ordinary words of news in English, the most frequent first: what the benchmark's sentences are drawn from. */
export const WORDS: readonly string[] = `
the of to and a in that for on with was as by at from it said is were be has had an will not are have after been
their they who more would over which when its than people year government but one two new also other all city first
country against during out before some could since where about last under into state minister between officials week
president power while police region police month court national work day three million public local many most group
election company water market report leader parliament security vote party plan school army price border trade war
peace law team head capital talks food home hospital street bank road north south east west council river village
health oil land energy union crisis budget harbour bridge storm winter summer spring autumn rain flood drought
farm farmer harvest wheat rice maize cattle fishing boat ferry port ship crew captain island coast bay cliff beach
mountain valley forest desert lake dam canal pipeline refinery factory worker wage strike union picket contract
labour minister deputy mayor senator judge lawyer witness jury verdict appeal sentence prison guard inmate
detective officer patrol raid arrest suspect weapon rifle bullet blast bomb shell missile drone soldier general
colonel veteran refugee migrant camp tent shelter blanket aid convoy truck driver fuel diesel petrol engine
airport airline flight pilot runway passenger train railway station platform tunnel subway tram bus bicycle
teacher pupil student university professor lecture exam library book author novel poet painter museum gallery
theatre actor film director festival concert singer orchestra dancer stadium coach striker keeper goal match
league champion medal runner marathon swimmer cyclist doctor nurse patient clinic vaccine virus fever outbreak
surgeon scientist laboratory experiment telescope satellite rocket engineer software computer network server
privacy hacker password newspaper editor reporter camera broadcast channel radio television studio audience
church mosque temple priest bishop imam monk pilgrim prayer holiday wedding funeral family mother father child
daughter son brother sister neighbour friend widow orphan tenant landlord rent mortgage apartment tower roof
kitchen garden orchard vineyard bakery butcher grocer market stall shop customer retailer warehouse supplier
cargo container customs tariff export import currency inflation interest loan debt deficit revenue tax audit
treasury banker investor shareholder dividend merger startup founder executive chairman board lobby regulator
inspector licence permit fine penalty ban reform decree treaty summit envoy ambassador embassy consul delegation
negotiator ceasefire truce hostage ransom smuggler trafficking corruption bribery fraud scandal inquiry
commission tribunal constitution amendment referendum ballot candidate campaign rally slogan poll turnout majority
coalition opposition cabinet resignation successor rival ally enemy neighbour province district county town
suburb slum square market avenue highway junction barrier checkpoint fence wall gate border frontier
glacier volcano earthquake landslide wildfire smoke ash pollution carbon emission climate turbine solar reactor
uranium coal gas mine miner copper gold silver diamond timber sawmill cotton textile garment leather shoe
coffee cocoa tea sugar salt pepper olive citrus banana mango potato tomato onion garlic fish salmon tuna shrimp
whale seal wolf bear tiger elephant rhino lion eagle owl bee locust mosquito dog horse donkey camel goat sheep
old young small large long short high low early late strong weak rich poor safe dangerous quiet loud open closed
empty full heavy light dark bright cold warm dry wet fresh ancient modern foreign domestic rural urban coastal
central northern southern eastern western political economic military social legal medical financial digital
independent united former current final annual daily weekly temporary permanent private official secret
announced warned promised refused accepted rejected claimed denied confirmed agreed opened closed reached crossed
visited returned arrived escaped collapsed burned sank rebuilt repaired painted planted carried delivered
`
  .trim()
  .split(/\s+/);

/** First and last names, put together at random for made-up people. */
export const FIRST_NAMES: readonly string[] =
  `Ada Amara Anton Bela Bruno Carla Celeste Dario Dina Elias Ema Farid Fiona Goran Greta Hana Hugo Ines Ivo Jana
Jonas Kaia Kofi Lena Luca Mara Milo Nadia Nuno Olga Omar Petra Quentin Rafa Rosa Selma Tarek Tilda Ugo Vera
Viktor Wanda Xenia Yara Yusuf Zora`.split(/\s+/);

export const LAST_NAMES: readonly string[] =
  `Abara Alder Barrow Bellamy Castell Cordova Dahl Dorne Eriksen Falk Ferro Garrow Haddad Holm Ibarra Jansk Kamara
Keller Lindqvist Lorca Marchetti Mbeki Moreau Nakata Novak Okafor Orlov Pereira Quist Rahal Rossi Sandoval Strand
Tamm Ueda Vance Varga Wexler Yilmaz Zeman`.split(/\s+/);

/** Where pieces appear, before a place: "The Harbour Post". */
export const PAPER_NAMES: readonly string[] =
  `Harbour Valley Northern Coastal River Evening Morning Capital Island Border`.split(/\s+/);

export const PAPER_KINDS: readonly string[] = `Post Courier Gazette Dispatch`.split(/\s+/);
