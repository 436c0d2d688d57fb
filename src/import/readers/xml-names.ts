/**
 * Namespaces that news is written in, by the prefix used for them in this folder. Addresses are compared in
 * lower case and without `http(s)://`, `www.` and a slash at the end, because feeds spell them in every way.
 */
const NAMESPACES: Readonly<Record<string, string>> = {
  'w3.org/2005/atom': 'atom',
  'purl.org/atom/ns#': 'atom',
  'example.com/newformat#': 'atom',
  'example.com/necho': 'atom',
  'purl.org/echo': 'atom',
  'uri/of/echo/namespace#': 'atom',
  'purl.org/pie': 'atom',
  'intertwingly.net/echo': 'atom',
  'purl.org/rss/1.0': '',
  'purl.org/net/rss1.1#': '',
  'my.netscape.com/rdf/simple/0.9': '',
  'channel.netscape.com/rdf/simple/0.9': '',
  'my.netscape.com/publish/formats/rss-0.91.dtd': '',
  'backend.userland.com/rss2': '',
  'backend.userland.com/rss': '',
  'backend.userland.com/rss191': '',
  'blogs.law.harvard.edu/tech/rss': '',
  'purl.org/dc/elements/1.0': 'dc',
  'purl.org/dc/elements/1.1': 'dc',
  'purl.org/dc/terms': 'dcterms',
  'purl.org/rss/1.0/modules/content': 'content',
  'purl.org/rss/1.0/modules/slash': 'slash',
  'purl.org/rss/1.0/modules/syndication': 'sy',
  'search.yahoo.com/mrss': 'media',
  'search.yahoo.com/mrss/rss': 'media',
  'video.search.yahoo.com/mrss': 'media',
  'itunes.com/dtds/podcast-1.0.dtd': 'itunes',
  'example.com/dtds/podcast-1.0.dtd': 'itunes',
  'georss.org/georss': 'georss',
  'w3.org/2003/01/geo/wgs84_pos#': 'geo',
  'opengis.net/gml': 'gml',
  'w3.org/1999/xhtml': 'xhtml',
  'w3.org/1999/02/22-rdf-syntax-ns#': 'rdf',
  'w3.org/xml/1998/namespace': 'xml',
  'web.resource.org/cc': 'cc',
  'creativecommons.org/ns#': 'cc',
  'backend.userland.com/creativecommonsrssmodule': 'creativecommons',
  'rssnamespace.org/feedburner/ext/1.0': 'feedburner',
  'wellformedweb.org/commentapi': 'wfw',
  'prismstandard.org/namespaces/basic/2.0': 'prism',
  'prismstandard.org/namespaces/1.2/basic': 'prism',
  'purl.org/syndication/thread/1.0': 'thr',
};

/** WordPress gives each version of its export a namespace of its own. */
const WORDPRESS = /^wordpress\.org\/export\/[\d.]+(\/excerpt)?$/;

/**
 * The prefix that this folder uses for a namespace: '' for RSS itself, `atom`, `dc`, `media` and so on;
 * null for a namespace that says nothing about news.
 */
export function prefixOfNamespace(address: string): string | null {
  const key = address
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '')
    .replace(/\/$/, '');
  if (key === '') return '';
  const wordpress = WORDPRESS.exec(key);
  if (wordpress) return wordpress[1] ? 'excerpt' : 'wp';
  return NAMESPACES[key] ?? null;
}

const KNOWN_PREFIXES = new Set([...Object.values(NAMESPACES), 'wp', 'excerpt', 'atom10', 'atom03']);

/** What a prefix means that no `xmlns` declares: itself where it is a usual one. */
export function usualPrefix(prefix: string): string | null {
  if (!KNOWN_PREFIXES.has(prefix)) return null;
  return prefix.startsWith('atom') ? 'atom' : prefix;
}
