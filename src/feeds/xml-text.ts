/** Text for an XML 1.0 element or attribute: characters that mean something escaped, those that XML forbids left out. */
export function escapeXml(text: string): string {
  return text.replace(FORBIDDEN, '').replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}

/** Control characters, halves of surrogate pairs and the two non-characters (https://www.w3.org/TR/xml/#charsets). */
const FORBIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is to be removed
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** `<name attributes>text</name>` on a line of its own; nothing for null. Attributes of null are left out. */
export function element(
  name: string,
  text: string | null,
  attributes: Readonly<Record<string, string | null>> = {},
): string {
  return text === null ? '' : `<${name}${attributesOf(attributes)}>${escapeXml(text)}</${name}>\n`;
}

/** `<name attributes/>` on a line of its own. */
export function emptyElement(name: string, attributes: Readonly<Record<string, string | null>>): string {
  return `<${name}${attributesOf(attributes)}/>\n`;
}

function attributesOf(attributes: Readonly<Record<string, string | null>>): string {
  return Object.entries(attributes)
    .map(([name, value]) => (value === null ? '' : ` ${name}="${escapeXml(value)}"`))
    .join('');
}
