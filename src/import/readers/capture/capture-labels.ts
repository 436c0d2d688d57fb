import { parseByline } from '../../../text/byline.ts';
import { parsePrintedDate } from '../../../text/dates.ts';
import { languageOfName } from '../../../text/language-names.ts';
import { NOTE_LABEL } from './capture-label-data.ts';
import {
  addressOf,
  emailOf,
  type LabelLine,
  linksOf,
  parseNames,
  parsePublicationLine,
  plainLine,
} from './capture-lines.ts';
import { cite, type PageFacts } from './capture-page.ts';
import { licenceOf, partSmallPrint } from './capture-rights.ts';

/** Whether a label opens a note of the editors to the readers. */
export function isNoteLabel(label: string): boolean {
  return NOTE_LABEL.test(label);
}

/**
 * Enters what a label line states. False when the label is unknown, or its value is not what the label promises:
 * the line is then somebody else's to read.
 */
export function takeLabelLine(facts: PageFacts, line: string, { role, value }: LabelLine): boolean {
  const printed = plainLine(line);
  switch (role) {
    case 'regions':
    case 'themes':
    case 'reports':
      if (printed.length > 300) return false;
      facts[role].push(...parseNames(value));
      break;
    case 'keywords':
      facts.keywords.push(...parseNames(value).map(({ name }) => name));
      break;
    case 'translations':
      facts.translations.push(
        ...parseNames(value).map(({ name, url }) => ({
          inLanguage: languageOfName(name) ?? 'und',
          url,
          headline: null,
        })),
      );
      break;
    case 'inLanguage': {
      const language = languageOfName(plainLine(value));
      if (language === null) return false;
      facts.inLanguage = language;
      break;
    }
    case 'url': {
      const url = linksOf(value)[0]?.url ?? addressOf(value.replace(/^<|>$/g, ''));
      if (url === null || facts.url !== null) return false;
      facts.url = url;
      break;
    }
    case 'headline':
    case 'disclaimer':
    case 'permission':
    case 'fairUse':
    case 'licence':
      return takeRightsLabel(facts, line, role, value);
    case 'alternativeHeadline':
      facts.alternativeHeadline = plainLine(value);
      break;
    case 'description':
      facts.description = plainLine(value);
      break;
    case 'byline': {
      const byline = parseByline(value);
      if (facts.byline !== null || byline.people.length === 0) return false;
      facts.byline = printed;
      facts.authors = byline.people.map(({ name, url }) => ({ name, url }));
      break;
    }
    case 'publisher':
      if (facts.outlet !== null) return false;
      facts.outlet = parseNames(value)[0] ?? null;
      break;
    case 'datePublished':
    case 'dateModified': {
      const date = parsePrintedDate(plainLine(value));
      if (date === null || facts[role] !== null) return false;
      facts[role] = date;
      break;
    }
    case 'isBasedOn': {
      const publication = parsePublicationLine(value);
      const source = publication === null ? parseNames(value)[0] : publication.outlet;
      if (source === undefined || source === null || printed.length > 200) return false;
      facts.isBasedOn ??= source;
      break;
    }
    case 'contact':
    case 'mediaContact': {
      const contact = emailOf(value) ?? linksOf(value)[0]?.url ?? null;
      if (contact === null) return false;
      facts[role] ??= contact;
      break;
    }
    case 'articlesBy':
      nameAuthorAddresses(facts, value);
      facts.boilerplate.push(line);
      return true;
    default:
      return false;
  }
  cite(facts, role, printed);
  return true;
}

function takeRightsLabel(
  facts: PageFacts,
  line: string,
  role: 'headline' | 'disclaimer' | 'permission' | 'fairUse' | 'licence',
  value: string,
): boolean {
  if (role === 'headline') return false;
  if (role === 'fairUse') facts.fairUse = append(facts.fairUse, plainLine(line));
  else if (role === 'licence') {
    facts.licenceUrl ??= licenceOf(value);
    facts.permission = append(facts.permission, plainLine(value));
  } else takeSmallPrint(facts, value);
  cite(facts, role, plainLine(line).slice(0, 40));
  return true;
}

/** Enters a paragraph that disclaims, permits or sets conditions. */
export function takeSmallPrint(facts: PageFacts, text: string): void {
  const parts = partSmallPrint(text);
  facts.disclaimer = append(facts.disclaimer, parts.disclaimer);
  facts.permission = append(facts.permission, parts.permission);
  facts.conditions = append(facts.conditions, parts.conditions);
  facts.rightsContact ??= parts.contact;
}

/** The paragraphs of one kind, one under the other. */
export function append(known: string | null, more: string | null): string | null {
  if (known === null || more === null) return known ?? more;
  return `${known}\n\n${more}`;
}

/** "Articles by: [Ada Venn](…)" links to the author's page where the byline does not. */
function nameAuthorAddresses(facts: PageFacts, value: string): void {
  const addresses = new Map(parseNames(value).map(({ name, url }) => [name, url]));
  facts.authors = facts.authors.map((author) => ({
    ...author,
    url: author.url ?? addresses.get(author.name) ?? null,
  }));
}
