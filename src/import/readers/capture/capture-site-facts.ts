import { plainLine } from './capture-lines.ts';
import { cite, type PageFacts } from './capture-page.ts';
import type { SiteLine } from './capture-site-lines.ts';

/** Enters what a line of the site states of the outlet, and keeps the line itself as boilerplate. Always true. */
export function takeSiteLine(facts: PageFacts, line: string, site: SiteLine): true {
  facts.boilerplate.push(line);
  switch (site.kind) {
    case 'languages':
      facts.languageCount ??= site.count;
      cite(facts, 'publisher.languageCount', plainLine(line));
      break;
    case 'newsletter':
      facts.newsletterUrl ??= site.url;
      break;
    case 'membership':
      facts.membershipUrl ??= site.url;
      break;
    case 'discussion':
      facts.discussionUrl ??= site.url;
      break;
    case 'share':
      for (const profile of site.profiles) {
        if (!facts.profiles.some(({ network }) => network === profile.network)) facts.profiles.push(profile);
      }
      break;
    case 'chrome':
      break;
  }
  return true;
}
