/** Languages whose names pages print beside their articles: BCP 47. */
const LANGUAGE_TAGS =
  'af am ar az be bg bn bs ca cs cy da de el en eo es et eu fa fi fil fr ga gl gu ha he hi hr hu hy id ig is it ja ka kk km kn ko ku ky la lb lo lt lv mk ml mn mr ms mt my ne nl no pa pl ps pt ro ru si sk sl so sq sr sv sw ta te tg th tk tr uk ur uz vi yo zh zu'.split(
    ' ',
  );

/** Languages in which those names are given, beside each language's own. */
const NAMING_LANGUAGES = ['en', 'fr', 'es', 'de', 'pt', 'it'];

let tagByName: ReadonlyMap<string, string> | undefined;

/**
 * The BCP 47 tag of a language by its name in itself, English, French, Spanish, German, Portuguese or Italian
 * (`Français`, `French`, `Französisch` give `fr`), or of a tag (`pt-BR`). Null for anything else.
 */
export function languageOfName(name: string): string | null {
  const folded = name.trim().toLocaleLowerCase();
  tagByName ??= nameTags();
  const known = tagByName.get(folded);
  if (known !== undefined) return known;
  if (!/^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/.test(folded)) return null;
  return LANGUAGE_TAGS.includes(folded.split('-')[0] ?? '')
    ? (Intl.getCanonicalLocales(folded)[0] ?? null)
    : null;
}

function nameTags(): ReadonlyMap<string, string> {
  const tags = new Map<string, string>();
  const namers = NAMING_LANGUAGES.map((language) => new Intl.DisplayNames(language, { type: 'language' }));
  for (const tag of LANGUAGE_TAGS) {
    for (const namer of [new Intl.DisplayNames(tag, { type: 'language' }), ...namers]) {
      const name = namer.of(tag)?.toLocaleLowerCase();
      if (name !== undefined && name !== tag && !tags.has(name)) tags.set(name, tag);
    }
  }
  return tags;
}
