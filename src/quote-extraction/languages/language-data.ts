/** How a reporting verb may be used. A verb can have several. */
export type CueUse =
  /** Takes a clause with or without its "that", whatever follows: "said the road was closed". */
  | 'BARE'
  /** Takes a clause without "that" when the words after it have a subject and a finite verb: "warned the road would flood". */
  | 'LOOSE'
  /** Takes a clause only behind "that": "stressed that". */
  | 'THAT'
  /** Takes an embedded question: "asked whether", "explained why". */
  | 'WH'
  /** Takes the hearer as its first object: "told reporters that". */
  | 'HEARER'
  /** Puts a name on something: "called the plan “reckless”". Only the words in marks are the speaker's. */
  | 'PREDICATE'
  /** Puts a deed on somebody: "accused them of “playing for time”". Used with PREDICATE. */
  | 'ACCUSE'
  /** Its subject never follows it: no one writes "“…”, told Doe". */
  | 'NEVER_INVERTED'
  /** Introduces words in marks and never a clause: "shouted", "continued". */
  | 'MARKS'
  /** Said of texts, not of people: "the letter reads". */
  | 'TEXT';

/** One reporting verb. Forms are parted by spaces, lower case. */
export interface CueVerb {
  readonly finite: string;
  /** Past participle, for "has said", "was told", "a dit". */
  readonly participle: string;
  /** "saying", "adding": a cue that hangs on another clause. */
  readonly gerund: string;
  readonly infinitive: string;
  readonly uses: readonly CueUse[];
}

/**
 * What the stages need to know of a language. Word lists are parted by spaces; a phrase inside a list is joined by `_`.
 *
 * A language is added by writing one such record: no stage names a language.
 */
export interface LanguageData {
  /** BCP 47 primary subtag. */
  readonly language: string;
  /** Are common nouns written with a capital, as in German? Then a capital makes no name by itself. */
  readonly capitalNouns: boolean;
  /** Does a comma stand before "that" and before a reported clause, as in German? */
  readonly commaBeforeThat: boolean;
  /** May a verb stand without its subject ("añadió")? Then whoever spoke last goes on. */
  readonly dropsSubject: boolean;
  /** "se", "s'": stand before a verb and are no subject. */
  readonly reflexives: string;
  /** Words that lose their vowel before another and stand apart from it: "qu'", "l'". */
  readonly elidedWords: string;
  /** Pronouns hung on a verb by a hyphen: "-t-il". */
  readonly verbClitics: string;
  /** Short frequent words that tell this language from the others. */
  readonly telling: string;
  readonly cueVerbs: readonly CueVerb[];
  /** Does a verb's bare form go with plural subjects only, as in English? Then "the proxy state" reports nothing. */
  readonly bareFormsArePlural: boolean;
  /** "that", "que", "dass". */
  readonly complementisers: string;
  /** "whether", "why": open an embedded question. */
  readonly questionWords: string;
  /** "according to", "selon": the source follows. */
  readonly sourcePhrases: string;
  /** What may follow a source phrase without being a source: "plan", "schedule". */
  readonly sourceExceptions: string;
  /** "in the words of": marks follow the source. */
  readonly wordsOf: string;
  /** Before what else the speaker did: ", in addition to calling for". */
  readonly additions: string;
  /** Nouns that carry a reported clause: "claim", "allegation". */
  readonly speechNouns: string;
  /** Texts that speak: "letter", "statement", "report". */
  readonly textNouns: string;
  /** "made", "issued" before a noun of speech. */
  readonly lightVerbs: string;
  readonly auxiliaries: string;
  /** Helpers of a past that reported speech would shift ("did"). */
  readonly plainPasts: string;
  /** Forms of "be" that make a passive with a participle. */
  readonly passives: string;
  readonly modals: string;
  readonly negations: string;
  /** "declined", "refused", "failed": no speech follows. */
  readonly refusals: string;
  /** "denied" before a participle: "denied saying that". */
  readonly denials: string;
  /** "only" of "would say only that". */
  readonly exclusives: string;
  /** "if", "unless": a hypothesis follows. */
  readonly conditionals: string;
  readonly pronouns: {
    readonly male: string;
    readonly female: string;
    readonly plural: string;
    readonly neuter: string;
    readonly first: string;
    /** "one", "some", "others": somebody, not named. */
    readonly indefinite: string;
    /** Said of whoever was named last, whatever the gender. */
    readonly any: string;
  };
  /** "to" before an infinitive. */
  readonly infinitiveMarks: string;
  /** "as" of "quoted as saying" and "as Doe put it". */
  readonly asWords: string;
  /** "quoted", "cited" before "as saying". */
  readonly quotedWords: string;
  readonly relatives: string;
  /** Possessives with the gender of the owner where the language shows it. */
  readonly possessives: string;
  readonly determiners: string;
  readonly definiteArticles: string;
  /** "people said yes, others said no": an answer is no clause. */
  readonly answers: string;
  /** Before a figure that is not exact: "about 1,400 tonnes". */
  readonly approximators: string;
  readonly prepositions: string;
  /** Between a verb of speech and what it is about: "warned of “…”", "spoke against “…”". */
  readonly aboutPrepositions: string;
  /** Between praise or blame and its reason: "praised her for “…”". */
  readonly reasonPrepositions: string;
  /** Prepositions that hang on a noun: "a spokesman for the ministry". */
  readonly nounPrepositions: string;
  /** "with" of "with Doe saying". */
  readonly withWords: string;
  /** "published" of "a report published on Monday by"; whoever has seen a text is not its author. */
  readonly authorVerbs: string;
  /** Before the author of a text: "a letter from", "a report by". */
  readonly authorPrepositions: string;
  readonly coordinators: string;
  /** "but", "yet": what follows is set against the reported clause. */
  readonly adversatives: string;
  readonly subordinators: string;
  readonly adverbs: string;
  /** Endings that make an adverb of manner: "-ly". */
  readonly adverbEndings: string;
  /** "by" of the passive. */
  readonly agents: string;
  /** Finite forms of common verbs that no ending gives away. */
  readonly finiteVerbs: string;
  readonly finiteEndings: string;
  /** Third person of the present: "-s". */
  readonly presentEndings: string;
  readonly participleEndings: string;
  /** Participles without such an ending. */
  readonly participles: string;
  /** "-ist": whoever bears it is a person. */
  readonly personEndings: string;
  /** "-ing": a participle that opens an adjunct. */
  readonly gerundEndings: string;
  /** Thinking and feeling: what follows was not said. */
  readonly thoughtVerbs: string;
  /** "Mr", "Dr": address a person and tell no office. */
  readonly honorifics: string;
  /** "Mr", "Ms", "President": stand before a name and are no part of it. */
  readonly titles: { readonly male: string; readonly female: string; readonly any: string };
  /** Nouns for one person, by gender: "spokeswoman", "minister". */
  readonly personNouns: { readonly male: string; readonly female: string; readonly any: string };
  /** "man", "woman": behind "the", whoever was spoken of. */
  readonly genericNouns: string;
  /** Nouns for several people: "officials", "residents". */
  readonly groupNouns: string;
  /** Nouns for bodies that speak, also as the last word of their names: "ministry", "council". */
  readonly bodyNouns: string;
  /** Those that stand for a body named before ("the company"); "the police" does not. */
  readonly anaphoricBodyNouns: string;
  /** Small words inside a person's name: "van", "de", "al". */
  readonly particles: string;
  /** Small words inside a body's name: "of", "for", "and". */
  readonly bodyLinks: string;
  /** January to December, then other spellings. */
  readonly months: string;
  /** Those other spellings, with the number of the month. */
  readonly shortMonths: Readonly<Record<string, number>>;
  /** Monday to Sunday. */
  readonly weekdays: string;
  /** "yesterday", "today": told from the day of publication, in days. */
  readonly dayWords: Readonly<Record<string, number>>;
  /** "morning", "night" behind a day. */
  readonly dayParts: string;
  /** "last", "past": an earlier week or month. */
  readonly pastWords: string;
  /** Prepositions before a day. */
  readonly dayPrepositions: string;
  /** "words", "spoken": a sentence with one tells of speech. */
  readonly spokenWords: string;
  /** "during", "at": before an occasion. */
  readonly occasionPrepositions: string;
  /** Nouns for occasions of speech: "meeting", "interview". */
  readonly occasionNouns: string;
  /** Written with a full stop that ends no sentence: "mr", "jan". */
  readonly abbreviations: string;
  /** Letters that stand where an apostrophe would, at a word's start: "'tis". */
  readonly elisions: string;
  /** "so-called", "nicknamed", "dubbed": what follows in marks is a term, not speech. */
  readonly termWords: string;
  /** "novel", "song", "signs", "named": what follows in marks is a title or an inscription. */
  readonly workNouns: string;
  /** "reading", "bearing": an inscription follows. */
  readonly inscriptionWords: string;
  /** What a heading may say before a colon without being a speaker: "live", "video". */
  readonly headingLabels: string;
  readonly questionLabels: string;
  readonly answerLabels: string;
  /** "emphasis added": an editor's note. */
  readonly emphasisNotes: string;
  readonly captionLabels: string;
  /** Country, nation and city names that may stand before a person's name. */
  readonly places: string;
}
