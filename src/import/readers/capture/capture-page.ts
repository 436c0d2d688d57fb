import type { PartialDate } from '../../../text/dates.ts';
import type { AuthorDraft, ImageDraft, LinkedName, Profile } from '../reader.ts';

/** What the head and the foot of a page have said so far. Filled while the page is read, then made a draft. */
export interface PageFacts {
  headline: string;
  alternativeHeadline: string | null;
  description: string | null;
  byline: string | null;
  authors: AuthorDraft[];
  outlet: LinkedName | null;
  datePublished: PartialDate | null;
  dateModified: PartialDate | null;
  isBasedOn: LinkedName | null;
  regions: LinkedName[];
  themes: LinkedName[];
  reports: LinkedName[];
  keywords: string[];
  translations: { inLanguage: string; url: string | null; headline: string | null }[];
  inLanguage: string | null;
  url: string | null;
  image: ImageDraft | null;
  notes: string[];
  holders: readonly LinkedName[];
  year: number | null;
  notice: string | null;
  licenceUrl: string | null;
  disclaimer: string | null;
  permission: string | null;
  conditions: string | null;
  fairUse: string | null;
  rightsContact: string | null;
  discussionUrl: string | null;
  profiles: Profile[];
  membershipUrl: string | null;
  newsletterUrl: string | null;
  languageCount: number | null;
  contact: string | null;
  mediaContact: string | null;
  siteUrl: string | null;
  boilerplate: string[];
  /** Field name to the lines, as printed, that state it. */
  provenance: Record<string, string>;
}

/** A page that has said nothing but its headline. */
export function emptyFacts(headline: string): PageFacts {
  return {
    headline,
    alternativeHeadline: null,
    description: null,
    byline: null,
    authors: [],
    outlet: null,
    datePublished: null,
    dateModified: null,
    isBasedOn: null,
    regions: [],
    themes: [],
    reports: [],
    keywords: [],
    translations: [],
    inLanguage: null,
    url: null,
    image: null,
    notes: [],
    holders: [],
    year: null,
    notice: null,
    licenceUrl: null,
    disclaimer: null,
    permission: null,
    conditions: null,
    fairUse: null,
    rightsContact: null,
    discussionUrl: null,
    profiles: [],
    membershipUrl: null,
    newsletterUrl: null,
    languageCount: null,
    contact: null,
    mediaContact: null,
    siteUrl: null,
    boilerplate: [],
    provenance: {},
  };
}

/** Notes which line of the page states a field; several lines are kept, one under the other. */
export function cite(facts: PageFacts, field: string, line: string): void {
  const known = facts.provenance[field];
  facts.provenance[field] = known === undefined ? line : `${known}\n${line}`;
}
