import type { LanguageData } from './language-data.ts';

/** German of news writing. */
export const GERMAN: LanguageData = {
  language: 'de',
  capitalNouns: true,
  commaBeforeThat: true,
  dropsSubject: false,
  reflexives: 'sich',
  elidedWords: '',
  verbClitics: '',
  telling: 'der die das und den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden',
  cueVerbs: [
    {
      finite: 'sagt sagen sagte sagten',
      participle: 'gesagt',
      gerund: 'sagend',
      infinitive: 'sagen',
      uses: ['BARE', 'WH'],
    },
    {
      finite: 'erklärt erklären erklärte erklärten',
      participle: 'erklärt',
      gerund: 'erklärend',
      infinitive: 'erklären',
      uses: ['LOOSE', 'WH'],
    },
    {
      finite: 'teilte teilten',
      participle: 'mitgeteilt',
      gerund: 'mitteilend',
      infinitive: 'mitteilen',
      uses: ['LOOSE'],
    },
    {
      finite: 'betont betonen betonte betonten',
      participle: 'betont',
      gerund: 'betonend',
      infinitive: 'betonen',
      uses: ['LOOSE'],
    },
    {
      finite: 'behauptet behaupten behauptete behaupteten',
      participle: 'behauptet',
      gerund: '',
      infinitive: 'behaupten',
      uses: ['LOOSE'],
    },
    {
      finite: 'berichtet berichten berichtete berichteten',
      participle: 'berichtet',
      gerund: '',
      infinitive: 'berichten',
      uses: ['LOOSE', 'WH'],
    },
    {
      finite: 'meint meinen meinte meinten',
      participle: 'gemeint',
      gerund: '',
      infinitive: 'meinen',
      uses: ['LOOSE'],
    },
    {
      finite: 'antwortet antworten antwortete antworteten',
      participle: 'geantwortet',
      gerund: '',
      infinitive: 'antworten',
      uses: ['LOOSE'],
    },
    {
      finite: 'fragt fragen fragte fragten',
      participle: 'gefragt',
      gerund: '',
      infinitive: 'fragen',
      uses: ['WH'],
    },
    {
      finite: 'kündigte kündigten',
      participle: 'angekündigt',
      gerund: '',
      infinitive: 'ankündigen',
      uses: ['LOOSE'],
    },
    {
      finite: 'warnt warnen warnte warnten',
      participle: 'gewarnt',
      gerund: '',
      infinitive: 'warnen',
      uses: ['LOOSE'],
    },
    {
      finite: 'bestätigt bestätigen bestätigte bestätigten',
      participle: 'bestätigt',
      gerund: '',
      infinitive: 'bestätigen',
      uses: ['LOOSE'],
    },
    {
      finite: 'versichert versichern versicherte versicherten',
      participle: 'versichert',
      gerund: '',
      infinitive: 'versichern',
      uses: ['LOOSE'],
    },
    {
      finite: 'erzählt erzählen erzählte erzählten',
      participle: 'erzählt',
      gerund: '',
      infinitive: 'erzählen',
      uses: ['LOOSE', 'WH'],
    },
    {
      finite: 'fügte fügten',
      participle: 'hinzugefügt',
      gerund: '',
      infinitive: 'hinzufügen',
      uses: ['MARKS'],
    },
    {
      finite: 'ergänzt ergänzte ergänzten',
      participle: 'ergänzt',
      gerund: '',
      infinitive: 'ergänzen',
      uses: ['LOOSE'],
    },
    {
      finite: 'schreibt schreiben schrieb schrieben',
      participle: 'geschrieben',
      gerund: '',
      infinitive: 'schreiben',
      uses: ['LOOSE'],
    },
    {
      finite: 'räumte räumten',
      participle: 'eingeräumt',
      gerund: '',
      infinitive: 'einräumen',
      uses: ['LOOSE'],
    },
    {
      finite: 'verspricht versprach versprachen',
      participle: 'versprochen',
      gerund: '',
      infinitive: 'versprechen',
      uses: ['LOOSE'],
    },
    {
      finite: 'fordert fordern forderte forderten',
      participle: 'gefordert',
      gerund: '',
      infinitive: 'fordern',
      uses: ['LOOSE'],
    },
    {
      finite: 'kritisiert kritisieren kritisierte kritisierten',
      participle: 'kritisiert',
      gerund: '',
      infinitive: 'kritisieren',
      uses: ['THAT'],
    },
    { finite: 'gibt gab gaben', participle: '', gerund: '', infinitive: 'geben', uses: ['MARKS'] },
    {
      finite: 'erinnert erinnerte',
      participle: 'erinnert',
      gerund: '',
      infinitive: 'erinnern',
      uses: ['LOOSE'],
    },
    { finite: 'ruft rief riefen', participle: 'gerufen', gerund: '', infinitive: 'rufen', uses: ['MARKS'] },
    { finite: 'flüsterte', participle: 'geflüstert', gerund: '', infinitive: 'flüstern', uses: ['MARKS'] },
    { finite: 'lobte lobt', participle: 'gelobt', gerund: '', infinitive: 'loben', uses: ['MARKS'] },
    { finite: 'scherzte', participle: 'gescherzt', gerund: '', infinitive: 'scherzen', uses: ['MARKS'] },
    {
      finite: 'bezeichnete bezeichneten bezeichnet nannte nannten nennt',
      participle: 'bezeichnet genannt',
      gerund: '',
      infinitive: 'bezeichnen nennen',
      uses: ['PREDICATE'],
    },
  ],
  bareFormsArePlural: false,
  complementisers: 'dass daß',
  questionWords: 'ob warum wie wann wo weshalb',
  sourcePhrases:
    'laut nach_angaben_von nach_angaben_der nach_angaben_des nach_den_worten_von nach_auskunft_von nach_auskunft_der',
  sourceExceptions: 'plan gesetz',
  wordsOf: 'mit_den_worten_von',
  additions: 'außer',
  speechNouns: 'behauptung erklärung aussage ankündigung warnung',
  textNouns: 'mitteilung brief bericht studie umfrage dokument nachricht text buch artikel erklärung',
  lightVerbs: 'gab',
  auxiliaries:
    'ist sind war waren hat haben hatte hatten werde wird werden wurde wurden sei seien habe hätte hätten würde würden worden ' +
    'gewesen',
  plainPasts: '',
  passives: 'wurde wurden worden',
  modals:
    'kann können konnte konnten muss müssen musste soll sollen sollte will wollen wollte darf dürfen durfte könnte könnten ' +
    'müsse müsste solle wolle dürfe',
  negations: 'nicht nie niemals kein keine keiner niemand',
  refusals: 'weigerte verweigerte',
  denials: 'bestritt leugnete',
  exclusives: 'nur lediglich',
  conditionals: 'wenn falls',
  pronouns: {
    male: 'er ihm ihn',
    female: 'ihr',
    plural: '',
    neuter: 'es',
    first: 'ich wir uns',
    indefinite: 'man einige viele manche jemand',
    any: 'sie',
  },
  infinitiveMarks: 'zu',
  asWords: 'als wie',
  quotedWords: 'zitiert',
  relatives: 'der die das welcher welche',
  possessives: 'sein seine seinem seinen seiner ihre ihrem ihren ihrer unser unsere',
  determiners:
    'der die das den dem des ein eine einen einem einer eines dieser diese dieses diesen diesem sein seine seinem seinen ' +
    'seiner ihr ihre ihrem ihren ihrer zwei drei viele alle im am zum zur vom beim',
  definiteArticles: 'der die das den dem des dieser diese dieses',
  answers: 'ja nein',
  approximators: 'rund etwa ungefähr knapp über fast',
  aboutPrepositions: 'vor von über gegen',
  reasonPrepositions: 'für',
  prepositions:
    'in im an am auf aus bei beim mit nach von vom zu zum zur für über unter vor hinter neben zwischen durch gegen ohne um ' +
    'während wegen trotz seit bis laut',
  nounPrepositions: 'von vom der des für aus in im bei',
  withWords: 'mit',
  authorVerbs: 'veröffentlicht',
  authorPrepositions: 'von vom des der',
  coordinators: 'und oder aber sondern',
  adversatives: 'aber doch jedoch während',
  subordinators: 'wenn als weil obwohl während nachdem bevor dass da ob sobald',
  adverbs:
    'auch noch schon gestern heute morgen dann danach zudem außerdem bereits nur immer wieder so dabei damit jedoch ' +
    'dagegen hingegen zuvor später am mit an hinzu ein weiter',
  adverbEndings: 'weise',
  agents: 'von vom durch',
  finiteVerbs:
    'ist sind war waren hat haben hatte hatten wird werden wurde wurden sei seien habe hätte würde kann können konnte muss ' +
    'müssen soll sollen will wollen gibt gebe gab kommt kommen kam ging geht gehen steht stehen stand bleibt bleiben blieb ' +
    'müsse solle wolle könne dürfe liegt lag',
  finiteEndings: 'te ten',
  presentEndings: 't en',
  participleEndings: '',
  participles: '',
  personEndings: 'forscher forscherin sprecher sprecherin leiter leiterin minister ministerin',
  gerundEndings: 'end',
  thoughtVerbs:
    'glaubt glauben glaubte denkt denken dachte hofft hoffen hoffte fürchtet weiß wissen will wollen',
  honorifics: 'herr herrn frau dr prof',
  titles: {
    male:
      'herr könig prinz präsident minister bürgermeister kanzler bundeskanzler ministerpräsident bundespräsident ' +
      'innenminister außenminister finanzminister richter polizeisprecher sprecher trainer chef direktor landrat ' +
      'staatsanwalt professor',
    female:
      'frau königin prinzessin präsidentin ministerin bürgermeisterin kanzlerin bundeskanzlerin ministerpräsidentin ' +
      'bundespräsidentin innenministerin außenministerin finanzministerin richterin polizeisprecherin sprecherin trainerin ' +
      'chefin direktorin landrätin staatsanwältin professorin',
    any: 'dr prof general oberst papst bischof abgeordnete abgeordneter senator',
  },
  personNouns: {
    male:
      'mann junge vater ehemann bruder sohn anwalt direktor präsident minister nachbar forscher landwirt trainer ' +
      'bürgermeister spieler arbeiter lehrer sprecher leiter chef vorsitzender richter schüler autor arzt zeuge',
    female:
      'frau mädchen mutter ehefrau schwester tochter anwältin direktorin präsidentin ministerin nachbarin forscherin ' +
      'landwirtin trainerin bürgermeisterin spielerin arbeiterin lehrerin sprecherin leiterin chefin vorsitzende richterin ' +
      'schülerin autorin ärztin zeugin',
    any: 'experte expertin abgeordnete abgeordneter bewohner politiker',
  },
  genericNouns: 'mann frau',
  groupNouns:
    'behörden experten anwohner gewerkschaften ärzte forscher zeugen ermittler polizisten demonstranten landwirte eltern ' +
    'beamte kritiker',
  bodyNouns:
    'ministerium rat kommission ausschuss gericht parlament regierung polizei agentur behörde gesellschaft unternehmen ' +
    'firma bank universität schule krankenhaus verein verband gewerkschaft partei gruppe organisation institut stiftung ' +
    'kirche bundestag bundesrat senat armee bundeswehr zeitung sender club klub stadt staatsanwaltschaft feuerwehr ' +
    'innenministerium außenministerium finanzministerium konzern uno',
  anaphoricBodyNouns:
    'unternehmen firma konzern gruppe organisation verband verein bank gewerkschaft partei behörde stiftung universität museum klinik sender gesellschaft',
  particles: 'von van zu der den de',
  bodyLinks: 'für der des und',
  months: 'januar februar märz april mai juni juli august september oktober november dezember',
  shortMonths: {
    jänner: 1,
  },
  weekdays: 'montag dienstag mittwoch donnerstag freitag samstag sonntag',
  dayWords: {
    heute: 0,
    gestern: -1,
  },
  dayParts: 'morgen abend nachmittag vormittag',
  pastWords: 'letzten vergangenen letzte vergangene',
  dayPrepositions: 'am',
  spokenWords: 'worte rede sprach äußerte interview ansprache',
  occasionPrepositions: 'bei beim während in im auf nach',
  occasionNouns:
    'sitzung interview rede konferenz pressekonferenz debatte anhörung gipfel besuch zeremonie erklärung sendung gespräch ' +
    'brief kundgebung treffen',
  abbreviations: 'dr prof z.b u.a bzw ca nr str st usw d.h hr fr mio mrd',
  elisions: '',
  termWords: 'sogenannte sogenannten sogenannter genannt wort begriff ausdruck titel namens spitznamen',
  workNouns: 'roman buch film lied album stück gedicht gemälde serie essay oper ausstellung',
  inscriptionWords: 'plakat plakate schild schilder transparent transparente banner aufschrift',
  headingLabels: 'video liveticker analyse kommentar meinung interview fußball tennis',
  questionLabels: 'frage f',
  answerLabels: 'antwort a',
  emphasisNotes: 'hervorhebung_hinzugefügt hervorhebung_von_uns',
  captionLabels: 'foto bild',
  places: 'deutschland berlin frankreich österreich schweiz europa usa bayern hamburg münchen',
};
