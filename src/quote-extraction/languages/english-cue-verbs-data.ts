import type { CueUse, CueVerb } from './language-data.ts';

/** The forms of a regular verb; spelling rules for -e, -y and the doubled consonant (marked by `+`). */
function regular(marked: string, uses: readonly CueUse[]): CueVerb {
  const doubled = marked.endsWith('+');
  const verb = doubled ? marked.slice(0, -1) : marked;
  const last = verb.at(-1) ?? '';
  const stem = doubled ? verb + last : verb;
  const softY = last === 'y' && !'aeiou'.includes(verb.at(-2) ?? 'a');
  const third = softY ? `${verb.slice(0, -1)}ies` : /(?:s|sh|ch|x|z)$/.test(verb) ? `${verb}es` : `${verb}s`;
  const past = softY ? `${verb.slice(0, -1)}ied` : last === 'e' ? `${verb}d` : `${stem}ed`;
  const gerund = last === 'e' && !verb.endsWith('ee') ? `${verb.slice(0, -1)}ing` : `${stem}ing`;
  return { finite: `${verb} ${third} ${past}`, participle: past, gerund, infinitive: verb, uses };
}

function irregular(finite: string, participle: string, gerund: string, uses: readonly CueUse[]): CueVerb {
  return { finite, participle, gerund, infinitive: finite.split(' ')[0] ?? finite, uses };
}

const each = (words: string, uses: readonly CueUse[]) => words.split(' ').map((word) => regular(word, uses));

/** Reporting verbs of English news writing, by the company they keep. */
export const ENGLISH_CUE_VERBS: readonly CueVerb[] = [
  irregular('say says said', 'said', 'saying', ['BARE', 'WH']),
  irregular('tell tells told', 'told', 'telling', ['BARE', 'WH', 'HEARER', 'NEVER_INVERTED']),
  irregular('write writes wrote', 'written', 'writing', ['LOOSE', 'WH']),
  irregular('swear swears swore', 'sworn', 'swearing', ['THAT']),
  irregular('foretell foretells foretold', 'foretold', 'foretelling', ['LOOSE']),
  irregular('read reads', 'read', 'reading', ['TEXT', 'MARKS']),
  irregular('tweet tweets tweeted', 'tweeted', 'tweeting', ['LOOSE']),
  irregular('begin begins began', 'begun', 'beginning', ['MARKS']),
  irregular('shout shouts shouted', 'shouted', 'shouting', ['THAT']),
  irregular('put puts', 'put', 'putting', ['MARKS']),
  irregular('sing sings sang', 'sung', 'singing', ['MARKS']),
  irregular('go goes went', 'gone', 'going', ['MARKS']),
  irregular('quoth quoth', 'quoth', 'quoting', ['MARKS']),
  ...each(
    'claim state add insist argue assert contend allege maintain estimate explain admit+ acknowledge concede complain ' +
      'mention reply deny observe note warn announce confirm report suggest predict reveal declare boast joke quip+ retort testify conclude ' +
      'reiterate caution counter recall remark comment respond repeat vow pledge promise hint reckon calculate prophesy',
    ['LOOSE', 'WH'],
  ),
  ...each(
    'stress emphasize emphasise underline underscore highlight signal signal+ agree protest charge propose recommend ' +
      'remember recount relate confide disclose point indicate imply certify attest affirm reaffirm profess proclaim pronounce post email blog+ text demand ' +
      'request decree advise reason answer speculate lament rule specify clarify elaborate intimate divulge opine muse moan grumble ' +
      'tout bemoan confess exclaim theorize theorise hypothesize hypothesise postulate posit surmise forecast outline cite detail concur object ' +
      'submit+ plead aver+ avow brag+ gloat whine gripe stipulate communicate convey verify order urge direct project threaten guarantee ' +
      'remonstrate echo',
    ['THAT', 'WH'],
  ),
  irregular('hold holds held', 'held', 'holding', ['THAT']),
  irregular('find finds found', 'found', 'finding', ['THAT', 'TEXT']),
  ...each('inform remind assure warn reassure notify brief advise caution promise instruct', [
    'LOOSE',
    'HEARER',
  ]),
  irregular('spit spits spat', 'spat', 'spitting', ['MARKS']),
  ...each('ask', ['WH', 'HEARER']),
  // "wanted to know whether": the other forms tell of thought.
  { finite: '', participle: '', gerund: '', infinitive: 'know', uses: ['WH'] },
  ...each('question inquire enquire query', ['WH']),
  ...each(
    'call describe brand label label+ slam+ condemn praise hail criticise criticize denounce characterise characterize portray blast decry ' +
      'applaud welcome dismiss deride ridicule lambast lambaste term commend reject attack depict disparage denigrate deplore mock liken laud ' +
      'extol+ chastise excoriate rubbish rate',
    ['PREDICATE'],
  ),
  ...each('accuse', ['PREDICATE', 'ACCUSE']),
  ...each(
    'wonder continue cry whisper murmur mutter yell scream laugh sigh chant interrupt interject gasp roar groan sob+ snap+ urge plead beg+ ' +
      'stammer growl ejaculate demand bark shriek chuckle grin+ nod+ smile resume pursue rejoin conclude chime croak enthuse sniff ' +
      'scoff fume rage wail venture shrug+ hiss thunder boom gush crow bellow holler tease deadpan sneer taunt marvel reflect offer ' +
      'volunteer sputter splutter exhort implore beseech scold chide caption rap+ rhyme sum+ blurt mouth coo drawl ' +
      'purr prompt persist soothe correct hazard squeak squeal stutter apologise apologize counsel commiserate admonish rebuke lecture preach ' +
      'cheer jeer heckle explode erupt trumpet declaim recite interpose falter breathe pant rasp screech snarl snort smirk snicker ' +
      'snigger warble whimper wheeze yelp grunt giggle beam bluster bleat cackle croon drone gulp jest quaver sniffle blubber parry disagree',
    ['MARKS'],
  ),
];
