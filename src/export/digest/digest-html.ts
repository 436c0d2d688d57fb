import { type HtmlValue, html, linkAddress, type Markup } from '../../text/html-template.ts';
import type { DigestIssue, DigestPiece, DigestQuote } from './digest-issue.ts';
import {
  isEmptyIssue,
  NOTHING_NEW,
  periodOf,
  quotesHeading,
  sourceLine,
  speakerLine,
} from './digest-wording.ts';

const SERIF = "font-family:Georgia,'Times New Roman',serif";
const SANS = "font-family:-apple-system,'Segoe UI',Helvetica,Arial,sans-serif";
const INK = 'color:#1c2430';
const FAINT = 'color:#5a6472';
const ACCENT = 'color:#0b6566';

/**
 * Prints a digest as an HTML mail: one table of 600 px, all styles inline, no pictures, no scripts and
 * nothing fetched from elsewhere, for that is what mail programs show alike. Those that know style
 * sheets also get dark colours.
 */
export function printDigestHtml(issue: DigestIssue): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${issue.title}</title>
<style>
@media (prefers-color-scheme: dark) {
  .paper { background: #161b22 !important; }
  .ink, .ink a { color: #e3e7ec !important; }
  .faint { color: #9ba7b5 !important; }
  .accent { color: #6fd0c8 !important; }
  .line { border-color: #323b47 !important; }
}
</style>
</head>
<body class="paper" style="margin:0;padding:0;background:#fdfcfa">
<div style="display:none;max-height:0;overflow:hidden">${preview(issue)}</div>
<table role="presentation" class="paper" width="100%" cellpadding="0" cellspacing="0" border="0" style="background:#fdfcfa"><tr><td align="center" style="padding:24px 16px">
<table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0" style="width:100%;max-width:600px;text-align:left">
<tr><td class="line" style="padding:0 0 16px;border-bottom:2px solid #1c2430">
<h1 class="ink" style="margin:0;font-size:28px;line-height:34px;${SERIF};${INK}">${issue.title}</h1>
<p class="faint" style="margin:6px 0 0;font-size:14px;line-height:20px;${SANS};${FAINT}">${periodOf(issue)}</p>
</td></tr>
${issue.intro !== null && row(html`<p class="ink" style="margin:0;font-size:16px;line-height:25px;${SANS};${INK}">${issue.intro}</p>`)}
${isEmptyIssue(issue) && row(html`<p class="ink" style="margin:0;font-size:16px;line-height:25px;${SANS};${INK}">${NOTHING_NEW}</p>`)}
${issue.lead.map((piece) => row(printPiece(piece, 22)))}
${issue.quotes.length > 0 && row(html`${heading(quotesHeading(issue), null)}${issue.quotes.map(printQuote)}`)}
${issue.sections.map(
  ({ theme, url, pieces }) =>
    pieces.length > 0 && row(html`${heading(theme, url)}${pieces.map((piece) => printPiece(piece, 17))}`),
)}
<tr><td class="line" style="padding:18px 0 0;border-top:1px solid #dcd8d0">
<p class="faint" style="margin:0;font-size:13px;line-height:20px;${SANS};${FAINT}">${printFoot(issue)}</p>
</td></tr>
</table>
</td></tr></table>
</body>
</html>
`.text;
}

/** What a mail program shows behind the subject. */
function preview({ lead, quotes }: DigestIssue): string {
  return [...lead.map(({ headline }) => headline), ...quotes.map(({ text }) => `“${text}”`)]
    .slice(0, 2)
    .join(' · ');
}

function row(content: Markup): Markup {
  return html`<tr><td style="padding:20px 0 4px">${content}</td></tr>`;
}

function heading(text: string, url: string | null): Markup {
  const address = absolute(url);
  const label =
    address === null
      ? text
      : html`<a class="accent" href="${address}" style="text-decoration:none;${ACCENT}">${text}</a>`;
  return html`<h2 class="accent" style="margin:0 0 12px;font-size:13px;line-height:18px;letter-spacing:0.06em;text-transform:uppercase;${SANS};${ACCENT}">${label}</h2>`;
}

function printPiece(piece: DigestPiece, size: number): Markup {
  const source = sourceLine(piece);
  const address = absolute(piece.url);
  const headline =
    address === null
      ? piece.headline
      : html`<a class="ink" href="${address}" style="text-decoration:none;${INK}">${piece.headline}</a>`;
  const language = languageOf(piece.inLanguage);
  return html`<h3 class="ink"${language} style="margin:0;font-size:${size}px;line-height:${size + 6}px;${SERIF};${INK}">${headline}</h3>
${source !== '' && html`<p class="faint" style="margin:3px 0 0;font-size:13px;line-height:19px;${SANS};${FAINT}">${source}</p>`}
${piece.summary !== null && html`<p class="ink"${language} style="margin:6px 0 0;font-size:15px;line-height:23px;${SANS};${INK}">${piece.summary}</p>`}
<div style="height:18px;line-height:18px;font-size:1px">&nbsp;</div>`;
}

function printQuote(quote: DigestQuote): Markup {
  const address = absolute(quote.articleUrl);
  const article =
    address === null
      ? quote.articleHeadline
      : html`<a class="accent" href="${address}" style="${ACCENT}">${quote.articleHeadline}</a>`;
  return html`<blockquote class="line" style="margin:0 0 18px;padding:0 0 0 14px;border-left:3px solid #dcd8d0">
<p class="ink"${languageOf(quote.inLanguage)} style="margin:0;font-size:18px;line-height:27px;${SERIF};${INK}">“${quote.text}”</p>
<p class="faint" style="margin:5px 0 0;font-size:13px;line-height:19px;${SANS};${FAINT}">${speakerLine(quote)}, in ${article}</p>
</blockquote>`;
}

function printFoot({ archiveUrl, unsubscribeUrl }: DigestIssue): HtmlValue {
  const archive = absolute(archiveUrl);
  return [
    archive !== null && html`<a class="accent" href="${archive}" style="${ACCENT}">The archive</a>`,
    unsubscribeUrl !== null &&
      html`${archive !== null && ' · '}<a class="accent" href="${unsubscribeAddress(unsubscribeUrl)}" style="${ACCENT}">Unsubscribe</a>`,
  ];
}

function languageOf(tag: string): HtmlValue {
  return tag !== 'und' && html` lang="${tag}"`;
}

/** Only what leads somewhere from within a mail. */
function absolute(url: string | null): string | null {
  const address = linkAddress(url);
  return address === null || address.startsWith('/') || address.startsWith('#') ? null : address;
}

/** A mailer's placeholder (`{{unsubscribe}}`, `%unsubscribe_url%`, `*|UNSUB|*`) is filled in later and stays as it is. */
function unsubscribeAddress(url: string): string {
  return /^(?:\{\{[^{}]{1,80}\}\}|%\w{1,80}%|\*\|\w{1,80}\|\*)$/.test(url) ? url : (absolute(url) ?? '#');
}
