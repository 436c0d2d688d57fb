import type { Element } from 'domhandler';
import { hasBylineOpening } from '../../../text/byline.ts';
import type { ImageDraft } from '../reader.ts';
import type { Found } from './headline.ts';
import { attribute, closest, hasClass, resolveUrl, textOf } from './html-tree.ts';
import { firstMeta, type PageFacts } from './page-facts.ts';
import { nodesOf, textOfLd, urlsOf } from './page-json-ld.ts';
import { judgeZone } from './zone-role.ts';

/** What comes between a caption and the name of whoever took the picture. */
const CREDIT_IN_CAPTION =
  /(?:^|[\s.(|[])((?:photo|photograph|image|picture|foto|bild|credit|crédits?|crédito|photograph by|©|\(c\))s?(?: ?credits?)?(?:\s{0,2}:|\s+(?:by|par|por|von|di|courtesy of)\b|(?=©)|\s)\s{0,2}[^.|]{2,80})\W{0,2}$/iu;

/** The lead picture with its caption and credit, as structured data, Open Graph or the first figure states it. */
export function findImage(facts: PageFacts): Found<ImageDraft> | null {
  const figure = firstFigure(facts);
  const node = nodesOf(facts.ld.article?.image, facts.ld)[0];
  const stated: readonly (readonly [string | null | undefined, string])[] = [
    [urlsOf(facts.ld.article?.image)[0], 'json-ld image'],
    [firstMeta(facts, 'og:image:secure_url', 'og:image', 'og:image:url')?.value, 'meta og:image'],
    [firstMeta(facts, 'twitter:image', 'twitter:image:src')?.value, 'meta twitter:image'],
    [figure?.url, 'figure'],
  ];
  for (const [href, from] of stated) {
    const url = resolveUrl(href, facts.base);
    if (!url?.startsWith('http')) continue;
    return {
      value: {
        url,
        caption: textOfLd(node?.caption) ?? figure?.caption ?? textOfLd(node?.description) ?? null,
        credit: withoutLabel(
          textOfLd(node?.creditText) ??
            textOfLd(node?.copyrightHolder) ??
            figure?.credit ??
            textOfLd(node?.author),
        ),
        creditUrl: figure?.creditUrl ?? null,
      },
      from,
    };
  }
  return null;
}

function firstFigure(facts: PageFacts): ImageDraft | null {
  for (const element of facts.elements) {
    const isFigure = element.name === 'figure' || hasClass(element, 'wp-caption');
    if (!isFigure || facts.frame.isBeside(element) || isPortrait(element)) continue;
    const image = find(element, (inner) => inner.name === 'img' || inner.name === 'amp-img');
    if (!image) continue;
    const source =
      attribute(image, 'src') ??
      attribute(image, 'data-src') ??
      attribute(image, 'srcset')?.split(/[\s,]/)[0] ??
      null;
    const note = find(
      element,
      (inner) => inner.name === 'figcaption' || hasClass(inner, 'wp-caption-text', 'caption'),
    );
    return {
      url: resolveUrl(source, facts.base),
      ...(note ? splitNote(note, facts.base) : { caption: null, credit: null, creditUrl: null }),
    };
  }
  return null;
}

/** A figure in an author's box or byline is the author. */
function isPortrait(figure: Element): boolean {
  const note = find(figure, (inner) => inner.name === 'figcaption');
  if (note && hasBylineOpening(textOf(note))) return true;
  return closest(figure, (element) => /^(?:byline|author-note)$/.test(judgeZone(element))) !== null;
}

/** The name without the word that announces it. */
function withoutLabel(credit: string | null): string | null {
  const name = credit
    ?.replace(
      /^(?:(?:photo|image|picture|video)\s)?(?:credits?|foto|fotos|bild|photo|image|picture|quelle|source|crédits?(?: photo)?|crédito|©|\(c\))[\s.:…]+(?:by\s+)?/iu,
      '',
    )
    .replace(/[\s)\]]+$/u, '')
    .trim();
  return name ? name : null;
}

function splitNote(note: Element, base: string | null): Omit<ImageDraft, 'url'> {
  const marked = find(
    note,
    (inner) =>
      /(?:^|[\s_-])(?:credits?|copyright|source|photographer|quelle)(?:$|[\s_-])/i.test(
        inner.attribs.class ?? '',
      ) || inner.attribs.itemprop === 'copyrightHolder',
  );
  const text = textOf(note);
  const link = find(marked ?? note, (inner) => inner.name === 'a');
  const creditUrl = marked && link ? resolveUrl(link.attribs.href, base) : null;
  if (marked) {
    const credit = textOf(marked);
    const caption = text.replace(credit, '').trim();
    return { caption: caption || null, credit: credit || null, creditUrl };
  }
  const match = text.length < 600 ? CREDIT_IN_CAPTION.exec(text) : null;
  if (!match?.[1]) return { caption: text || null, credit: null, creditUrl };
  const caption = text
    .slice(0, match.index)
    .replace(/[\s(|[]+$/, '')
    .trim();
  return { caption: caption || null, credit: match[1].trim(), creditUrl };
}

function find(root: Element, test: (element: Element) => boolean): Element | null {
  for (const child of root.children) {
    if (!('attribs' in child)) continue;
    if (test(child)) return child;
    const inner = find(child, test);
    if (inner) return inner;
  }
  return null;
}
