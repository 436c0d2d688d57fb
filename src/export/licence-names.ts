/** A public licence named on a page. */
export interface NamedLicence {
  /** SPDX identifier (`CC-BY-NC-4.0`, `CC0-1.0`, `OGL-UK-3.0`); without its version where the page prints none. */
  readonly id: string;
  /** Its address; null where the page prints neither an address nor a version. */
  readonly url: string | null;
  readonly requiresAttribution: boolean;
  readonly isNonCommercial: boolean;
  readonly isNoDerivatives: boolean;
  readonly isShareAlike: boolean;
}

const CC_URL =
  /creativecommons\.org\/licen[sc]es\/(by(?:-nc)?(?:-nd|-sa)?)(?:\/(\d\.\d)(?:\/([a-z]{2,4})(?![a-z.]))?)?/i;
const CC_PUBLIC_DOMAIN_URL =
  /creativecommons\.org\/(?:publicdomain|licen[sc]es)\/(zero|mark|cc0)(?:\/(\d\.\d))?/i;
const CC_SHORT = /\bCC[ -]?(BY(?:[ -]NC)?(?:[ -](?:ND|SA))?)(?![\w-])(?:[ -](\d\.\d))?/i;
const CC_LONG =
  /creative commons[ -](?:licen[sc]e[ -])?(?:attribution|namensnennung|atribución|reconocimiento|atribuição|attribuzione|paternité)((?:[^.;\n]|\.\d){0,80})/i;
const CC_ZERO = /\bCC[ -]?0\b(?:[ -]?(1\.0))?|creative commons zero/i;
const OGL =
  /open government licen[cs]e(?:\/version\/|[ ,-]{1,3}(?:version )?v?)?(\d)?|open-government-licence\/version\/(\d)/i;

/** The first public licence that a text or address names; null when it names none. Linear in its length. */
export function findNamedLicence(text: string): NamedLicence | null {
  return fromAddress(text) ?? fromName(text) ?? fromOther(text);
}

function fromAddress(text: string): NamedLicence | null {
  const [, parts, version, port] = CC_URL.exec(text) ?? [];
  return parts === undefined ? null : creativeCommons(parts, version, port);
}

function fromName(text: string): NamedLicence | null {
  const [, short, shortVersion] = CC_SHORT.exec(text) ?? [];
  if (short !== undefined) return creativeCommons(short.replaceAll(' ', '-'), shortVersion, undefined);
  const [, rest] = CC_LONG.exec(text) ?? [];
  if (rest === undefined) return null;
  const parts = [
    'by',
    /non[ -]?commercial|nicht[ -]?kommerziell|no[ -]?comercial|não[ -]?comercial|non commerciale|pas d.utilisation commerciale/i.test(
      rest,
    )
      ? 'nc'
      : null,
    /no[ -]?deriv|keine bearbeitung|sin (?:obra )?deriv|pas de modification/i.test(rest) ? 'nd' : null,
    /share[ -]?alike|weitergabe unter gleichen|compartir ?igual|partage dans les mêmes|condividi/i.test(rest)
      ? 'sa'
      : null,
  ];
  return creativeCommons(
    parts.filter((part) => part !== null).join('-'),
    /(\d\.\d)/.exec(rest)?.[1],
    undefined,
  );
}

function creativeCommons(
  printed: string,
  version: string | undefined,
  port: string | undefined,
): NamedLicence {
  const parts = printed.toLowerCase();
  const suffix = [version, version === undefined ? undefined : port?.toUpperCase()].filter(
    (part) => part !== undefined,
  );
  return {
    id: ['CC', parts.toUpperCase(), ...suffix].join('-'),
    url:
      version === undefined
        ? null
        : `https://creativecommons.org/licenses/${[parts, version, ...(port === undefined ? [] : [port.toLowerCase()])].join('/')}/`,
    requiresAttribution: true,
    isNonCommercial: parts.includes('nc'),
    isNoDerivatives: parts.includes('nd'),
    isShareAlike: parts.includes('sa'),
  };
}

function fromOther(text: string): NamedLicence | null {
  const free = {
    requiresAttribution: false,
    isNonCommercial: false,
    isNoDerivatives: false,
    isShareAlike: false,
  };
  const [address, kind] = CC_PUBLIC_DOMAIN_URL.exec(text) ?? [];
  if (kind?.toLowerCase() === 'mark')
    return { ...free, id: 'CC-PDM-1.0', url: 'https://creativecommons.org/publicdomain/mark/1.0/' };
  if (address !== undefined || CC_ZERO.test(text)) {
    return { ...free, id: 'CC0-1.0', url: 'https://creativecommons.org/publicdomain/zero/1.0/' };
  }
  const [named, version, versionInUrl] = OGL.exec(text) ?? [];
  if (named === undefined) return null;
  const number = version ?? versionInUrl;
  return {
    ...free,
    requiresAttribution: true,
    id: number === undefined ? 'OGL-UK' : `OGL-UK-${number}.0`,
    url:
      number === undefined
        ? null
        : `https://www.nationalarchives.gov.uk/doc/open-government-licence/version/${number}/`,
  };
}
