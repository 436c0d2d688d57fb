import type { ArticleDraft } from '../reader.ts';
import { resolveUrl } from './html-tree.ts';
import type { PageFacts } from './page-facts.ts';
import { languageTag } from './page-language.ts';

/** A page in more editions than this lists its site's countries, not its translations. */
const MAX_TRANSLATIONS = 60;

/** The same piece in other languages, by `link rel=alternate hreflang`. Regional editions in the same language are none. */
export function findTranslations(
  facts: PageFacts,
  language: string | null,
  address: string | null,
): ArticleDraft['translations'] {
  const own = language?.split('-')[0]?.toLowerCase();
  const byLanguage = new Map<string, string | null>();
  for (const link of facts.links) {
    if (!link.rel.includes('alternate') || !link.hreflang || /^x-default$/i.test(link.hreflang)) continue;
    const tag = languageTag(link.hreflang);
    const url = resolveUrl(link.href, facts.base);
    if (!tag || !url || url === address || tag.split('-')[0]?.toLowerCase() === own) continue;
    if (!byLanguage.has(tag)) byLanguage.set(tag, url);
  }
  if (byLanguage.size > MAX_TRANSLATIONS) return [];
  return [...byLanguage].map(([inLanguage, url]) => ({ inLanguage, url, headline: null }));
}
