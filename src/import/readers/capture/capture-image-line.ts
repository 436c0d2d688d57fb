import type { ImageDraft } from '../reader.ts';
import { linksOf, parseLabelLine, plainLine } from './capture-lines.ts';

/** "Featured image is from …", "Photo by …", "Image courtesy of …". */
const CREDIT_SENTENCE =
  /^(?:(?:the )?(?:featured |lead |cover |top |main )?(?:image|photo|photograph|picture|illustration)s?|image à la une|photo à la une|imagen destacada|la imagen|titelbild|bild|foto|imagem|immagine)\s+(?:(?:is|are|est|es|ist|stammt|é|è|proviene|provient)\s+)?(?:taken\s+)?(?:from|by|courtesy of|via|©|credit|de|del|du|par|por|von|aus|cortesía de|courtoisie de|di|da)\s+/iu;

/** What stands between a caption and whom the picture is owed to. */
const CREDIT_MARK =
  /(?:^|[\s,.;(–—-])(?:(?:photo|image|picture|illustration|foto|fotografía|imagen|bild|imagem|immagine)\s*(?:by|credit|courtesy of|par|de|d['’]|von|por|di|:|©)|(?:courtesy of|courtesy|credit|credits|crédit|crédito|cortesía de|courtoisie|mit freundlicher genehmigung von|cortesia de|per gentile concessione di)\s*:?|by|von|par|por|©)\s*(?=[\p{Lu}[])/gu;
const CREDIT_MARK_ANYCASE = new RegExp(CREDIT_MARK.source, 'giu');

/**
 * Reads the line that owns up to a picture: "Featured image is from [X](…)", "Featured image: the bridge, by X",
 * "Titelbild: X". Null for any other line. A caption is taken only where something parts it from the credit.
 */
export function parseImageLine(line: string): ImageDraft | null {
  const sentence = CREDIT_SENTENCE.exec(line);
  if (sentence !== null && plainLine(line).length <= 300)
    return credited(null, line.slice(sentence[0].length), line);
  const labelled = parseLabelLine(line);
  if (labelled?.role !== 'image') return null;
  const mark = lastCreditMark(labelled.value);
  if (mark !== null)
    return credited(labelled.value.slice(0, mark.start), labelled.value.slice(mark.end), line);
  const link = linksOf(labelled.value).at(-1);
  const comma = labelled.value.lastIndexOf(', [');
  if (link !== undefined && comma > 0)
    return credited(labelled.value.slice(0, comma), labelled.value.slice(comma + 2), line);
  return credited(null, labelled.value, line);
}

/** The last mark whose following words are a name: "by" may stand in the caption, too. */
function lastCreditMark(value: string): { readonly start: number; readonly end: number } | null {
  const marks = [...value.matchAll(CREDIT_MARK_ANYCASE)].filter((mark) =>
    /^[\p{Lu}[]/u.test(value.slice(mark.index + mark[0].length)),
  );
  const last = marks.at(-1);
  return last === undefined ? null : { start: last.index, end: last.index + last[0].length };
}

function credited(caption: string | null, credit: string, line: string): ImageDraft {
  const url = linksOf(line).at(-1)?.url ?? null;
  return {
    url: url !== null && /\.(?:jpe?g|png|webp|gif|avif)(?:[?#]|$)/i.test(url) ? url : null,
    caption: tidy(caption ?? ''),
    credit: tidy(credit),
    creditUrl: url,
  };
}

function tidy(text: string): string | null {
  const plain = plainLine(text).replace(/^[\s,;.:–—-]+|[\s,;.:–—-]+$/gu, '');
  return plain === '' ? null : plain;
}
