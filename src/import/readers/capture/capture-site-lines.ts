import type { Profile } from '../reader.ts';
import { linksOf, networkOf, plainLine, profilesOf, soleLinkOf } from './capture-lines.ts';

/** What a line of the site, beside the piece, states of the outlet. */
export type SiteLine =
  | { readonly kind: 'languages'; readonly count: number }
  | { readonly kind: 'newsletter'; readonly url: string | null }
  | { readonly kind: 'share'; readonly profiles: readonly Profile[] }
  | { readonly kind: 'membership'; readonly url: string | null }
  | { readonly kind: 'discussion'; readonly url: string | null }
  | { readonly kind: 'chrome' };

/** UTF-16 units of plain text. The longest such line seen is 230 long; paragraphs that speak of newsletters are longer. */
const MAX_SITE_LINE_LENGTH = 500;

const LANGUAGE_COUNT =
  /(?<!\d)(\d{1,3})\s+(?:[\p{L}-]+\s+){0,2}?(?:languages|langues|idiomas|lenguas|sprachen|línguas|lingue)(?!\p{L})/iu;
const OFFERED =
  /(?<!\p{L})(?:read|available|translat\p{L}*|appears?|offered|published|menu|button|lues?|lisent|lire|disponibles?|traduits?|leerse|leer|leen|disponible|publica|lesen|verfügbar|erscheint|übersetz\p{L}*|ler|lidos|leggere|lett[oi]|disponibili)(?!\p{L})/iu;

/** Words by which a site speaks to its readers of itself. */
const ADDRESS =
  /(?<!\p{L})(?:you|your|us|our|click|subscribe|sign|join|get|receive|vous|nous|nos|notre|votre|cliquez|abonnez|recevoir|usted|nos|nuestro|nuestra|nuestros|síganos|suscríbase|suscríbete|recibir|puede|sie|uns|unser\p{L}*|folgen|abonnieren|bestellen|você|nosso|nossa|receba|siga|noi|nostro|nostra|seguici|iscriviti|ricevi)(?!\p{L})/iu;
const NEWSLETTER =
  /(?<!\p{L})(?:newsletters?|news letter|inbox|daily e-?mail|e-?mail edition|letter|mailing list|subscribe|morning briefing|lettre|infolettre|bulletin|boîte mail|boletín|boletines|correo|rundbrief|posteingang|boletim|caixa de entrada)(?!\p{L})/iu;
const SHARE =
  /(?<!\p{L})(?:share|sharing|forward|repost\p{L}*|follow|find us|partag\p{L}*|suivez|republier|transférer|compart\p{L}*|síg\p{L}*|reenviar|reproducir|teilen|weiterleiten|folgen|compartilh\p{L}*|siga|condivid\p{L}*|seguici|segui)(?!\p{L})/iu;
const MEMBERSHIP =
  /(?<!\p{L})(?:members?|membership|supporters?|support|donate|donation|subscribers?|subscribe|patron|membres?|adhérez|adhérents?|soutenez|don|abonnez|miembros?|hágase|hazte|soci[oa]s?|apoye|apoya|donar|suscríbase|mitglied\p{L}*|unterstützen|spenden|abonnieren|abonnent\p{L}*|membro|membros|apoie|assine|doe|sostieni|abbonati|dona)(?!\p{L})/iu;
const DISCUSSION =
  /(?<!\p{L})(?:comments?|discuss\p{L}*|letters?|editor|forum|replies|debate|commentez?|commenter|commentaires?|discut\p{L}*|débat\p{L}*|comente|comenta|comentarios?|comentar|debate|foro|kommentier\p{L}*|kommentare?|diskut\p{L}*|diskussion|leserbrief\p{L}*|comente|comentários?|commenta|commenti|discuti\p{L}*)(?!\p{L})/iu;

/** Words of buttons. A line of nothing else is the page's chrome. */
const CHROME =
  /^(?:(?:share|tweet|print|e-?mail|save|listen|comments?|advertisement|sponsored|copy link|facebook|twitter|x|whatsapp|telegram|linkedin|reddit|mastodon|bluesky|pinterest|pocket|pdf|more|read more|skip to content|menu|search|subscribe|sign in|log in|home|partager|imprimer|publicité|compartir|imprimir|publicidad|teilen|drucken|anzeige|werbung|merken|compartilhar|condividi|stampa|pubblicità|\d{1,3} (?:min(?:ute)?s?|comments?|shares?)(?: read)?)(?:[\s|·•,/:]+|$)){1,16}$/iu;

/**
 * Tells a line by which a site speaks of itself (languages offered, newsletter, sharing, membership, comments) from
 * prose, by what such lines have in common: they are short, speak to the reader, and link to what they offer.
 *
 * Null for prose. A paragraph of the piece can look so, too: ask only outside the body.
 */
export function parseSiteLine(line: string): SiteLine | null {
  const plain = plainLine(line);
  if (plain.length > MAX_SITE_LINE_LENGTH) return null;
  if (plain.length <= 120 && CHROME.test(plain)) return { kind: 'chrome' };
  const languages = LANGUAGE_COUNT.exec(plain);
  if (languages !== null && plain.length <= 250 && OFFERED.test(plain)) {
    return { kind: 'languages', count: Number(languages[1]) };
  }
  const sole = soleLinkOf(line);
  if (sole !== null && plain.length <= 140) {
    if (DISCUSSION.test(plain)) return { kind: 'discussion', url: sole.url };
    if (NEWSLETTER.test(plain) && !/(?<!\p{L})subscribers?(?!\p{L})/iu.test(plain))
      return { kind: 'newsletter', url: sole.url };
    if (MEMBERSHIP.test(plain)) return { kind: 'membership', url: sole.url };
    if (SHARE.test(plain)) return { kind: 'share', profiles: profilesOf(line) };
    return null;
  }
  const links = linksOf(line);
  if (!ADDRESS.test(plain) && links.every(({ name }) => !ADDRESS.test(name))) return null;
  const networks = profilesOf(line);
  if (SHARE.test(plain) && (networks.length > 0 || networkOf(plain) !== null || hasButton(plain))) {
    return { kind: 'share', profiles: networks };
  }
  if (NEWSLETTER.test(plain) && links.length > 0)
    return { kind: 'newsletter', url: links.at(-1)?.url ?? null };
  return null;
}

function hasButton(plain: string): boolean {
  return /(?<!\p{L})(?:buttons?|bouton|botón|schaltfläche|knopf|botão|pulsante)(?!\p{L})/iu.test(plain);
}
