/** Letters that Unicode does not take apart into a base letter and an accent. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ß: 'ss',
  æ: 'ae',
  ı: 'i',
  œ: 'oe',
  þ: 'th',
  ð: 'd',
  ς: 'σ',
  ħ: 'h',
  ŋ: 'n',
};

/**
 * A printed name in the form in which vocabularies compare names: lower case, without accents, apostrophes
 * and full stops, every other mark a single space ("Côte d’Ivoire" -> "cote divoire", "U.S.A." -> "usa").
 *
 * Works on every script; marks that are part of the letters of a script (Devanagari, Thai, Arabic) stay.
 * Two names that differ only by "&" and nothing else fold alike with "&" dropped. Linear in the length.
 */
export function foldName(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’‘ʼʻ`´.]/g, '')
    .replace(/[øłđßæıœþðςħŋ]/g, (letter) => PLAIN_LETTERS[letter] ?? letter)
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim();
}
