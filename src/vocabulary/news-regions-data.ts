/** A region that news prints and that neither UN M49 nor ISO 3166-1 has a code for. */
export interface NewsRegion {
  /** Private-use code `x-…`, or ISO 3166-2 for the nations of the United Kingdom. */
  readonly code: string;
  readonly name: string;
  readonly parent: string;
  readonly kind: 'GROUPING' | 'PLACE';
  /** Codes of what it is made of; none where it is a part of its parent. */
  readonly members: string;
  /** Other printed names, any language. */
  readonly names: string;
}

/** Where usage differs, the members are those that most agencies agree on. A grouping across continents hangs under the world. */
export const NEWS_REGIONS: readonly NewsRegion[] = [
  {
    code: 'x-middle-east',
    name: 'Middle East',
    parent: '001',
    kind: 'GROUPING',
    members: 'AE BH EG IL IQ IR JO KW LB OM PS QA SA SY TR YE',
    names:
      'Mideast|Near East|Moyen-Orient|Proche-Orient|Proche et Moyen-Orient|Oriente Medio|Medio Oriente|Oriente Próximo|Cercano Oriente|Próximo Oriente|Naher Osten|Nahost|Mittlerer Osten|Nahen Osten|Naher und Mittlerer Osten|Médio Oriente|Oriente Médio|Vicino Oriente|Midden-Oosten|Ближний Восток|Близький Схід|Bliski Wschód|Mellanöstern|Midtøsten|Mellemøsten|Orta Doğu|Ortadoğu|الشرق الأوسط|中东|中東|중동|Timur Tengah',
  },
  {
    code: 'x-middle-east-north-africa',
    name: 'Middle East and North Africa',
    parent: '001',
    kind: 'GROUPING',
    members: 'x-middle-east DZ EG LY MA SD TN EH',
    names:
      'MENA|Middle East & N. Africa|Middle East/North Africa|North Africa and the Middle East|Moyen-Orient et Afrique du Nord|Afrique du Nord et Moyen-Orient|Afrique du Nord / Moyen-Orient|Oriente Medio y Norte de África|Oriente Medio y África del Norte|Naher Osten und Nordafrika|Médio Oriente e Norte de África|Oriente Médio e Norte da África|Medio Oriente e Nord Africa',
  },
  {
    code: 'x-asia-pacific',
    name: 'Asia-Pacific',
    parent: '001',
    kind: 'GROUPING',
    members: '030 034 035 009',
    names:
      'Asia Pacific|Asia and the Pacific|Asia & Pacific|Asia and Pacific|APAC|Asie-Pacifique|Asie et Pacifique|Asia-Pacífico|Asia y el Pacífico|Asia y Pacífico|Asien-Pazifik|Asien und Pazifik|Ásia-Pacífico|Ásia e Pacífico|Asia-Pacifico|Asia e Pacifico',
  },
  {
    code: 'x-former-soviet-union',
    name: 'Russia and the former Soviet Union',
    parent: '001',
    kind: 'GROUPING',
    members: 'AM AZ BY EE GE KG KZ LT LV MD RU TJ TM UA UZ',
    names:
      'Russia and FSU|Russia & FSU|FSU|Former Soviet Union|Post-Soviet states|Russia and CIS|Ex-URSS|Ancienne Union soviétique|Antigua Unión Soviética|Ehemalige Sowjetunion|Antiga União Soviética|Ex Unione Sovietica|Russie et ex-URSS|Rusia y ex-URSS',
  },
  {
    code: 'x-balkans',
    name: 'Balkans',
    parent: '150',
    kind: 'GROUPING',
    members: 'AL BA BG GR HR ME MK RO RS SI XK',
    names:
      'Western Balkans|Balkan|Les Balkans|Los Balcanes|Balcanes|Balcani|Bálcãs|Balcãs|Westbalkan|Southeastern Europe|South-East Europe|Südosteuropa',
  },
  {
    code: 'x-caucasus',
    name: 'South Caucasus',
    parent: '145',
    kind: 'GROUPING',
    members: 'AM AZ GE',
    names: 'Caucasus|Caucase|Cáucaso|Kaukasus|Caucaso|Transcaucasia|Südkaukasus|Caucase du Sud',
  },
  {
    code: 'x-nordic-countries',
    name: 'Nordic countries',
    parent: '154',
    kind: 'GROUPING',
    members: 'AX DK FI FO GL IS NO SE SJ',
    names: 'Nordics|Pays nordiques|Países nórdicos|Nordische Länder|Norden|Paesi nordici',
  },
  {
    code: 'x-scandinavia',
    name: 'Scandinavia',
    parent: 'x-nordic-countries',
    kind: 'GROUPING',
    members: 'DK NO SE',
    names: 'Scandinavie|Escandinavia|Skandinavien|Escandinávia',
  },
  {
    code: 'x-baltic-states',
    name: 'Baltic states',
    parent: '154',
    kind: 'GROUPING',
    members: 'EE LT LV',
    names: 'Baltics|Baltic countries|The Baltic|Pays baltes|Países bálticos|Baltikum|Paesi baltici',
  },
  { code: 'x-benelux', name: 'Benelux', parent: '155', kind: 'GROUPING', members: 'BE LU NL', names: '' },
  {
    code: 'x-gulf-states',
    name: 'Gulf states',
    parent: '145',
    kind: 'GROUPING',
    members: 'AE BH KW OM QA SA',
    names:
      'GCC|Persian Gulf|Arabian Gulf|The Gulf|Pays du Golfe|Países del Golfo|Golfstaaten|Paesi del Golfo',
  },
  {
    code: 'x-maghreb',
    name: 'Maghreb',
    parent: '015',
    kind: 'GROUPING',
    members: 'DZ EH LY MA MR TN',
    names: 'Magreb|Magrebe',
  },
  {
    code: 'x-sahel',
    name: 'Sahel',
    parent: '002',
    kind: 'GROUPING',
    members: 'BF ML MR NE TD',
    names: 'Sahelzone|Sahara-Sahel',
  },
  {
    code: 'x-horn-of-africa',
    name: 'Horn of Africa',
    parent: '014',
    kind: 'GROUPING',
    members: 'DJ ER ET SO',
    names: "Corne de l'Afrique|Cuerno de África|Horn von Afrika|Corno de África|Corno d'Africa",
  },
  {
    code: 'x-arab-world',
    name: 'Arab world',
    parent: '001',
    kind: 'GROUPING',
    members: 'AE BH DJ DZ EG IQ JO KM KW LB LY MA MR OM PS QA SA SD SO SY TN YE',
    names: 'Monde arabe|Mundo árabe|Arabische Welt|Mondo arabo|Arab countries',
  },
  {
    code: 'x-korean-peninsula',
    name: 'Korean Peninsula',
    parent: '030',
    kind: 'GROUPING',
    members: 'KP KR',
    names: 'Koreas|The Koreas|Péninsule coréenne|Península coreana|Koreanische Halbinsel',
  },
  {
    code: 'x-gaza-strip',
    name: 'Gaza Strip',
    parent: 'PS',
    kind: 'PLACE',
    members: '',
    names:
      'Gaza|Bande de Gaza|Franja de Gaza|Gazastreifen|Gaza-Streifen|Faixa de Gaza|Striscia di Gaza|قطاع غزة|غزة',
  },
  {
    code: 'x-west-bank',
    name: 'West Bank',
    parent: 'PS',
    kind: 'PLACE',
    members: '',
    names: 'Cisjordanie|Cisjordania|Westjordanland|Cisjordânia|Occupied West Bank|الضفة الغربية',
  },
  {
    code: 'GB-ENG',
    name: 'England',
    parent: 'GB',
    kind: 'PLACE',
    members: '',
    names: 'Angleterre|Inglaterra|Inghilterra',
  },
  {
    code: 'GB-NIR',
    name: 'Northern Ireland',
    parent: 'GB',
    kind: 'PLACE',
    members: '',
    names: 'Irlande du Nord|Irlanda del Norte|Nordirland|Irlanda do Norte|Irlanda del Nord',
  },
  {
    code: 'GB-SCT',
    name: 'Scotland',
    parent: 'GB',
    kind: 'PLACE',
    members: '',
    names: 'Écosse|Escocia|Schottland|Escócia|Scozia',
  },
  {
    code: 'GB-WLS',
    name: 'Wales',
    parent: 'GB',
    kind: 'PLACE',
    members: '',
    names: 'Pays de Galles|Gales|País de Gales|Galles',
  },
];

/**
 * Usual names that CLDR does not list: code | names. Short forms, names before a renaming, ISO 3166 and UN formal names.
 */
export const REGION_ALIASES: readonly string[] = [
  '001|Global|Worldwide|The Globe|Monde|Mundo|Welt|Mondo',
  '011|West Africa',
  '014|East Africa',
  '015|North Africa|Afrique du Nord|África del Norte|Norte de África|Nordafrika|Nord Africa',
  '017|Central Africa',
  '030|East Asia|Far East|Northeast Asia|Extrême-Orient|Lejano Oriente|Ferner Osten',
  '034|South Asia|Indian subcontinent',
  '035|South East Asia|South-Eastern Asia|Southeast Asia',
  '053|Australia and New Zealand|Australia & New Zealand|Australia/New Zealand',
  '009|Pacific|South Pacific|Pacific Islands|Oceania and the Pacific',
  '019|The Americas|Las Américas|Les Amériques',
  '029|The Caribbean|West Indies|Antilles|Caraïbes|Karibik|Caribe|Caraibi',
  '143|Central Asia',
  '145|West Asia|Southwest Asia|South-West Asia',
  '150|Continental Europe',
  '154|North Europe',
  '202|Subsaharan Africa|Africa South of the Sahara|Black Africa|Afrique subsaharienne|Afrique noire|África subsahariana|Subsahara-Afrika|África subsaariana|Africa subsahariana',
  '419|Latin America|Latin America & Caribbean|Latin America and Caribbean|Latin America/Caribbean|LatAm|Central and South America|Amérique latine et Caraïbes|Amérique latine et les Caraïbes|América Latina y el Caribe|América Latina y Caribe|Latinoamérica|Iberoamérica|Lateinamerika und Karibik|Lateinamerika und die Karibik|América Latina e Caribe|América Latina e Caraíbas|America Latina e Caraibi|Λατινική Αμερική',
  'AE|UAE|U.A.E.|Emirates|Emirati|EAU|VAE',
  'BA|Bosnia|Bosnie|Bosnien|BiH',
  'BN|Brunei Darussalam',
  'BO|Plurinational State of Bolivia|Bolivia (Plurinational State of)',
  'BY|Byelorussia|Biélorussie|Bielorrusia|Weißrussland|Weissrussland|Bielorrússia|Bielorussia',
  'CD|DRC|DR Congo|D.R. Congo|D.R.C.|Congo-Kinshasa|Congo (Kinshasa)|Congo, DR|Congo, Democratic Republic|Congo, Dem. Rep.|Democratic Republic of Congo|Democratic Republic of the Congo|Dem. Rep. Congo|Congo (DRC)|Zaire|RDC|RD Congo|R.D. Congo|République démocratique du Congo|República Democrática del Congo|Demokratische Republik Kongo|DR Kongo|República Democrática do Congo|Repubblica Democratica del Congo',
  'CF|CAR|Central African Rep.|RCA|Centrafrique',
  'CG|Congo-Brazzaville|Congo (Brazzaville)|Congo, Republic|Republic of Congo|Republic of the Congo|Congo, Rep.|République du Congo|República del Congo|Republik Kongo|República do Congo|Repubblica del Congo',
  'CI|Ivory Coast|Cote dIvoire|Cote d Ivoire|République de Côte d’Ivoire|Costa de Marfil|Elfenbeinküste|Costa do Marfim|Costa d’Avorio',
  "CN|PRC|People's Republic of China|Mainland China|Communist China|Chine populaire",
  'CV|Cabo Verde|Cape Verde Islands',
  'CZ|Czech Republic|Czech Rep.|République tchèque|República Checa|Tschechische Republik|Repubblica Ceca',
  'DE|Federal Republic of Germany|BRD|RFA',
  'DO|Dominican Rep.',
  'EU|EU|E.U.|European Union|Union européenne|UE|Unión Europea|Europäische Union|União Europeia|Unione europea|EU27',
  'EZ|Euro area|Euro zone|Euroland|Zone euro|Zona euro|Eurozona|Euroraum',
  'FK|Falklands|Malvinas|Islas Malvinas|The Malvinas',
  'FM|Federated States of Micronesia|Micronesia',
  'GB|UK|U.K.|Great Britain|Britain|United Kingdom of Great Britain and Northern Ireland|G.B.|Grande-Bretagne|Gran Bretaña|Großbritannien|Grossbritannien|Grã-Bretanha|Gran Bretagna|Groot-Brittannië|Великобритания',
  'GE|Republic of Georgia|Georgia (country)',
  'GM|The Gambia|Republic of the Gambia',
  'GN|Guinea-Conakry|Republic of Guinea|Guinée-Conakry|Guinea Conakry',
  'GW|Guinea Bissau',
  'HK|Hongkong|Hong Kong, China',
  'IE|Republic of Ireland|Eire',
  'IR|Islamic Republic of Iran|Persia',
  'KG|Kyrgyz Republic|Kirghizia',
  'KN|St. Kitts|St Kitts and Nevis',
  "KP|DPRK|D.P.R.K.|N. Korea|Democratic People's Republic of Korea|Korea (North)|Korea, DPR|Korea, Dem. People's Rep.|Nordkorea|Corée du Nord",
  'KR|ROK|S. Korea|Republic of Korea|Korea (South)|Korea, Rep.|Südkorea|Corée du Sud',
  'KP|Korea, North',
  'KR|Korea, South',
  "LA|Lao PDR|Lao P.D.R.|Lao People's Democratic Republic",
  'LC|St Lucia',
  'LY|Libyan Arab Jamahiriya|State of Libya',
  'MD|Republic of Moldova|Moldavia',
  'MK|Macedonia|FYROM|F.Y.R.O.M.|Former Yugoslav Republic of Macedonia|Republic of North Macedonia|Macédoine|Mazedonien|Macedónia|Macedônia',
  'MM|Burma|Birmanie|Birmania|Birma|Birmânia|Mianmar',
  'MO|Macau',
  'NL|Holland|Hollande|Holanda|Olanda|Niederlande|The Netherlands|Kingdom of the Netherlands',
  'PG|PNG',
  'PS|Palestinian Territories|Occupied Palestinian Territory|Occupied Palestinian Territories|State of Palestine|OPT|Territoires palestiniens|Territorios palestinos|Palästina|Palestina|Territórios palestinos|Gaza and the West Bank|West Bank and Gaza|West Bank and Gaza Strip',
  'RU|Russian Federation|Fédération de Russie|Federación de Rusia|Russische Föderation|Federação Russa|Federazione Russa',
  'SA|KSA|K.S.A.|Kingdom of Saudi Arabia|Saudi',
  'SS|South Sudan',
  'ST|Sao Tome|São Tomé',
  'SY|Syrian Arab Republic',
  'SZ|Swaziland|Kingdom of Eswatini',
  'TL|East Timor|Timor Leste|Timor oriental|Osttimor',
  'TR|Turkey|Turkiye|Republic of Turkey|Turquie|Turquía|Türkei|Turquia|Turchia',
  'TT|Trinidad|Trinidad & Tobago',
  'TW|Taiwan, Province of China|Republic of China|Chinese Taipei|Formosa|Taiwan (China)',
  'TZ|United Republic of Tanzania',
  'UN|UN|U.N.|United Nations|Nations unies|ONU|Naciones Unidas|Vereinte Nationen|Nações Unidas|Nazioni Unite',
  'US|US|U.S.|USA|U.S.A.|United States|United States of America|États-Unis d’Amérique|Etats Unis|EE. UU.|EE.UU.|EEUU|EUA|E.U.A.|Estados Unidos de América|Vereinigte Staaten von Amerika|Estados Unidos da América|Stati Uniti d’America|США|Соединенные Штаты|米国|アメリカ',
  'VA|Vatican|Holy See|The Vatican|Saint-Siège|Santa Sede|Heiliger Stuhl|Vatikan|Vaticano',
  'VC|St Vincent|Saint Vincent and the Grenadines|St. Vincent and the Grenadines',
  'VE|Bolivarian Republic of Venezuela|Venezuela (Bolivarian Republic of)',
  'VI|US Virgin Islands|USVI',
  'VN|Viet Nam|Socialist Republic of Vietnam',
  'ZA|RSA|Republic of South Africa',
];

/** Names whose meaning hangs on the language they stand in: language | name | code. */
export const REGION_NAMES_BY_LANGUAGE: readonly string[] = ['en|America|US', 'it|America|US'];

/**
 * Names that mean several regions, or a city as often as a country, and so mean none unless the language decides:
 * "Congo" is one of two states, "Korea" too, "Granada" in Spanish a city and Grenada.
 */
export const AMBIGUOUS_REGION_NAMES: readonly string[] = [
  'America',
  'Amerika',
  'Amérique',
  'América',
  'Congo',
  'Kongo',
  'Konga',
  'Korea',
  'Corea',
  'Corée',
  'Coreia',
  'Virgin Islands',
  'Granada',
  'Santa Elena',
  'San Martín',
];
