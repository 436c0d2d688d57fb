import type { LanguageData } from './language-data.ts';

/** Italian of news writing. */
export const ITALIAN: LanguageData = {
  language: 'it',
  capitalNouns: false,
  commaBeforeThat: false,
  dropsSubject: true,
  reflexives: "si s'",
  elidedWords: 'l d dell all nell sull dall un c s quest quell bell sant',
  verbClitics: '',
  telling: 'il la lo gli le di che e in un una per con del della dei delle si non è al alla più sono',
  cueVerbs: [
    {
      finite: 'dice dicono disse dissero diceva',
      participle: 'detto',
      gerund: 'dicendo',
      infinitive: 'dire',
      uses: ['BARE', 'WH'],
    },
    {
      finite: 'afferma affermano affermò',
      participle: 'affermato',
      gerund: 'affermando',
      infinitive: 'affermare',
      uses: ['THAT'],
    },
    {
      finite: 'dichiara dichiarano dichiarò',
      participle: 'dichiarato',
      gerund: 'dichiarando',
      infinitive: 'dichiarare',
      uses: ['THAT'],
    },
    {
      finite: 'spiega spiegano spiegò spiegava',
      participle: 'spiegato',
      gerund: 'spiegando',
      infinitive: 'spiegare',
      uses: ['THAT', 'WH'],
    },
    {
      finite: 'aggiunge aggiungono aggiunse',
      participle: 'aggiunto',
      gerund: 'aggiungendo',
      infinitive: 'aggiungere',
      uses: ['THAT'],
    },
    {
      finite: 'annuncia annunciano annunciò',
      participle: 'annunciato',
      gerund: 'annunciando',
      infinitive: 'annunciare',
      uses: ['THAT'],
    },
    {
      finite: 'sostiene sostengono sostenne',
      participle: 'sostenuto',
      gerund: 'sostenendo',
      infinitive: 'sostenere',
      uses: ['THAT'],
    },
    {
      finite: 'assicura assicurano',
      participle: 'assicurato',
      gerund: 'assicurando',
      infinitive: 'assicurare',
      uses: ['THAT'],
    },
    {
      finite: 'sottolinea sottolineano',
      participle: 'sottolineato',
      gerund: 'sottolineando',
      infinitive: 'sottolineare',
      uses: ['THAT'],
    },
    {
      finite: 'risponde rispondono rispose',
      participle: 'risposto',
      gerund: 'rispondendo',
      infinitive: 'rispondere',
      uses: ['THAT'],
    },
    {
      finite: 'chiede chiedono chiese',
      participle: 'chiesto',
      gerund: 'chiedendo',
      infinitive: 'chiedere',
      uses: ['WH'],
    },
    {
      finite: 'riconosce ammette ammettono',
      participle: 'riconosciuto ammesso',
      gerund: 'riconoscendo ammettendo',
      infinitive: 'riconoscere ammettere',
      uses: ['THAT'],
    },
    {
      finite: 'avverte avvertono',
      participle: 'avvertito',
      gerund: 'avvertendo',
      infinitive: 'avvertire',
      uses: ['THAT'],
    },
    {
      finite: 'racconta raccontano raccontò',
      participle: 'raccontato',
      gerund: 'raccontando',
      infinitive: 'raccontare',
      uses: ['THAT', 'WH'],
    },
    {
      finite: 'ricorda ricordano',
      participle: 'ricordato',
      gerund: 'ricordando',
      infinitive: 'ricordare',
      uses: ['THAT'],
    },
    {
      finite: 'conferma confermano',
      participle: 'confermato',
      gerund: 'confermando',
      infinitive: 'confermare',
      uses: ['THAT'],
    },
    { finite: 'nega negano', participle: 'negato', gerund: 'negando', infinitive: 'negare', uses: ['THAT'] },
    {
      finite: 'promette promettono',
      participle: 'promesso',
      gerund: 'promettendo',
      infinitive: 'promettere',
      uses: ['THAT'],
    },
    {
      finite: 'scrive scrivono scrisse',
      participle: 'scritto',
      gerund: 'scrivendo',
      infinitive: 'scrivere',
      uses: ['THAT'],
    },
    {
      finite: 'osserva osservano',
      participle: 'osservato',
      gerund: 'osservando',
      infinitive: 'osservare',
      uses: ['THAT'],
    },
    {
      finite: 'precisa precisano',
      participle: 'precisato',
      gerund: 'precisando',
      infinitive: 'precisare',
      uses: ['THAT'],
    },
    {
      finite: 'ribadisce ribadiscono',
      participle: 'ribadito',
      gerund: 'ribadendo',
      infinitive: 'ribadire',
      uses: ['THAT'],
    },
    {
      finite: 'conclude concludono',
      participle: 'concluso',
      gerund: 'concludendo',
      infinitive: 'concludere',
      uses: ['THAT'],
    },
    {
      finite: 'commenta commentano',
      participle: 'commentato',
      gerund: 'commentando',
      infinitive: 'commentare',
      uses: ['THAT'],
    },
    {
      finite: 'riferisce riferiscono',
      participle: 'riferito',
      gerund: 'riferendo',
      infinitive: 'riferire',
      uses: ['THAT'],
    },
    {
      finite: 'denuncia denunciano',
      participle: 'denunciato',
      gerund: 'denunciando',
      infinitive: 'denunciare',
      uses: ['THAT'],
    },
    {
      finite: 'esclama esclamò',
      participle: 'esclamato',
      gerund: 'esclamando',
      infinitive: 'esclamare',
      uses: ['MARKS'],
    },
    {
      finite: 'prosegue continua',
      participle: 'proseguito continuato',
      gerund: 'proseguendo',
      infinitive: 'proseguire',
      uses: ['MARKS'],
    },
    {
      finite: 'grida gridò',
      participle: 'gridato',
      gerund: 'gridando',
      infinitive: 'gridare',
      uses: ['MARKS'],
    },
    {
      finite: 'scherza',
      participle: 'scherzato',
      gerund: 'scherzando',
      infinitive: 'scherzare',
      uses: ['MARKS'],
    },
    {
      finite: 'definisce definiscono definì',
      participle: 'definito',
      gerund: 'definendo',
      infinitive: 'definire',
      uses: ['PREDICATE'],
    },
  ],
  bareFormsArePlural: false,
  complementisers: "che ch'",
  questionWords: 'se perché come quando dove quanto',
  sourcePhrases: 'secondo stando_a stando_al stando_alla',
  sourceExceptions: 'piano tradizione',
  wordsOf: 'nelle_parole_di',
  speechNouns: 'affermazione dichiarazione annuncio accusa promessa',
  textNouns: 'comunicato lettera rapporto studio sondaggio documento messaggio testo libro articolo nota',
  lightVerbs: 'fatto',
  auxiliaries:
    'ha hanno aveva avevano ho abbiamo è sono era erano fu furono sarà saranno stato stata stati state',
  passives: 'stato stata stati state viene vengono',
  modals: 'può possono deve devono potrebbe potrebbero dovrebbe dovrebbero',
  negations: 'non mai nessuno nessuna né',
  refusals: 'rifiutato rifiuta evitato',
  denials: 'negato nega',
  exclusives: 'solo soltanto',
  conditionals: 'se qualora',
  pronouns: {
    male: 'lui egli',
    female: 'lei ella',
    plural: 'loro essi',
    neuter: 'esso ciò',
    first: 'io noi',
    indefinite: 'qualcuno alcuni molti',
    any: '',
  },
  infinitiveMarks: '',
  asWords: 'come',
  quotedWords: 'citato',
  relatives: 'chi cui quale',
  possessives: 'suo sua suoi sue loro mio mia nostro nostra',
  determiners:
    "il lo la i gli le l' un uno una un' questo questa questi queste quel quella del dello della dei degli delle dell' al " +
    "allo alla ai agli alle all' nel nella dal dalla sul sulla suo sua suoi sue due tre ogni tutti tutte",
  definiteArticles: "il lo la i gli le l' questo questa",
  prepositions:
    "di del dello della dei degli delle dell' d' a al allo alla ai agli alle all' da dal dalla dall' in nel nella nell' " +
    "con su sul sulla sull' per tra fra senza contro durante dopo prima verso secondo presso",
  nounPrepositions: "di del dello della dei degli delle dell' d' per in",
  withWords: 'con',
  authorPrepositions: "di del della dell' da",
  coordinators: 'e ed o ma',
  adversatives: 'ma mentre sebbene però tuttavia',
  subordinators: 'quando perché sebbene mentre come dove che',
  adverbs: 'anche già ieri oggi domani poi dopo ancora sempre mai così inoltre infine invece non',
  adverbEndings: 'mente',
  agents: 'da dal dalla dall',
  finiteVerbs:
    'è sono era erano fu furono ha hanno aveva avevano sarà saranno sarebbe avrà avranno può possono deve devono va vanno ' +
    'fa fanno fece vuole vogliono resta restano viene vengono sta stanno',
  finiteEndings: 'ava avano eva evano iva ivano erà eranno irà iranno ò arono irono',
  presentEndings: 'a e ano ono',
  participleEndings: 'ato ata ati ate uto uta uti ute ito ita iti ite',
  participles: 'fatto visto scritto letto',
  personEndings: 'ista ologo ologa',
  gerundEndings: 'ando endo',
  thoughtVerbs: 'pensa pensano crede credono spera sperano teme temono sa sanno vuole vogliono',
  honorifics: 'signor signore sig signora don donna dott dottor dottoressa',
  titles: {
    male: 'signor sig don re principe',
    female: 'signora donna regina principessa',
    any:
      'dott dottor dottoressa presidente ministro ministra sindaco sindaca giudice generale colonnello capitano papa vescovo ' +
      'deputato deputata senatore senatrice segretario segretaria direttore direttrice portavoce procuratore procuratrice ' +
      'governatore governatrice professore professoressa premier avvocato',
  },
  personNouns: {
    male:
      'uomo ragazzo padre marito fratello figlio avvocato direttore presidente ministro vicino ricercatore agricoltore ' +
      'allenatore sindaco giocatore operaio maestro pescatore cantante',
    female:
      'donna ragazza madre moglie sorella figlia avvocata direttrice presidentessa ministra vicina ricercatrice agricoltrice ' +
      'allenatrice sindaca giocatrice operaia maestra',
    any:
      'giudice capo portavoce medico medica leader esperto esperta insegnante studente studentessa dirigente senatore ' +
      'senatrice procuratore governatore autore autrice testimone candidato candidata deputato deputata segretario ' +
      'segretaria professore professoressa',
  },
  genericNouns: 'uomo donna',
  groupNouns:
    'autorità esperti residenti sindacati medici ricercatori testimoni pompieri poliziotti manifestanti agricoltori ' +
    'genitori fonti funzionari',
  bodyNouns:
    'ministero consiglio commissione comitato tribunale parlamento governo polizia agenzia autorità società azienda banca ' +
    'università scuola ospedale associazione sindacato federazione partito gruppo organizzazione ufficio istituto ' +
    'fondazione chiesa camera senato esercito giornale quotidiano emittente club comune procura città regione questura ' +
    'prefettura onu',
  anaphoricBodyNouns:
    'azienda società gruppo organizzazione associazione club banca sindacato federazione partito agenzia fondazione università museo ospedale emittente compagnia',
  particles: "de di del della dei degli d' van von lo la",
  bodyLinks: "di del dello della dei degli delle dell' per e",
  months: 'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre',
  shortMonths: {
    gen: 1,
    feb: 2,
    set: 9,
    ott: 10,
    dic: 12,
  },
  weekdays: 'lunedì martedì mercoledì giovedì venerdì sabato domenica',
  dayWords: {
    oggi: 0,
    ieri: -1,
  },
  dayParts: 'mattina sera pomeriggio notte',
  pastWords: 'scorso scorsa ultimo ultima',
  dayPrepositions: 'il',
  spokenWords: 'parole discorso dichiarazioni parlato intervista',
  occasionPrepositions: 'durante in nel alla dopo',
  occasionNouns:
    'riunione intervista discorso conferenza dibattito udienza seduta vertice comizio visita cerimonia comunicato ' +
    'programma messaggio lettera incontro',
  abbreviations: 'sig dott prof avv ing on ecc art n',
  elisions: '',
  termWords:
    'cosiddetto cosiddetta cosiddetti soprannominato soprannominata chiamato chiamata intitolato intitolata denominato ' +
    'parola parole termine espressione',
  workNouns:
    'romanzo libro film canzone album opera poesia quadro serie saggio documentario episodio mostra disco brano',
  inscriptionWords: 'striscione striscioni cartello cartelli manifesto manifesti scritta slogan',
  headingLabels: 'video diretta analisi opinione editoriale intervista calcio tennis',
  questionLabels: 'd domanda',
  answerLabels: 'r risposta',
  emphasisNotes: 'corsivo_nostro enfasi_aggiunta',
  captionLabels: 'foto immagine credito',
  places: 'italia roma milano francia germania spagna svizzera europa napoli torino',
};
