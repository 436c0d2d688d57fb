import { isMap, isPair, isScalar, isSeq, LineCounter, type Pair, parseDocument, type YAMLMap } from 'yaml';
import { UserError } from '../errors.ts';
import { letterSimilarity } from '../text/similarity.ts';
import { foldName } from '../vocabulary/fold-name.ts';
import { mediaTopicByCode } from '../vocabulary/media-topics.ts';
import { regionByCode } from '../vocabulary/regions.ts';
import { parseCorrections, type QuoteCorrection } from './quote-corrections.ts';
import type { ArticleDraft, LinkedName } from './readers/reader.ts';

/** What a mapping can name. */
export const MAPPED_KINDS = ['regions', 'themes', 'authors', 'speakers', 'outlets'] as const;
export type MappedKind = (typeof MAPPED_KINDS)[number];

/** What a printed name stands for. */
export interface MappingTarget {
  readonly name: string;
  /** Code of the region (`DE`) or theme (`medtop:06000000`), as the vocabularies write it; null without one. */
  readonly code: string | null;
  readonly url: string | null;
}

/** Records that are one: `names` are the other names of `keep`. */
export interface MappingMerge {
  readonly kind: MappedKind;
  readonly keep: string;
  readonly names: readonly string[];
}

/** The decisions of an archive's owner, from `mapping.yaml`. */
export interface Mapping {
  /** By folded printed name; null for a name that stands for nothing. Chains are followed to their end. */
  readonly rules: Readonly<Record<MappedKind, ReadonlyMap<string, MappingTarget | null>>>;
  readonly merges: readonly MappingMerge[];
  /** What the owner says of single quotations, in the order of the file. */
  readonly corrections: readonly QuoteCorrection[];
}

/** A mistake in the file, by its line (1-based). */
export interface MappingProblem {
  readonly line: number;
  readonly message: string;
}

/** An archive without a mapping. */
export const NO_MAPPING: Mapping = { rules: emptyRules(), merges: [], corrections: [] };

/**
 * Reads `mapping.yaml` (shape: `mappingSchema`). Every mistake is told with its line; the mapping holds what could be
 * read around them. Pure; aliases are not followed.
 */
export function parseMapping(text: string): {
  readonly mapping: Mapping;
  readonly problems: readonly MappingProblem[];
} {
  return new MappingParser(text).parse();
}

/**
 * Reads `mapping.yaml` for an import.
 *
 * @throws {UserError} CONFIG naming every line that is wrong.
 */
export function readMapping(text: string, file: string): Mapping {
  const { mapping, problems } = parseMapping(text);
  if (problems.length === 0) return mapping;
  const lines = problems.slice(0, 10).map(({ line, message }) => `${file}:${line}: ${message}`);
  const more = problems.length > 10 ? [`… and ${problems.length - 10} more.`] : [];
  throw new UserError('CONFIG', [...lines, ...more].join('\n'), 'Mend these lines; nothing was imported.');
}

/** What the owner says a printed name stands for; null for nothing, undefined where the mapping says nothing of it. */
export function findMapped(
  mapping: Mapping,
  kind: MappedKind,
  printed: string,
): MappingTarget | null | undefined {
  return mapping.rules[kind].get(foldName(printed));
}

/** A draft with its names as the owner wants them; what was changed is told in its provenance. Pure. */
export function applyMapping(draft: ArticleDraft, mapping: Mapping): ArticleDraft {
  const changed: Record<string, string> = {};
  const all = <Name extends LinkedName>(
    kind: MappedKind,
    field: string,
    names: readonly Name[],
  ): readonly Name[] => {
    if (mapping.rules[kind].size === 0) return names;
    const kept = new Map<string, Name>();
    for (const name of names) {
      const mapped = findMapped(mapping, kind, name.name);
      if (mapped !== undefined) changed[field] = 'mapping';
      if (mapped === null) continue;
      const result = mapped ? { ...name, name: mapped.name, url: mapped.url ?? name.url } : name;
      if (!kept.has(foldName(result.name))) kept.set(foldName(result.name), result);
    }
    return [...kept.values()];
  };
  const one = <Name extends LinkedName>(field: string, name: Name | null): Name | null =>
    name === null ? null : (all('outlets', field, [name])[0] ?? null);
  const mapped = {
    regions: all('regions', 'regions', draft.regions),
    themes: all('themes', 'themes', draft.themes),
    authors: all('authors', 'authors', draft.authors),
    publisher: one('publisher', draft.publisher),
    isBasedOn: draft.isBasedOn && { ...draft.isBasedOn, outlet: one('isBasedOn', draft.isBasedOn.outlet) },
  };
  return Object.keys(changed).length === 0
    ? draft
    : { ...draft, ...mapped, provenance: { ...draft.provenance, ...changed } };
}

interface Rule {
  readonly kind: MappedKind;
  readonly printed: string;
  readonly target: MappingTarget | null;
  readonly line: number;
}

class MappingParser {
  private readonly lines = new LineCounter();
  private readonly problems: MappingProblem[] = [];
  private readonly rules: Rule[] = [];
  private readonly merges: MappingMerge[] = [];
  private readonly corrections: QuoteCorrection[] = [];

  constructor(private readonly text: string) {}

  parse(): { mapping: Mapping; problems: readonly MappingProblem[] } {
    const document = parseDocument(this.text, {
      lineCounter: this.lines,
      prettyErrors: false,
      logLevel: 'silent',
      uniqueKeys: false,
    });
    for (const error of document.errors)
      this.tell(error.pos[0], error.message.split('\n')[0] ?? 'This is no YAML.');
    const root = document.contents;
    if (isMap(root)) for (const pair of root.items) this.section(pair);
    else if (root !== null && this.text.trim() !== '' && document.errors.length === 0)
      this.tell(0, 'The file has to hold sections such as "authors:".');
    return {
      mapping: { rules: this.resolved(), merges: this.merges, corrections: this.corrections },
      problems: this.problems.sort((a, b) => a.line - b.line),
    };
  }

  private section(pair: Pair): void {
    const name = textOf(pair.key);
    const known = [...MAPPED_KINDS, 'merge', 'quotes'];
    if (name === null || !known.includes(name)) {
      this.tell(
        startOf(pair.key),
        `"${name ?? '?'}" is no section${nearest(name ?? '', known)}. Sections are ${known.join(', ')}.`,
      );
      return;
    }
    if (pair.value === null || (isScalar(pair.value) && pair.value.value === null)) return;
    if (name === 'quotes')
      this.corrections.push(
        ...parseCorrections(pair.value, (node, message) => this.tell(startOf(node ?? pair.key), message)),
      );
    else if (!isMap(pair.value))
      this.tell(
        startOf(pair.value ?? pair.key),
        `"${name}" has to hold lines of the form "printed name: name".`,
      );
    else if (name === 'merge') for (const inner of pair.value.items) this.mergeSection(inner);
    else for (const inner of pair.value.items) this.rule(kindOf(name), inner);
  }

  private rule(kind: MappedKind, pair: Pair): void {
    const printed = textOf(pair.key);
    if (printed === null || foldName(printed) === '') {
      this.tell(
        startOf(pair.key),
        'A printed name is a text with letters or digits; put it in quotation marks.',
      );
      return;
    }
    const target = this.target(kind, printed, pair.value);
    if (target !== undefined)
      this.rules.push({ kind, printed, target, line: this.lineOf(startOf(pair.key)) });
  }

  /** Undefined for a target that was told as wrong. */
  private target(kind: MappedKind, printed: string, node: unknown): MappingTarget | null | undefined {
    if (node === null || (isScalar(node) && node.value === null)) return null;
    const name = textOf(node);
    if (name !== null) return { name, code: null, url: null };
    if (isMap(node)) return this.targetObject(kind, printed, node);
    this.tell(startOf(node), `"${printed}" has to stand for a name, for an object with "name", or for null.`);
    return undefined;
  }

  private targetObject(kind: MappedKind, printed: string, node: YAMLMap): MappingTarget | undefined {
    const fields = new Map<string, string>();
    for (const { key, value } of node.items) {
      const field = textOf(key) ?? '';
      const text = textOf(value);
      if (!['name', 'code', 'url'].includes(field))
        this.tell(
          startOf(key),
          `"${field}" is no field of a name${nearest(field, ['name', 'code', 'url'])}.`,
        );
      else if (text === null) this.tell(startOf(value ?? key), `"${field}" has to be a text.`);
      else fields.set(field, text);
    }
    const code = fields.get('code');
    if (code === undefined) {
      const name = fields.get('name');
      if (name === undefined)
        this.tell(
          startOf(node),
          `"${printed}" needs a "name"${kind === 'regions' || kind === 'themes' ? ' or a "code"' : ''}.`,
        );
      return name === undefined ? undefined : { name, code: null, url: fields.get('url') ?? null };
    }
    if (kind !== 'regions' && kind !== 'themes') {
      this.tell(startOf(node), `Only regions and themes have codes; "${printed}" is one of the ${kind}.`);
      return undefined;
    }
    const term = kind === 'regions' ? regionByCode(code) : mediaTopicByCode(code);
    if (term !== null) return { name: term.name, code: term.code, url: fields.get('url') ?? null };
    this.tell(
      startOf(node),
      kind === 'regions'
        ? `"${code}" is no code of ISO 3166 or UN M49.`
        : `"${code}" is no IPTC Media Topic.`,
    );
    return undefined;
  }

  private mergeSection(pair: Pair): void {
    const name = textOf(pair.key) ?? '';
    if (!isKind(name)) {
      this.tell(startOf(pair.key), `"${name}" cannot be merged${nearest(name, MAPPED_KINDS)}.`);
      return;
    }
    const groups = isSeq(pair.value) ? pair.value.items : [null];
    for (const group of groups) {
      const names = isSeq(group) ? group.items.map(textOf) : [];
      const [keep, ...others] = names.filter((text) => text !== null && foldName(text) !== '');
      if (!keep || others.length === 0 || others.length + 1 < names.length) {
        this.tell(
          startOf(group ?? pair.key),
          'A group to be merged is a list of two names or more: "- [kept name, other name]".',
        );
        continue;
      }
      const otherNames = others.filter((text) => text !== null);
      this.merges.push({ kind: name, keep, names: otherNames });
      const line = this.lineOf(startOf(group));
      for (const other of otherNames)
        this.rules.push({ kind: name, printed: other, target: { name: keep, code: null, url: null }, line });
    }
  }

  /** Rules by folded name, each followed to where its target leads. */
  private resolved(): Mapping['rules'] {
    const rules = emptyRules();
    const first = new Map<string, Rule>();
    for (const rule of this.rules) {
      const key = `${rule.kind} ${foldName(rule.printed)}`;
      const before = first.get(key);
      if (!before) first.set(key, rule);
      else if (before.target?.name !== rule.target?.name)
        this.problems.push({
          line: rule.line,
          message: `"${rule.printed}" stands for something else in line ${before.line}.`,
        });
    }
    for (const [key, rule] of first) {
      let end = rule;
      const seen = new Set([key]);
      for (let next = follow(first, end); next !== undefined; next = follow(first, end)) {
        const nextKey = `${next.kind} ${foldName(next.printed)}`;
        if (next === end) break;
        if (seen.has(nextKey)) {
          this.problems.push({ line: rule.line, message: `"${rule.printed}" leads back to itself.` });
          break;
        }
        seen.add(nextKey);
        end = next;
      }
      rules[rule.kind].set(foldName(rule.printed), end.target);
    }
    return rules;
  }

  private tell(offset: number, message: string): void {
    this.problems.push({ line: this.lineOf(offset), message });
  }

  private lineOf(offset: number): number {
    return Math.max(1, this.lines.linePos(offset).line);
  }
}

/** The rule that speaks of this rule's target; a name that stands for itself ends the way. */
function follow(rules: ReadonlyMap<string, Rule>, rule: Rule): Rule | undefined {
  if (
    rule.target === null ||
    rule.target.code !== null ||
    foldName(rule.target.name) === foldName(rule.printed)
  )
    return undefined;
  return rules.get(`${rule.kind} ${foldName(rule.target.name)}`);
}

function emptyRules(): Record<MappedKind, Map<string, MappingTarget | null>> {
  return {
    regions: new Map(),
    themes: new Map(),
    authors: new Map(),
    speakers: new Map(),
    outlets: new Map(),
  };
}

function isKind(name: string): name is MappedKind {
  return MAPPED_KINDS.some((kind) => kind === name);
}

function kindOf(section: string): MappedKind {
  return isKind(section) ? section : 'themes';
}

/** Text of a scalar; numbers and truth values as they were written, since `No` and `1984` are names too. */
function textOf(node: unknown): string | null {
  if (!isScalar(node) || node.value === null) return null;
  const written = typeof node.value === 'string' ? node.value : (node.source ?? String(node.value));
  return written.trim() === '' ? null : written.trim();
}

function startOf(node: unknown): number {
  if (isPair(node)) return startOf(node.key);
  const range = (isScalar(node) || isMap(node) || isSeq(node)) && node.range;
  return range ? range[0] : 0;
}

function nearest(name: string, among: readonly string[]): string {
  const best = [...among].sort((a, b) => letterSimilarity(b, name) - letterSimilarity(a, name))[0];
  return best !== undefined && letterSimilarity(best, name) > 0.3 ? `; did you mean "${best}"?` : '';
}
