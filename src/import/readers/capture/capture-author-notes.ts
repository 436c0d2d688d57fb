import type { AuthorDraft } from '../reader.ts';
import { plainLine, profilesOf } from './capture-lines.ts';

/**
 * The author whom a paragraph of the foot introduces: it opens with the name, whole or without its later parts
 * ("Lucas Leiroz is …" for Lucas Leiroz de Almeida). Null when it opens with nobody who wrote the piece.
 */
export function authorIntroducedBy<Author extends { readonly name: string }>(
  paragraph: string,
  authors: readonly Author[],
): Author | null {
  const opening = wordsOf(
    plainLine(paragraph).replace(
      /^(?:about the author|about|à propos de l['’]auteur|sobre el autor|über den autor|sobre o autor|l['’]autore)\s*[:.–-]?\s*/iu,
      '',
    ),
  ).slice(0, 6);
  return (
    authors.find(({ name }) => {
      const parts = wordsOf(name.replace(/,.*$/u, ''));
      const shared = parts.findIndex((part, at) => opening[at] !== part);
      const common = shared < 0 ? parts.length : shared;
      return (
        common >= Math.min(2, parts.length) ||
        (opening[0] === parts[0] && parts.length > 2 && parts.slice(1).includes(opening[1] ?? ''))
      );
    }) ?? null
  );
}

/** The author with what the note says: the note itself, profiles it links to, and affiliations it names. */
export function withNote(author: AuthorDraft, paragraph: string): AuthorDraft {
  const note = plainLine(paragraph);
  const description = author.description === undefined ? note : `${author.description}\n\n${note}`;
  const profiles = [...(author.profiles ?? []), ...profilesOf(paragraph)];
  const affiliations = [...new Set([...(author.affiliations ?? []), ...affiliationsIn(note)])];
  return {
    ...author,
    description,
    ...(profiles.length > 0 ? { profiles } : {}),
    ...(affiliations.length > 0 ? { affiliations } : {}),
  };
}

/** What people are at, of or with a body. German is left out: its nouns are all capitalised, so names cannot be told. */
const POST =
  /(?<!\p{L})(?:journalist|researcher|fellow|members?|editor|reporter|correspondent|columnist|contributor|director|head|chair|president|founder|co-founder|cofounder|associate|professor|lecturer|analyst|scholar|student|teacher|author|secretary|staff|teaches|course|works|writes|edits|chercheu(?:r|se)|membre|rédact(?:eur|rice)|direct(?:eur|rice)|fondat(?:eur|rice)|professeure?|associée?|journaliste|collabore|rédaction|miembro|editora?|redactora?|directora?|fundadora?|cofundadora?|profesora?|investigadora?|periodista|membro|pesquisadora?|diretora?|professora?|ricercat(?:ore|rice)|direttore|direttrice|fondat(?:ore|rice))(?!\p{L})/giu;
const LINK_TO_BODY =
  /^(?:[\p{Ll}\s'’-]{0,60}?\s)?(?:at|of|for|with|chez|au|du|del|de la|de l['’]|à l['’]|da|do|della|dell['’]|di|de|presso)(?:\s+|(?<=['’]))((?:the |la |le |el |l['’])?\p{Lu}[\p{L}\p{N}&'’-]*(?:(?:\s(?:of|for|on|and|the|in|de|des|du|la|le|del|para|da|do|della|di|e|y|et|&)){0,3}\s\p{Lu}[\p{L}\p{N}&'’-]*){0,9})/u;

/** A kind of body is no name: "membre de l'Association des horlogers" goes on in lower case. */
const KIND_OF_BODY =
  /^(?:association|university|institute|centre|center|school|college|union|society|université|institut|école|universidad|instituto|asociación|escuela|universidade|associação|università|istituto|scuola)$/iu;

/** Bodies that the note says the author belongs to, without a leading article, in order. */
function affiliationsIn(note: string): readonly string[] {
  const found: string[] = [];
  for (const post of note.matchAll(POST)) {
    const after = note
      .slice(post.index + post[0].length, post.index + post[0].length + 220)
      .replace(/^\s+/, '');
    const name = LINK_TO_BODY.exec(after)?.[1]
      ?.replace(/^(?:the|la|le|el|l['’])\s?/u, '')
      .replace(/[.'’]+s?$/u, '')
      .replace(/['’]s (?:\p{L}.*)?$/u, '');
    if (name !== undefined && name.length > 2 && !KIND_OF_BODY.test(name)) found.push(name);
  }
  return found;
}

function wordsOf(text: string): readonly string[] {
  return (
    text
      .normalize('NFC')
      .toLocaleLowerCase()
      .match(/[\p{L}\p{N}'’.-]+/gu) ?? []
  );
}
