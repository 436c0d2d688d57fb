import { parsePrintedDate } from './dates.ts';

/** One name of a byline. */
export interface BylinePerson {
  readonly name: string;
  /** Where the printed name links to; null for none and for `#`. */
  readonly url: string | null;
  /** `Reuters` in "By Reuters staff" rather than a person. */
  readonly isOrganization: boolean;
}

/** An author line taken apart. */
export interface Byline {
  /** The line as printed, "By" included, without link marks. */
  readonly printed: string;
  /** In printed order (IPTC Creator). Empty when the line names nobody. */
  readonly names: readonly string[];
  readonly people: readonly BylinePerson[];
}

/** UTF-16 units. A longer line is a sentence. */
const MAX_BYLINE_LENGTH = 400;

/**
 * Words that open an author line in the languages of Europe, and in Indonesian. A word that also opens sentences, or says
 * what somebody does, counts with a colon alone.
 */
const OPENING =
  /^(?:(?:(?:(?:written|reported|story|words|text|report|analysis|interview|compiled|texte|texto|testo|escrito|écrit|scritto|reportage|propos recueillis|geschrieben|geschreven|skrevet|skriven|ditulis) )?(?:by|por|par|von|di|da|door|av|af|oleh)|a cura di|authors?|auteurs?|autor(?:en|in|es|as|a)?|autor[ei]|text|texte|texto|testo|írta|kirjoittanut|napisała?|piše)(?::\s*|\s+)|(?:tekst|teksti|szerző|kirjoittaja|yazan|yazar|autorius|autors|penulis|reporter|redactor|автор|авторка|текст|συντάκτης|γράφει|tác giả|作者|撰文|文|記者|记者|글)\s?[:：]\s*)/iu;

/** Between two names. `e` and `y` only when spaces stand around them. */
const CONJUNCTION = /\s+(?:and|und|et|con|with|avec|mit|y|e|og|och|ja|ve|и|та|και|&)\s+/iu;

/** What people do rather than who they are; also the desks that sign for nobody. */
const ROLE =
  /^(?:(?:[\p{L}.’'-]+ ){0,4})(?:editors?|reporters?|correspondents?|writers?|journalists?|columnists?|contributors?|staff|desk|newsroom|bureau|chief|photographers?|producers?|redaktion|redakteur(?:in)?|korrespondent(?:in)?|rédaction|redacción|redação|redazione|corresponsal|correspondant(?:e)?|journaliste|periodista|jornalista|giornalista|inviat[oa]|envoyée? spéciale?|specialist|analyst|professor|director|agencies)\b/iu;

/** Signatures of news agencies, which sign alone or as "Reuters staff". */
const AGENCY =
  /^(?:(?:the )?associated press|ap|afp|agence france-presse|reuters|dpa|efe|ansa|lusa|upi|tass|xinhua|pa media|bloomberg(?: news)?|kyodo(?: news)?|anadolu(?: agency)?|inter press service|ips)$/iu;

/** Written after a name and part of it. */
const NAME_SUFFIX = /^(?:jr|sr|ii|iii|iv|ph\.?\s?d|m\.?\s?d|esq|obe|mbe|cbe|q\.?c|k\.?c)\.?$/iu;

/**
 * Takes apart a byline such as "By Ada Venn and Tomas Ruiz" or "Von [Ada Venn](https://…), Genf".
 *
 * Names keep their printed order and spelling; roles, places ("in Geneva"), dates, handles and addresses are left
 * out of the names. A line it cannot read comes back whole in `printed` with no names; it never throws.
 */
export function parseByline(line: string): Byline {
  const { text, links } = takeLinks(line.trim());
  const none = { printed: text, names: [], people: [] };
  if (text.length > MAX_BYLINE_LENGTH) return none;
  const segments = segmentsOf(text.replace(OPENING, ''));
  const manyWords = segments.some(({ name }) => name.includes(' ') && isPersonName(name));
  const people = segments.flatMap(({ name, afterComma }) => {
    const agency = agencyOf(name);
    const url = links.get(name) ?? null;
    if (agency !== null) return [{ name: agency, url, isOrganization: true }];
    // After a full name and a comma, a lone word is where or for whom it was written: "By Ada Venn, Geneva".
    if (afterComma && manyWords && !name.includes(' ') && url === null) return [];
    return isPersonName(name) ? [{ name, url, isOrganization: false }] : [];
  });
  return people.length === 0 ? none : { printed: text, names: people.map(({ name }) => name), people };
}

/** Whether a line opens as an author line does: "By …", "Von …", "Par …". A sentence may open so, too. */
export function hasBylineOpening(line: string): boolean {
  return OPENING.test(line);
}

interface Segment {
  readonly name: string;
  readonly afterComma: boolean;
}

function segmentsOf(text: string): readonly Segment[] {
  const found: Segment[] = [];
  for (const [at, part] of text.split(/\s*[,;|/•·]\s*|\s+[–—-]\s+/u).entries()) {
    if (part === '' || parsePrintedDate(part) !== null) continue;
    const last = found.at(-1);
    if (NAME_SUFFIX.test(part) && last !== undefined) {
      found[found.length - 1] = { ...last, name: `${last.name}, ${part}` };
      continue;
    }
    const opened = part.replace(/^(?:and|und|et|y|e|og|och|ja|ve|и|та|και|&)\s+/iu, '');
    for (const [place, piece] of opened.split(CONJUNCTION).entries()) {
      const name = cleanName(piece);
      if (name !== '') found.push({ name, afterComma: at > 0 && place === 0 && opened === part });
    }
  }
  return found;
}

/** Takes off handles, addresses, brackets, and "in Geneva", "for the Ledger" behind a name. */
function cleanName(piece: string): string {
  return piece
    .replace(/\([^()]*\)/gu, ' ')
    .replace(/\S*@\S*/gu, ' ')
    .replace(
      /\s(?:in|at|for|en|à|aus|à|from|em|à|pour|para|per|für)\s+(?:the\s+|la\s+|le\s+|el\s+)?\p{Lu}.*$/u,
      '',
    )
    .replace(OPENING, '')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s"“”*_:.]+|[\s"“”*_:]+$/gu, '')
    .trim();
}

function agencyOf(name: string): string | null {
  const bare = name.replace(/\s+(?:staff|reporters?|writers?|agency|agencies|news agency)$/iu, '');
  return AGENCY.test(bare) ? bare : null;
}

/** One to six words that begin with capitals, but for particles such as "van der"; a mononym counts. */
function isPersonName(name: string): boolean {
  if (ROLE.test(name) || /\d/.test(name)) return false;
  const words = name.replace(/,.*$/u, '').split(' ');
  if (words.length > 6) return false;
  const capitals = words.filter((word) => /^[\p{Lu}\p{Lt}\p{Lo}]|^[a-z]['’]\p{Lu}/u.test(word));
  const particles = words.filter((word) =>
    /^(?:de|da|do|dos|das|del|della|di|du|des|der|den|van|von|zu|zur|la|le|bin|ibn|al-\p{L}+|el-\p{L}+|ten|ter|af|y|e)$/u.test(
      word,
    ),
  );
  return (
    capitals.length > 0 &&
    capitals.length + particles.length === words.length &&
    !/^(?:the|our)$/iu.test(words[0] ?? '')
  );
}

/** Strips `[name](url)` down to its name and remembers where each name links to. */
function takeLinks(line: string): { readonly text: string; readonly links: ReadonlyMap<string, string> } {
  const links = new Map<string, string>();
  const text = line.replace(/\[([^[\]]{1,200})\]\(([^()\s]{0,2000})\)/gu, (_, name: string, url: string) => {
    if (/^https?:\/\//i.test(url)) links.set(name.trim(), url);
    return name;
  });
  return { text: text.replace(/\s+/gu, ' '), links };
}
