/** Content codings that we keep ready, best first. */
export type ContentEncoding = 'br' | 'gzip' | 'identity';

/**
 * Chooses a coding from an `Accept-Encoding` header: brotli before gzip, `identity` where the header
 * is absent or names neither. A coding with `q=0` is refused, `*` stands for those not named.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-12.5.3
 */
export function chooseEncoding(acceptEncoding: string | null | undefined): ContentEncoding {
  const accepted = new Map<string, boolean>();
  for (const part of (acceptEncoding ?? '').toLowerCase().split(',')) {
    const [coding = '', ...parameters] = part.split(';').map((text) => text.trim());
    const quality = parameters.find((parameter) => parameter.startsWith('q='));
    if (coding !== '') accepted.set(coding, quality === undefined || Number(quality.slice(2)) > 0);
  }
  const accepts = (coding: string) => accepted.get(coding) ?? accepted.get('*') ?? false;
  if (accepts('br')) return 'br';
  return accepts('gzip') ? 'gzip' : 'identity';
}
