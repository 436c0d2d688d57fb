import type { RightsDraft } from '../reader.ts';
import { COPYRIGHT_LINE } from './boilerplate-lines-data.ts';
import type { Found } from './headline.ts';
import { attributeWords, originalAddress, resolveUrl } from './html-tree.ts';
import { firstMeta, type PageFacts } from './page-facts.ts';
import { nodesOf, textOfLd, urlsOf } from './page-json-ld.ts';

/** "All rights reserved" as notices print it. */
const RESERVED =
  /\b(?:all rights? reserved|alle rechte vorbehalten|tous droits réservés|todos (?:los|os) d(?:erechos|ireitos) reservados|tutti i diritti riservati|tüm hakları saklıdır|все права защищены|усі права захищені|haki zote zimehifadhiwa|riproduzione riservata|einige rechte vorbehalten|some rights reserved|powered by)/giu;

const LICENCE_ADDRESS = /^https?:\/\/(?:[\w-]{1,30}\.)?creativecommons\.org\/(?:licenses|publicdomain)\//i;

/** The copyright line, its holders and year, and the licence, each as the page states it; null when it says nothing. */
export function findRights(facts: PageFacts, lines: readonly string[]): Found<RightsDraft> | null {
  const { article } = facts.ld;
  const notice =
    textOfLd(article?.copyrightNotice) ??
    firstMeta(facts, 'copyright', 'dc.rights', 'dcterms.rights', 'rights')?.value ??
    copyrightLine(lines);
  const holder =
    textOfLd(nodesOf(article?.copyrightHolder, facts.ld)[0]?.name) ?? textOfLd(article?.copyrightHolder);
  const year = Number(textOfLd(article?.copyrightYear) ?? yearOf(notice));
  const licenceUrl = licenceOf(facts);
  if (!notice && !holder && !licenceUrl) return null;
  const name = holder ?? holderIn(notice);
  const value: RightsDraft = {
    holders: name ? [{ name, url: null }] : [],
    year: year >= 1800 && year <= 2200 ? year : null,
    notice,
    licenceUrl,
    disclaimer: null,
    permission: textOfLd(article?.usageInfo),
    conditions: null,
    fairUse: null,
    contact: null,
  };
  return { value, from: licenceUrl ? 'rel license' : holder ? 'json-ld copyrightHolder' : 'printed line' };
}

function copyrightLine(lines: readonly string[]): string | null {
  for (let i = lines.length - 1; i >= 0; i--) {
    const line = lines[i];
    if (line && line.length <= 300 && COPYRIGHT_LINE.test(line)) return line;
  }
  return null;
}

/** The last year of a line: the first of "2009–2024" is that of the site. */
function yearOf(notice: string | null): string | null {
  return notice?.match(/\b(?:19|20)\d\d\b/g)?.at(-1) ?? null;
}

/** Who stands in a notice beside the sign and the years: "© 2009–2024 Ledger Press. All rights reserved." */
function holderIn(notice: string | null): string | null {
  const sign = notice?.search(/©|\(c\)|copyright/i) ?? -1;
  if (!notice || (sign < 0 && notice.length > 80)) return null;
  const name = notice
    .slice(Math.max(0, sign))
    .replace(/©|\(c\)|copyright\b/giu, ' ')
    .replace(/\b(?:19|20)\d\d(?:\s{0,2}[-–—,/]\s{0,2}(?:(?:19|20)\d\d|\d\d))?\b/gu, ' ')
    .replace(RESERVED, ' | ')
    .replace(/^[\s.,:;|•·–—-]+(?:by\s+)?/iu, '')
    .split(/\s*[|•·;]|,\s|(?<=\p{L}{4})\.(?:\s|$)|\s[–—-]\s/u, 1)[0]
    ?.trim();
  return name && name.length >= 2 && name.length <= 80 ? name : null;
}

/** Without the prefix that a web archive puts before every address. */
function licenceAt(href: string, facts: PageFacts): string | null {
  const url = resolveUrl(href, facts.base);
  return url === null ? null : originalAddress(url);
}

function licenceOf(facts: PageFacts): string | null {
  for (const link of facts.links) if (link.rel.includes('license')) return licenceAt(link.href, facts);
  for (const element of facts.elements) {
    if (element.name !== 'a' || !element.attribs.href) continue;
    if (attributeWords(element, 'rel').includes('license')) return licenceAt(element.attribs.href, facts);
  }
  const stated = resolveUrl(urlsOf(facts.ld.article?.license)[0], facts.base);
  if (stated) return stated;
  // A link to a Creative Commons deed that is not marked `rel=license` may license a picture, so only one counts.
  const deeds = new Set(
    facts.elements.flatMap((element) => {
      const href = element.name === 'a' ? element.attribs.href : undefined;
      return href && LICENCE_ADDRESS.test(href) ? [href] : [];
    }),
  );
  return deeds.size === 1 ? ([...deeds][0] ?? null) : null;
}
