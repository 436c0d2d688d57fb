import { builder } from '../../graphql/builder.ts';

interface ShareLinkShape {
  readonly network: string;
  readonly url: string;
}

export const ShareLink = builder.objectRef<ShareLinkShape>('ShareLink').implement({
  description: 'An address with which a reader passes a piece on.',
  fields: (t) => ({
    network: t.exposeString('network', { description: 'Where to: "email", "Telegram".' }),
    url: t.field({ type: 'URL', description: 'The address to open.', resolve: ({ url }) => url }),
  }),
});

/** Share addresses as the networks document them; none of them is followed by us. */
const NETWORKS: Readonly<Record<string, (url: string, headline: string) => string>> = {
  email: (url, headline) => `mailto:?subject=${headline}&body=${url}`,
  Telegram: (url, headline) => `https://t.me/share/url?url=${url}&text=${headline}`,
  WhatsApp: (url, headline) => `https://wa.me/?text=${headline}%20${url}`,
  Facebook: (url) => `https://www.facebook.com/sharer/sharer.php?u=${url}`,
  X: (url, headline) => `https://x.com/intent/post?url=${url}&text=${headline}`,
  LinkedIn: (url) => `https://www.linkedin.com/sharing/share-offsite/?url=${url}`,
  Reddit: (url, headline) => `https://www.reddit.com/submit?url=${url}&title=${headline}`,
};

/** Share addresses of a piece; none for one without an address. */
export function shareLinksOf({ url, headline }: { url: string | null; headline: string }): ShareLinkShape[] {
  if (url === null) return [];
  return Object.entries(NETWORKS).map(([network, address]) => ({
    network,
    url: address(encodeURIComponent(url), encodeURIComponent(headline)),
  }));
}
