import { resolveUrl } from './html-tree.ts';
import type { Block } from './page-blocks.ts';

/** Whether most links of these blocks lead to other sites: sources, not other pieces. False where the site is unknown. */
export function leadsElsewhere(blocks: readonly Block[], base: string | null): boolean {
  const own = hostOf(base);
  if (own === null) return false;
  let elsewhere = 0;
  let links = 0;
  for (const block of blocks) {
    for (const run of block.runs) {
      if (run.href === null) continue;
      links += 1;
      const host = hostOf(resolveUrl(run.href, base));
      if (host !== null && host !== own && !host.endsWith(`.${own}`) && !own.endsWith(`.${host}`))
        elsewhere += 1;
    }
  }
  return elsewhere > links / 2;
}

function hostOf(url: string | null): string | null {
  return /^https?:\/\/(?:www\.)?([^/:?#]+)/i.exec(url ?? '')?.[1]?.toLowerCase() ?? null;
}
