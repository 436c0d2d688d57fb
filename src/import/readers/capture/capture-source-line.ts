import type { LinkedName } from '../reader.ts';
import {
  isNameLike,
  linksOf,
  parseLabelLine,
  parseNames,
  parsePublicationLine,
  plainLine,
} from './capture-lines.ts';

/** Words that say where a piece comes from, in six languages; a copula or preposition and a name follow. */
const ORIGIN =
  /(?<!\p{L})(?:original source|originally (?:published|appeared|posted|written)|first (?:published|appeared|posted)|was (?:re)?published (?:by|in|on|at)|republished from|reprinted from|source originale|d['’]abord (?:paru|publié)\p{L}*|initialement (?:paru|publié)\p{L}*|paru dans|fuente original|publicad[oa] (?:originalmente|por primera vez)|originalmente (?:en|publicad[oa])|ursprüngliche quelle|originalquelle|(?:erschien|erschienen|veröffentlicht)\p{L}* (?:zuerst|ursprünglich)|zuerst (?:erschienen|veröffentlicht|in|bei)|fonte original|publicado originalmente|fonte originale|pubblicat[oa] (?:originariamente|originalmente|per la prima volta))(?!\p{L})/iu;
const LEAD_IN =
  /(?<!\p{L})(?:is|was|est|es|ist|é|è|by|in|on|at|from|dans|par|sur|en|por|von|bei|auf|da|em|su|di)\s+(?=[\p{Lu}\p{N}[])/gu;

/** UTF-16 units of plain text: such a line is one sentence. */
const MAX_LENGTH = 260;

/**
 * The outlet and address that a line of the foot names as the origin of the piece: "The original source of this
 * article is [X](…)", "Originally published in X on 8 March 2024". Null for any other line.
 */
export function parseSourceLine(line: string): LinkedName | null {
  const plain = plainLine(line);
  if (plain.length > MAX_LENGTH) return null;
  const labelled = parseLabelLine(line);
  if (labelled?.role === 'isBasedOn')
    return parsePublicationLine(labelled.value)?.outlet ?? parseNames(labelled.value)[0] ?? null;
  const origin = ORIGIN.exec(plain);
  if (origin === null) return null;
  const link = linksOf(line).at(-1);
  if (link !== undefined) return link;
  const rest = plain.slice(origin.index).replace(/[.\s]+$/u, '');
  for (const lead of rest.matchAll(LEAD_IN)) {
    const after = rest.slice(lead.index + lead[0].length);
    const name =
      parsePublicationLine(after)?.outlet?.name ?? after.replace(/\s+(?:on|le|el|am|em|il)\s+\S.*$/u, '');
    if (isNameLike(name)) return { name, url: null };
  }
  return null;
}
