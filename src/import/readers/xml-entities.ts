import { decodeHTML } from 'entities';

const REFERENCE = /&(?:#[0-9]{1,7};?|#[xX][0-9a-fA-F]{1,6};?|[A-Za-z][A-Za-z0-9._-]{0,63};)/g;

/** Longest value that a document may give to an entity of its own, and how many: enough for names, useless for bombs. */
const MAX_ENTITY_CHARACTERS = 256;
const MAX_ENTITIES = 200;
/** Characters that own entities may add in total. */
const MAX_EXPANSION = 1_000_000;

/**
 * Decodes character and entity references in XML text. XML's five and HTML's names are known, since feeds
 * print `&nbsp;` undeclared; a document's own entities are taken where their value is short plain text.
 */
export class XmlEntities {
  private readonly own = new Map<string, string>();
  private left = MAX_EXPANSION;

  /** Takes the entities that a DOCTYPE declares; one whose value refers to another stays unknown. */
  declare(doctype: string): void {
    for (const match of doctype.matchAll(/<!ENTITY\s+([\w.:-]{1,64})\s+(?:"([^"]*)"|'([^']*)')\s*>/g)) {
      const value = match[2] ?? match[3] ?? '';
      if (this.own.size >= MAX_ENTITIES) return;
      if (value.length > MAX_ENTITY_CHARACTERS || /&(?!#)|[%<]/.test(value)) continue;
      this.own.set(match[1] ?? '', decodeHTML(value));
    }
  }

  /** Text with its references decoded; an unknown one stays as printed. */
  decode(source: string): string {
    if (!source.includes('&')) return source;
    return source.replace(REFERENCE, (reference) => {
      if (this.own.size > 0) {
        const value = this.own.get(reference.slice(1, -1));
        if (value !== undefined) {
          this.left -= value.length;
          return this.left > 0 ? value : reference;
        }
      }
      return decodeHTML(reference);
    });
  }
}
