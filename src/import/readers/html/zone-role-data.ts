/**
 * Words by which pages name their parts in `class` and `id`, in kebab case: the conventions of WordPress themes, hAtom,
 * BEM and the large content systems, with the few that German, French, Spanish and Italian sites use.
 *
 * A part is what its first matching row says. Every row is one alternation without repetition, so matching is linear.
 */
const words = (list: string): RegExp => new RegExp(`(?:^|-)(?:${list.trim().split(/\s+/).join('|')})(?:-|$)`);

export const ZONE_WORDS = [
  [
    'hidden',
    words(
      'sr-only visually-hidden visuallyhidden screen-reader screen-reader-text screenreader assistive-text skip-link skip-to-content u-hidden-visually',
    ),
  ],
  [
    'comments',
    words(
      'kommentarer komentarze komentare komentari komentar yorumlar reacties commenti kommentit diskuze diskussion hozzaszolasok comentarii comments? commentlist comment-list comment-respond disqus respond livefyre spotim viafoura kommentare? commentaires? comentarios? replies discussion',
    ),
  ],
  [
    'share',
    words(
      'compartir compartilhar partager partage condividi bagikan udostepnij paylas delen share shares sharing sharedaddy sharebar sharethis share-buttons social socials sociable social-media addthis addtoany a2a shariff follow-us teilen',
    ),
  ],
  [
    'related',
    words(
      `relacionadas relacionados relacionada relacionado noticias-relacionadas correlati articoli-correlati a-lire-aussi sur-le-meme-sujet polecane powiazane ilgili-haberler benzer-haberler relatert relaterte relaterat relaterade relaterede gerelateerd lees-ook baca-juga terkait berita-terkait kapcsolodo souvisejici aiheesta-lisaa te-puede-interesar le-puede-interesar mas-leidas mais-lidas piu-letti plus-lus related relatedposts related-posts related-articles recommend recommended recommendations? recirc recirculation
       outbrain taboola zergnet mgid revcontent trending popular most-read most-viewed most-shared most-popular mostread
       more-news more-stories more-from more-on more-in more-articles more-posts more-like more-to also-read also-like
       read-also read-next read-more readmore see-also further-reading next-post next-article previous-post prev-post
       previous-article prev-article post-navigation posts-navigation nav-links you-may yarpp jp-relatedposts crp
       teasers? upnext up-next latest-news latest-posts latest-stories latest-articles latest similar similar-posts
       post-nav linkbox weiterlesen mehr-zum-thema topstories top-stories headlines keep-reading dont-miss
       internal-link inline-link cross-links leia-tambem lire-aussi leggi-anche lea-tambien`,
    ),
  ],
  [
    'promotion',
    words(
      `reklama reklam reklame reclama iklan annons annonse annonce advertentie mainos hirdetes publicidade pubblicita suscripcion suscribete abonnement promo promos promotion promotional newsletters? newsletter-signup subscribe subscription subscribers? subscribe-box
       sign-up signup ads? advert adverts advertisement advertising advertorial adslot ad-unit adsbygoogle sponsor sponsors
       sponsored cta call-to-action donate donation donations optin opt-in mailchimp mc-embed affiliate affiliates
       marketing banner banners app-download dfp gpt werbung anzeige publicite publicidad pubblicita`,
    ),
  ],
  [
    'sidebar',
    words(
      'sidebar side-bar sidebars sidecol side-column rail right-rail left-rail right-column widget-area aside infobox',
    ),
  ],
  [
    'navigation',
    words(
      `nav navbar navigation navi menu menus submenu breadcrumbs? pagination pager pagenav page-links toolbar topbar
       masthead site-header global-header skip-nav toc table-of-contents ez-toc langs? language-switcher
       jump-links jumplinks anchor-links`,
    ),
  ],
  ['footer', words('footer colophon site-info copyright site-footer imprint impressum footer-widgets')],
  [
    'notice',
    words(
      'modal popup pop-up overlay cookies? cookie-notice consent gdpr toast lightbox tooltip login regwall paywall adblock no-print noprint not-print print-none print-no',
    ),
  ],
  [
    'author-note',
    words(
      `author-bio author-box authorbox author-info author-card author-description author-profile author-about authors-bio
       about-author about-the-author post-author-box bio biography author-details author-section autorenbox author-block`,
    ),
  ],
  [
    'tags',
    words(
      'tags tag-list tag-links taglist tagcloud tag-cloud cat-links categories keywords post-categories entry-tags post-tags entry-categories topics topic-list schlagworte',
    ),
  ],
  [
    'byline',
    words(
      `byline bylines by-line author authors author-name autor auteur meta metadata entry-meta post-meta postmeta article-meta
       post-info entry-date post-date article-date publish-date published published-date pubdate timestamp date
       datetime date-time date-published reading-time read-time time-to-read kicker eyebrow overline dateline-date posted-on`,
    ),
  ],
  [
    'caption',
    words(
      'caption captions figcaption wp-caption-text photo-credit image-credit img-credit credit credits img-caption image-caption media-caption photo-caption bildunterschrift legende didascalia',
    ),
  ],
  [
    'media',
    words(
      'video-player videoplayer player audio-player jwplayer podcast-player carousel slideshow slider swiper gallery photo-gallery image-gallery',
    ),
  ],
] as const satisfies readonly (readonly [string, RegExp])[];

/** `has-sidebar`, `no-comments`, `with-ads`: the name speaks of the page's state, not of what the element is. */
export const STATE_PREFIX =
  /^(?:has|no(?!-?print)|not(?!-?print)|with|without|is|are|show|hide|hides|enable|enabled|disable|disabled|js|without|if|can|use|page|single|postid|template|layout|theme|wf|elementor|et|wp-custom|menu-item)-/;

/** WordPress `post_class`: the piece's own terms (`tag-newsletter`, `category-popular`), said of the whole piece. */
export const TERM_PREFIX =
  /^(?:tag|category|type|post-type|status|format|post-\d|topic|section|series|cat|taxonomy|post_tag|author)-/;

/** Names of the same prefix that are parts after all. */
export const TERM_PREFIX_PART =
  /^(?:tag-list|tag-links|tag-cloud|cat-links|category-list|topic-list|author-(?:bio|box|info|card|description|profile|about|details|section|block|name|meta|avatar|image|link|byline))(?:-|$)/;

/** ARIA roles that stand beside a piece, never in it. https://www.w3.org/TR/wai-aria-1.2/#landmark_roles */
export const ARIA_ROLES: Readonly<Record<string, 'navigation' | 'sidebar' | 'footer' | 'notice'>> = {
  navigation: 'navigation',
  menu: 'navigation',
  menubar: 'navigation',
  toolbar: 'navigation',
  tablist: 'navigation',
  search: 'navigation',
  banner: 'navigation',
  complementary: 'sidebar',
  contentinfo: 'footer',
  dialog: 'notice',
  alertdialog: 'notice',
  tooltip: 'notice',
};
