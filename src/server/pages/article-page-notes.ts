import { type HtmlValue, html, linkAddress } from '../../text/html-template.ts';
import { writeDate } from '../../text/written-date.ts';
import type { ArticlePageData } from './article-page-record.ts';
import { printLink } from './page-link.ts';

/** The section on rights: whose, and what they allow, in the page's own words. */
export function printRights({ rights, discussionUrl }: ArticlePageData): HtmlValue {
  const discussion = linkAddress(discussionUrl);
  if (rights === null && discussion === null) return null;
  const holders = rights?.holders ?? [];
  const rows: [string, HtmlValue][] = [
    [
      'Copyright',
      holders.length === 0
        ? rights?.notice
        : html`© ${rights?.year} ${holders.map((holder, index) => html`${index > 0 && ', '}${printLink(holder)}`)}`,
    ],
    ['Licence', rights?.licenceUrl && printLink({ text: rights.licenceUrl, url: rights.licenceUrl })],
    ['Permission', rights?.permission],
    ['Conditions', rights?.conditions],
    ['Disclaimer', rights?.disclaimer],
    ['Fair use', rights?.fairUse],
    ['Contact', rights?.contact],
    ['Discussion', discussion !== null && html`<a href="${discussion}">Comments on this piece</a>`],
  ];
  return html`<section><h2>Rights</h2>
<dl class="facts">${rows.map(
    ([label, value]) =>
      value &&
      html`
<dt>${label}</dt><dd>${value}</dd>`,
  )}
</dl></section>`;
}

/** The section on where the record comes from, and how to ask the API for it. */
export function printProvenance({
  provenance,
  canonicalUrl,
  pageUrl,
  graphiqlUrl,
}: ArticlePageData): HtmlValue {
  const fields = Object.entries(provenance?.fields ?? {});
  return html`<section><h2>Provenance</h2>
<dl class="facts">
${canonicalUrl !== pageUrl && html`<dt>Original</dt><dd>${printLink({ text: canonicalUrl, url: canonicalUrl })}</dd>`}
${
  provenance !== null &&
  html`${provenance.file !== null && html`<dt>Imported from</dt><dd>${provenance.file}</dd>`}
<dt>Imported</dt><dd><time datetime="${provenance.importedAt}">${writeDate(provenance.importedAt)}</time>, revision ${provenance.revision}</dd>
<dt>SHA-256</dt><dd><code>${provenance.contentHash}</code></dd>`
}
${graphiqlUrl !== null && html`<dt>In the API</dt><dd><a href="${linkAddress(graphiqlUrl)}">Ask for this piece in GraphiQL</a></dd>`}
</dl>
${
  fields.length > 0 &&
  html`<details><summary>Where each value was found</summary>
<dl class="facts">${fields.map(
    ([field, place]) => html`
<dt>${field}</dt><dd>${place}</dd>`,
  )}
</dl></details>`
}</section>`;
}
