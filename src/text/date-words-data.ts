/** Month names and abbreviations, lower case without dots, in English, French, Spanish, German, Portuguese, Italian. */
const MONTH_NAMES: readonly string[] = [
  'january jan janvier janv enero ene januar jänner jän janeiro gennaio gen',
  'february feb février fév févr fevrier febrero februar feber fevereiro fev febbraio febb',
  'march mar mars marzo märz mär mrz maerz março',
  'april apr avril avr abril abr aprile',
  'may mai mayo maio maggio mag',
  'june jun juin junio juni junho giugno giu',
  'july jul juillet juil julio juli julho luglio lug',
  'august aug août aout agosto ago',
  'september sept sep septembre septiembre setiembre set setembro settembre sett',
  'october oct octobre octubre oktober okt outubro out ottobre ott',
  'november nov novembre noviembre novembro',
  'december dec décembre déc decembre diciembre dic dezember dez dezembro dicembre',
];

/** Lower-case month word to its number, 1 to 12. No word stands for two months in these languages. */
export const MONTH_BY_NAME: ReadonlyMap<string, number> = new Map(
  MONTH_NAMES.flatMap((names, at) => names.split(' ').map((name) => [name, at + 1] as const)),
);

/** Words that may stand in a printed date without changing it: weekdays, articles, prepositions, "published on". */
export const DATE_FILLERS: ReadonlySet<string> = new Set(
  [
    'monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun',
    'lundi mardi mercredi jeudi vendredi samedi dimanche lun mer jeu ven sam dim',
    'lunes martes miércoles miercoles jueves viernes sábado sabado domingo mié vie sáb',
    'montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so',
    'segunda-feira terça-feira quarta-feira quinta-feira sexta-feira seg ter qua qui sex',
    'lunedì martedì mercoledì giovedì venerdì lunedi martedi mercoledi giovedi venerdi gio sab dom',
    'on at the of le el il la las les al alle ore um uhr den der am vom de del di du à a às as em o of hs hrs',
    'published posted date publié publie publiée publicado publicada veröffentlicht pubblicato pubblicata erschienen',
    'y e et und and',
  ].flatMap((words) => words.split(' ')),
);

/** Minutes east of UTC of zone abbreviations with one meaning in news and in RFC 2822. */
export const ZONE_OFFSETS: ReadonlyMap<string, number> = new Map([
  ['z', 0],
  ['ut', 0],
  ['utc', 0],
  ['gmt', 0],
  ['wet', 0],
  ['west', 60],
  ['bst', 60],
  ['cet', 60],
  ['mez', 60],
  ['cest', 120],
  ['mesz', 120],
  ['sast', 120],
  ['eet', 120],
  ['eest', 180],
  ['msk', 180],
  ['hkt', 480],
  ['sgt', 480],
  ['awst', 480],
  ['jst', 540],
  ['kst', 540],
  ['aest', 600],
  ['aedt', 660],
  ['nzst', 720],
  ['nzdt', 780],
  ['brt', -180],
  ['ast', -240],
  ['adt', -180],
  ['est', -300],
  ['edt', -240],
  ['cst', -360],
  ['cdt', -300],
  ['mst', -420],
  ['mdt', -360],
  ['pst', -480],
  ['pdt', -420],
  ['akst', -540],
  ['hst', -600],
]);

/** Zones whose offset depends on the day, by the name that newspapers print. */
export const DAYLIGHT_ZONES: ReadonlyMap<string, string> = new Map([
  ['et', 'America/New_York'],
  ['ct', 'America/Chicago'],
  ['mt', 'America/Denver'],
  ['pt', 'America/Los_Angeles'],
]);

/** Zone names with several meanings: the time is kept, the zone is not guessed. */
export const AMBIGUOUS_ZONES: ReadonlySet<string> = new Set(['ist', 'pkt', 'art', 'local', 'time']);
