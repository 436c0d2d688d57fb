import { ENGLISH_CUE_VERBS } from './english-cue-verbs-data.ts';
import type { LanguageData } from './language-data.ts';

/** English of news and novels. */
export const ENGLISH: LanguageData = {
  language: 'en',
  capitalNouns: false,
  commaBeforeThat: false,
  dropsSubject: false,
  reflexives: '',
  elidedWords: '',
  verbClitics: '',
  telling:
    'the and of to in that was with he his she for on is it said were by at from not but had has have this they who an are its after',
  cueVerbs: ENGLISH_CUE_VERBS,
  bareFormsArePlural: true,
  complementisers: 'that',
  questionWords: 'whether if why how what when where who which',
  sourcePhrases: 'according_to',
  sourceExceptions: 'plan plans schedule law custom need needs taste type age size legend tradition rules',
  wordsOf: 'in_the_words_of to_quote quoting',
  additions: 'in_addition_to besides apart_from as_well_as',
  speechNouns:
    'claim claims allegation allegations assertion assertions statement announcement warning warnings argument conclusion promise pledge ' +
    'suggestion suggestions complaint complaints accusation accusations admission insistence contention prediction declaration ' +
    'confirmation observation remark remarks assurance assurances revelation denial',
  lightVerbs:
    'made make makes making issued issue issues gave gives give came come reached reach repeated repeats voiced offered offers published released sent',
  textNouns:
    'statement letter report email e-mail memo note post tweet message release article editorial analysis study survey poll review ' +
    'document documents filing lawsuit complaint ruling verdict judgment judgement paper book website site page blog indictment affidavit ' +
    'transcript text notice order bill resolution account column leaflet declaration communique speech research papers reports sources ' +
    'figures data inquiry investigation autopsy warrant petition manifesto advisory bulletin guide guidance letters emails records headline',
  auxiliaries:
    "is are was were be been being am has have had having do does did 's 've 'd isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't",
  plainPasts: "did didn't",
  passives: 'is are was were be been being am',
  modals:
    "will would can could may might shall should must won't wouldn't can't cannot couldn't shouldn't mustn't ought",
  negations:
    "not never nor neither no nobody none n't didn't doesn't don't hasn't haven't hadn't wasn't isn't won't wouldn't cannot can't couldn't",
  refusals:
    'declined declines decline refused refuses refuse failed fails fail refusing declining failing unable unwilling reluctant yet stopped avoided forgot ' +
    'forbidden',
  denials: 'deny denies denied denying regretted avoided',
  exclusives: 'only',
  conditionals: "if unless whether should suppose supposing imagine lest let's",
  pronouns: {
    male: 'he him himself',
    female: 'she her herself',
    plural: 'they them themselves both',
    neuter: 'it itself',
    first: 'i we me us you',
    indefinite:
      'there one some others many most several few another someone somebody everyone everybody anyone people who those',
    any: '',
  },
  infinitiveMarks: 'to',
  asWords: 'as',
  quotedWords: 'quoted cited reported recorded heard',
  relatives: 'who which that whom whose',
  possessives: 'his her its their my our your',
  determiners:
    'the a an this that these those his her its their my our your some any no each every both all another several many most few one two three ' +
    'four five six seven eight nine ten such more other',
  definiteArticles: 'the this that these those',
  answers: 'yes no',
  approximators: 'about around over under near nearly almost roughly some',
  aboutPrepositions: 'of about against',
  reasonPrepositions: 'for over',
  prepositions:
    'of in on at to for from by with about against after before during under over between among through into onto within without since until ' +
    'till near off outside inside behind beyond across along around amid despite per via upon towards toward regarding concerning following ' +
    'including like than ahead throughout alongside unlike beside besides except',
  nounPrepositions: 'of for at from with in on to against',
  withWords: 'with',
  authorVerbs: 'published released issued written prepared compiled drafted posted produced signed sent',
  authorPrepositions: 'from by',
  coordinators: 'and or but nor yet then',
  adversatives: 'but while yet although though whereas however',
  subordinators:
    'when while because although though whereas after before since until unless if as once where wherever whenever so whether that despite',
  adverbs:
    'also then later earlier previously again now still already only just even once soon recently today yesterday tonight further instead ' +
    'therefore thus however meanwhile too not never always often sometimes repeatedly reportedly allegedly publicly privately openly finally ' +
    'eventually afterward afterwards simply first twice merely flatly rightly formally long ever famously well himself herself itself ' +
    'themselves both all wryly once either',
  adverbEndings: 'ly',
  agents: 'by',
  finiteVerbs:
    'was were is are am be had has have did does do will would can could may might shall should must went came saw got made took gave knew thought ' +
    'said told found left felt kept began ran lost won held stood met paid sat led grew fell rose sent built spent spoke wrote drew drove broke ' +
    'chose wore threw flew ate sold bought brought caught taught fought sought hit cut put set let shut cost hurt beat quit shot struck stuck swept ' +
    'became understood meant heard hid rode sang sank swam woke shook stole froze withdrew overtook dealt lent bent fled fed bred bled slept laid ' +
    'needs wants makes takes goes comes gets gives plans expects faces remains seems appears means shows keeps holds includes contains runs works ' +
    'lives leads feels looks becomes begins starts ends stands continues allows helps requires provides offers supports opposes deserves ' +
    'knows thinks believes hopes wishes loves hates owns uses causes belongs depends owes spends pays costs exists happens lies covers serves ' +
    'need want make take go come get give plan expect face remain seem appear mean keep hold include contain deserve know think believe hope wish ' +
    "isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't cannot couldn't shouldn't mustn't ain't",
  finiteEndings: 'ed',
  presentEndings: 's',
  participleEndings: 'ed en',
  participles: 'seen made sent read held led run cut sold told heard shown known',
  personEndings: 'ist ician grapher ologist',
  gerundEndings: 'ing',
  thoughtVerbs:
    'think thinks thought believe believes believed hope hopes hoped fear fears feared expect expects expected know knows knew feel feels felt ' +
    'wish wishes wished worry worries worried doubt doubts doubted suspect suspects suspected assume assumes assumed imagine imagined decided ' +
    'decide realised realized understand understands understood consider considered want wants wanted',
  honorifics: 'mr mrs ms miss mx dr sir lord lady dame madam mme mlle monsieur madame herr frau señor señora',
  titles: {
    male: 'mr sir lord king prince emperor father brother monsieur herr señor don baron duke',
    female:
      'mrs ms miss mme madame lady dame queen princess empress sister mother señora frau baroness duchess',
    any:
      'dr prof professor president prime vice minister secretary secretary-general director-general attorney-general governor-general vice-president vice-chancellor ' +
      'editor-in-chief commander-in-chief senator sen rep representative governor gov mayor judge justice chief general gen ' +
      'colonel col captain capt lieutenant lt sergeant sgt officer detective inspector superintendent constable commissioner pope bishop archbishop ' +
      'cardinal reverend rev rabbi imam sheikh ayatollah chancellor ambassador coach chairman chairwoman chairperson chair director spokesman ' +
      'spokeswoman spokesperson ceo mp mep msp congressman congresswoman deputy councillor councilor councilman councilwoman attorney lawyer ' +
      'prosecutor candidate leader premier foreign finance interior defence defense home shadow health education environment former ex-president ' +
      'acting major corporal private lance admiral commander brigadier marshal pastor dean rector sheriff treasurer baron count treasury speaker undersecretary hon honourable ' +
      'administrator engineer farmer teacher owner founder co-founder author editor analyst economist historian scientist researcher activist ' +
      'campaigner writer journalist actor actress singer manager striker captain defender midfielder goalkeeper singer-songwriter trader investigator midwife nurse ' +
      'democrat republican democratic labour conservative tory alderman alderwoman magistrate warden ranger surgeon doctor',
  },
  personNouns: {
    male:
      'man boy father husband brother son uncle grandfather businessman chairman spokesman policeman fireman gentleman actor waiter priest king prince ' +
      'statesman sportsman councilman congressman lad widower grandson nephew salesman fisherman cameraman headmaster bishop monk',
    female:
      'woman girl mother wife sister daughter aunt grandmother businesswoman chairwoman spokeswoman policewoman actress waitress nun queen ' +
      'princess councilwoman congresswoman widow granddaughter niece saleswoman headmistress heroine',
    any:
      'minister president secretary senator governor mayor judge general captain sergeant officer official spokesperson director chief leader head ' +
      'ambassador chancellor premier lawyer attorney prosecutor witness resident neighbour neighbor teacher professor doctor nurse scientist ' +
      'researcher expert analyst economist author writer editor reporter journalist activist campaigner critic coach manager owner founder ' +
      'co-founder executive chair chairperson member mp lawmaker politician candidate commissioner inspector detective engineer farmer driver ' +
      'pilot student pupil survivor victim defendant plaintiff tourist visitor customer worker employee soldier commander singer player striker ' +
      'goalkeeper musician artist architect historian economist psychologist surgeon midwife representative delegate envoy diplomat adviser ' +
      'advisor aide source administrator undersecretary magistrate coroner ranger warden keeper curator librarian trader shopkeeper baker ' +
      'speaker administrator pastor imam rabbi archbishop pope councillor person user blogger developer veteran passenger parent ' +
      'friend colleague relative partner teenager child pensioner caller photographer planner organiser organizer geologist biologist ' +
      'meteorologist ecologist hydrologist physicist chemist consultant investigator accountant treasurer trustee governor superintendent constable ' +
      'figure insider protester demonstrator refugee prisoner patient carer volunteer skipper sailor climber rival opponent guard porter clerk sailor miner hunter trucker builder labourer laborer bystander onlooker lodger landlord tenant homeowner ' +
      'shopper commuter cyclist motorist jogger hiker hitchhiker actor dancer comedian composer conductor drummer guitarist novelist poet playwright painter sculptor ' +
      'butcher plumber carpenter electrician mechanic postman postwoman chef barber hairdresser tailor weaver blacksmith janitor cleaner butler ' +
      'founder-president negotiator mediator arbitrator auditor banker broker trader investor entrepreneur developer manufacturer publisher broadcaster presenter ' +
      'anchor host columnist correspondent editor-in-chief whistleblower informant suspect detainee inmate convict hostage migrant immigrant asylum-seeker settler ' +
      'farmhand shepherd fisher lifeguard firefighter paramedic medic vet dentist pharmacist nutritionist virologist epidemiologist sociologist anthropologist ' +
      'astronomer mathematician statistician programmer hacker gamer streamer influencer designer stylist florist gardener vicar chaplain ' +
      'monk nun cleric preacher missionary mufti lecturer tutor dean headteacher headmaster undergraduate graduate alumnus apprentice trainee intern recruit cadet ' +
      'corporal lieutenant-colonel brigadier airman seaman marine paratrooper sniper rebel fighter militant dissident exile ' +
      'mother-of-two father-of-two mother-in-law father-in-law brother-in-law sister-in-law stepfather stepmother godfather fiance fiancee girlfriend boyfriend ' +
      'child toddler infant youth elder newcomer outsider stranger guest host signatory',
  },
  genericNouns: 'man woman boy girl teenager pensioner youngster veteran',
  groupNouns:
    'family officials police residents neighbours neighbors critics experts analysts scientists researchers witnesses authorities lawyers prosecutors campaigners ' +
    'activists opponents supporters sources ministers lawmakers senators mps politicians doctors teachers workers unions organisers organizers ' +
    'investigators firefighters rescuers students parents protesters demonstrators locals people reports media newspapers observers economists ' +
    'leaders executives employees villagers farmers survivors diplomats engineers detectives officers representatives members spokespeople ' +
    'historians advocates historians rebels troops soldiers fans owners traders passengers users developers judges insiders aides relatives families friends ' +
    'colleagues others republicans democrats conservatives liberals islamists militants separatists nationalists planners delegates shareholders ' +
    'environmentalists conservationists seismologists meteorologists forecasters astronomers archaeologists biologists coroners regulators auditors ' +
    'councillors governors mayors staff crew sides',
  bodyNouns:
    'ministry department council commission committee court parliament government police agency authority company firm bank university college school ' +
    'hospital association union federation party group organisation organization office bureau board institute foundation society club church ' +
    'congress senate house assembly cabinet administration army navy force forces service survey gallery agency newspaper magazine times post news gazette herald tribune journal ' +
    'courier guardian observer telegraph mail sun mirror standard chronicle press broadcaster channel network radio television website corporation corp inc ' +
    'ltd plc gmbh llc co trust charity alliance coalition league team embassy consulate mission center centre museum library airline airlines ' +
    'airport railway rail consortium chamber district city town state nation country kingdom regime opposition movement campaign ' +
    'guard watchdog regulator ombudsman tribunal inquiry panel jury fund exchange union brigade coastguard fbi cia nato un eu who bbc cnn itv nhs nasa unicef ' +
    'municipality region province authority secretariat directorate presidency monarchy palace vatican kremlin pentagon studio label retailer ' +
    'manufacturer supplier operator developer publisher utility cooperative co-operative syndicate lobby think-tank weekly daily',
  anaphoricBodyNouns:
    'company firm group organisation organization charity club bank airline manufacturer maker retailer operator publisher broadcaster developer supplier start-up startup party union association federation agency authority trust foundation studio label league team body carmaker chain giant watchdog regulator newspaper paper station channel institute museum university school college hospital gallery federation network utility consortium coalition alliance movement',
  particles:
    "de da do dos das di del della der den van von zu zur la le du des el al bin ibn ben abu ter ten y e af av op 't",
  bodyLinks: 'of for and on',
  months:
    'january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec',
  shortMonths: {
    jan: 1,
    feb: 2,
    mar: 3,
    apr: 4,
    jun: 6,
    jul: 7,
    aug: 8,
    sep: 9,
    sept: 9,
    oct: 10,
    nov: 11,
    dec: 12,
  },
  weekdays: 'monday tuesday wednesday thursday friday saturday sunday',
  dayWords: { today: 0, tonight: 0, yesterday: -1 },
  dayParts: 'morning afternoon evening night week weekend month year',
  pastWords: 'last past',
  dayPrepositions: 'on in',
  spokenWords:
    'words spoken spoke speaking remarks comments speech address statement interview testified addressed',
  occasionPrepositions: 'during at in on after',
  occasionNouns:
    'meeting interview speech conference briefing debate hearing session summit rally address visit ceremony call statement broadcast talk lecture trial ' +
    'appearance event dinner forum panel inquest testimony broadcast podcast programme program show webcast sermon keynote announcement email letter tweet post',
  abbreviations:
    'mr mrs ms dr prof st sen rep gov gen col capt lt sgt jr sr vs etc inc ltd co corp no nos vol dept est fig hon rev jan feb mar apr jun jul aug sep sept oct ' +
    'nov dec u.s u.k u.n e.g i.e a.m p.m d.c approx ave blvd mt cf al messrs mme ph.d b.a m.a m.d esq viz bros maj cmdr adm supt insp det pres d.c ' +
    'mlle op',
  elisions: 'tis twas em til till cause bout n round neath gainst',
  termWords:
    'so-called called dubbed nicknamed termed titled entitled named known branded labelled labeled christened codenamed phrase word term words slogan expression ' +
    'motto name nickname hashtag',
  workNouns:
    'collection trilogy novella biography autobiography drama thriller comedy sitcom sequel soundtrack tune hymn concerto cantata portrait novel book song film album single play poem painting series show track story essay movie documentary musical opera episode sculpture exhibition ' +
    'article programme program game video memoir anthology ballad hit symphony column magazine cartoon chapter',
  inscriptionWords:
    'reading read bearing saying marked inscribed emblazoned stamped engraved printed labelled sign signs banner banners placard placards ' +
    'tattoo badge billboard mural headstone tombstone gravestone inscription hoodie jersey sash poster posters plaque sticker stickers t-shirt t-shirts graffiti',
  headingLabels:
    'live video watch audio listen analysis opinion comment editorial breaking update updated exclusive review preview profile obituary football cricket tennis rugby ' +
    'olympics sport quiz gallery photos pictures explainer timeline factbox interview feature fact-check',
  questionLabels: 'q question',
  answerLabels: 'a answer',
  emphasisNotes:
    'emphasis_added emphasis_mine emphasis_ours my_emphasis our_emphasis italics_added italics_mine emphasis_in_original emphasis_in_the_original',
  captionLabels:
    'image images photos photo picture credit photograph caption photo_credit image_credit file_photo illustration',
  places:
    'united states kingdom america britain england scotland wales ireland france germany italy spain portugal russia china japan india australia canada mexico ' +
    'brazil argentina chile israel palestine iran iraq syria turkey egypt ukraine poland sweden norway denmark finland netherlands belgium austria ' +
    'switzerland greece hungary romania serbia croatia afghanistan pakistan bangladesh nepal indonesia malaysia thailand vietnam philippines korea taiwan ' +
    'nigeria kenya ethiopia ghana somalia sudan libya tunisia morocco algeria london paris berlin moscow beijing washington brussels rome madrid tokyo delhi ' +
    'american british english scottish welsh irish french german italian spanish portuguese russian chinese japanese indian australian canadian mexican ' +
    'brazilian israeli palestinian iranian iraqi syrian turkish egyptian ukrainian polish swedish norwegian danish finnish dutch belgian austrian swiss ' +
    'greek hungarian romanian serbian croatian afghan pakistani nepali indonesian malaysian thai vietnamese korean taiwanese nigerian kenyan ethiopian european ' +
    'african asian texas california florida york jersey zealand north south east west northern southern eastern western',
};
