/** Markup that may go into a page as it is. Only `html` and `trustMarkup` make one. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** What may stand in a template: text is escaped, lists are joined, `null`, `undefined` and `false` leave nothing. */
export type HtmlValue = Markup | string | number | null | undefined | false | readonly HtmlValue[];

/**
 * Template for HTML: every value is escaped unless it is markup already. Safe between tags and in
 * attributes with quotation marks; not in scripts, styles or attributes without them.
 */
export function html(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Markup {
  let text = strings[0] ?? '';
  values.forEach((value, index) => {
    text += print(value) + (strings[index + 1] ?? '');
  });
  return new Markup(text);
}

/** Takes markup that was made safe elsewhere, such as an article's sanitised body. */
export function trustMarkup(text: string): Markup {
  return new Markup(text);
}

/** JSON in a data block; `<` is escaped, so no text in it can end the script element. */
export function jsonBlock(type: string, value: unknown): Markup {
  return new Markup(
    `<script type="${escapeHtml(type)}">${JSON.stringify(value).replaceAll('<', '\\u003c')}</script>`,
  );
}

/** The five characters that mean something in HTML, as entities. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * An address that a link may have: http, https, mailto or a path on this site; null for any other,
 * `javascript:` and `data:` above all.
 */
export function linkAddress(url: string | null | undefined): string | null {
  if (url === null || url === undefined) return null;
  if (/^(?:https?:\/\/|mailto:)/i.test(url)) return url;
  return /^\/(?![/\\])/.test(url) || url.startsWith('#') ? url : null;
}

function print(value: HtmlValue): string {
  if (value === null || value === undefined || value === false) return '';
  if (value instanceof Markup) return value.text;
  if (Array.isArray(value)) return value.map(print).join('');
  return escapeHtml(String(value));
}
