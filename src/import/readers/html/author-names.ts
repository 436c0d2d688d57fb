import { collapse } from './html-tree.ts';

/** UTF-16 units. Names longer than this are descriptions. */
const MAX_NAME = 90;

/** Signatures that name nobody. */
const NOBODY =
  /^(?:admin|administrator|administrador|editor|editors|root|user|guest|anonymous|anonym|unknown|author|autor|by|(?:written|posted|published|edited|reviewed|reported|story|words) by|none|null|undefined|n\/a|webmaster|agenturen|agencies|agenzie|agencias|agences|agentschappen|contributor|default|web ?desk|super user|follow|e-?mail|twitter|facebook|linkedin|instagram|bio|read more|view (?:all|profile).*|posts by.*|(?:all|more) (?:posts|articles|stories).*|see all.*|mehr von.*|alle (?:beiträge|artikel).*|.*\b(?:min|minutes?) read|\d.*)$/iu;

/** What people do, printed beside their names. */
const ROLE =
  /(?:^|\s)(?:staff|team|newsroom|desk|bureau|reporter|editor|editors|writer|correspondent|columnist|contributor|producer|journalist|photographer|freelance[a-z]*|redakteur(?:in)?|redaktion|korrespondent(?:in)?|journaliste|periodista|redactor(?:a)?|giornalista|redacteur|analyst|strategist|specialist|expert|intern|volontär(?:in)?|reporterin|autor(?:in)?|redakteurin|redactrice|director|manager|ceo|founder|ph\.?\s?d\.?|m\.?d\.?|cepf®?|cfp®?|mba)$/iu;

/** A site that signs with its address. */
const DOMAIN = /^\S+\.(?:com|org|net|info|news|[a-z]{2})$/iu;

/** What stands before a name on its line: "By", "Written by", "Interview:", "Autor:". */
const LABEL =
  /^(?:(?:(?:written|words|story|text|posted|published|reported|article|report|analysis|review|reviewed|edited|compiled|contributed|submitted|erstellt|geschrieben|verfasst|publié|escrito|scritto|gepostet|veröffentlicht|gespeichert|eingestellt)\s+)?(?:by|von|par|por|di|door|av|af|przez|от|oleh|da|de)\s*:?\s+|(?:\p{L}+\s){0,2}\p{L}+\s?:\s+|(?:author|autor|autorin|auteur|autore)\s+)/iu;

/**
 * Names from a machine-readable field or from an element that holds nothing else: "Ada Venn, Tomas Ruiz and Bo Li".
 *
 * Unlike a printed line, such a name may be one word or all lower case. Labels, job titles and links to profiles are left
 * out; an address or a sentence gives no name.
 */
export function splitNames(text: string): readonly string[] {
  const bare = withoutLabel(collapse(text)).replace(/^@/, '');
  if (bare === '' || isAddress(bare) || bare.length > 400) return [];
  const parts = bare
    .split(
      /\s*[;|/•·]\s*|\s+(?:&|and|und|et|y|e|och|og|en|ve|i|и|та|dan)\s+(?=\p{Lu})|\s*[,，、]\s*|\s+[–—-]\s+/u,
    )
    .map((part) => cleanName(withoutLabel(part)))
    .filter((part) => part !== '' && !NOBODY.test(part) && !/\b(?:19|20)\d\d\b/.test(part));
  const named = parts.filter((part) => part.length <= MAX_NAME && part.split(' ').length <= 6);
  const people = named.filter((part) => !ROLE.test(part) && !DOMAIN.test(part));
  return people.length > 0 ? people : named.slice(0, 1);
}

/** Whether a signature names nobody: a desk, a role, a link to a profile. */
export function isNobody(name: string): boolean {
  return NOBODY.test(name);
}

function withoutLabel(text: string): string {
  return text.replace(LABEL, '').trim();
}

function isAddress(text: string): boolean {
  return /^(?:https?:\/\/|www\.)/i.test(text) || /^\S+\.\S+\/\S*$/.test(text) || /^\S+@\S+\.\S+$/.test(text);
}

function cleanName(name: string): string {
  const bare = name
    .replace(/\s*\([^()]{0,80}\)\s*$/u, '')
    .replace(/^["'“”«»\s]+|["'“”«»\s]+$/gu, '')
    .trim();
  return /\b(?:jr|sr|dr|inc|\p{L})\.$/iu.test(bare) ? bare : bare.replace(/[.:]+$/u, '').trim();
}
