import { html, linkAddress, type Markup } from '../../text/html-template.ts';
import type { PageLink } from './article-page-record.ts';

/** A link, or the bare text where the address is missing or not one to follow. */
export function printLink({ text, url }: PageLink, language?: string): Markup {
  const address = linkAddress(url);
  if (address === null) return html`<span>${text}</span>`;
  return html`<a href="${address}"${language !== undefined && html` hreflang="${language}"`}>${text}</a>`;
}
