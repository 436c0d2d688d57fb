import { html, linkAddress } from '../../text/html-template.ts';
import { writeDate } from '../../text/written-date.ts';
import { printPage } from './page-shell.ts';

/** What the archive holds, for `/`. */
export interface HomePageData {
  /** Absolute address of the site, without a slash at the end. */
  readonly origin: string;
  readonly version: string;
  /** In the order in which they are shown: `{ label: 'articles', count: 69 }`. */
  readonly counts: readonly { readonly label: string; readonly count: number }[];
  /** ISO 8601, of the oldest and the newest dated piece; null for an archive without one. */
  readonly period: { readonly from: string; readonly to: string } | null;
  /** The newest pieces, a handful; `path` is the page here. */
  readonly latest: readonly {
    readonly headline: string;
    readonly path: string;
    readonly datePublished: string | null;
  }[];
  /** Where one can go on from here, beside GraphiQL and the schema: `{ path: '/health', label, text }`. */
  readonly onward: readonly { readonly path: string; readonly label: string; readonly text: string }[];
}

const DESCRIPTION =
  'Who said what, in which article, by whom, where, when, on which theme and under what rights: a news archive as one typed GraphQL API.';

/** Prints the page at `/`: what this is, what the archive holds, and the ways onward. */
export function printHomePage(data: HomePageData): string {
  const articles = data.counts.reduce((sum, { count }) => sum + count, 0);
  const main = html`
<h1>A news archive that answers questions</h1>
<p class="lead">Who said what, in which article, by whom, where, when, on which theme, from which source and under what rights: one typed GraphQL API.</p>
<p><a class="button" href="/graphql">Explore it in GraphiQL</a></p>
${articles === 0 ? printEmptyNote() : printCounts(data)}
${
  data.latest.length > 0 &&
  html`<h2>Latest pieces</h2>
<ul class="rows">${data.latest.map(
    ({ headline, path, datePublished }) => html`
<li><a href="${linkAddress(path)}">${headline}</a>${datePublished !== null && html` <span><time datetime="${datePublished}">${writeDate(datePublished)}</time></span>`}</li>`,
  )}
</ul>`
}
<h2>From the command line</h2>
<pre tabindex="0">curl ${data.origin}/graphql \\
  --header 'content-type: application/json' \\
  --data '{"query":"{ quotes(first: 3) { nodes { text } } }"}'</pre>
<h2>Onward</h2>
<ul class="rows">
<li><a href="/graphql">GraphiQL</a> <span>ask questions, with the schema at your side</span></li>
<li><a href="/schema.graphql">schema.graphql</a> <span>the contract, every field described</span></li>${data.onward.map(
    ({ path, label, text }) => html`
<li><a href="${linkAddress(path)}">${label}</a> <span>${text}</span></li>`,
  )}
</ul>
<p class="faint">Version ${data.version}</p>`;
  return printPage({
    title: 'A news archive that answers questions',
    description: DESCRIPTION,
    canonicalUrl: `${data.origin}/`,
    style: 'home',
    main,
  });
}

function printCounts({ counts, period }: HomePageData) {
  const number = new Intl.NumberFormat('en');
  return html`<dl class="counts" aria-label="What the archive holds">${counts.map(
    ({ label, count }) => html`
<div><dt>${label}</dt><dd>${number.format(count)}</dd></div>`,
  )}
</dl>
${period !== null && html`<p class="faint">From ${writeDate(period.from)} to ${writeDate(period.to)}.</p>`}`;
}

function printEmptyNote() {
  return html`<p>The archive is still empty. Bring in a folder of saved pages, a feed or an export:</p>
<pre tabindex="0">npx dateline import PATH</pre>`;
}
