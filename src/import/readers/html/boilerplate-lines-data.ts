/**
 * Openings of lines that a site prints into its pieces and no writer writes: asides to other pieces, calls to subscribe,
 * labels of advertisements. Only short lines are asked. One row a language; none can backtrack (plain alternations).
 */
const openings = (list: string): RegExp =>
  new RegExp(
    `^[\\s>»›▶►•*\\[(–—-]{0,4}(?:${list
      .trim()
      .split(/\s*\n\s*/)
      .join('|')})`,
    'iu',
  );

export const BOILERPLATE_OPENINGS: readonly RegExp[] = [
  openings(`advertisement\\b
    (?:story|article) continues (?:below|after)
    (?:read|see|watch|listen|learn) (?:more|also|next|now)\\b\\s{0,2}(?::|$|here|on|about|at|from|in|\\W)
    (?:also|must)[ -]read\\b
    read (?:also|next|more|full)\\b
    more (?:on this|from|stories|coverage|news|like this)\\b.{0,60}$
    related(?: (?:stories|articles|posts|news|content|coverage|links|topics|reading|video))?\\s{0,2}(?::|$|\\|)
    recommended(?: (?:for you|reading|stories|articles))?\\s{0,2}(?::|$)
    you (?:may|might) (?:also )?(?:like|enjoy|be interested)
    see also\\s{0,2}(?::|$)
    don.t miss\\s{0,2}(?::|$)
    trending(?: now)?\\s{0,2}(?::|$)
    share (?:this|on|via|the (?:post|article|story))\\b
    share\\s{0,2}:?$
    (?:follow|like|join) us\\b
    (?:sign up|signup|register|subscribe)\\b.{0,90}(?:newsletter|updates|inbox|alerts|free|today|email|channel|here|now)
    subscribe\\s{0,2}$
    get (?:our|the|more).{0,60}(?:newsletter|inbox|app)\\b
    click here (?:to|for)\\b
    download (?:our|the) .{0,30}app\\b
    (?:please )?(?:enable|turn on) javascript
    skip to (?:content|main)
    (?:leave|post|add|write) a (?:comment|reply)
    (?:no|\\d{1,5}) comments?\\s{0,2}$
    comments?\\s{0,2}(?:\\(\\d{1,5}\\))?\\s{0,2}$
    view (?:all )?comments
    (?:tags?|filed under|categor(?:y|ies)|topics|posted in|tagged(?: with)?|keywords)\\s{0,2}:
    (?:all rights reserved|copyright\\s{0,2}(?:©|\\(c\\)|\\d{4}))
    ©
    table of contents\\s{0,2}$
    jump to\\b.{0,30}$
    advert\\s{0,2}$
    (?:photo|image|picture|video|photograph)s?(?: credits?)?\\s{0,2}(?::|by\\b|courtesy)
    (?:pictured|getty images|file photo)\\b.{0,80}$
    (?:print|email|e-mail|copy link|save|tweet|facebook|twitter|whatsapp|linkedin|pinterest|reddit|telegram)\\s{0,2}$
    loading\\W{0,3}$
    watch\\s{0,2}:
    (?:next|previous)(?: (?:post|article|story))?\\s{0,2}(?::|$)
    back to top
    \\d{1,3}[ -]min(?:ute)?s?(?:\\W{0,2}read)?\\s{0,2}$
    (?:last )?(?:updated|published|posted)(?: on| at)?\\s{0,2}:`),
  openings(`anzeige\\s{0,2}$
    werbung\\s{0,2}$
    (?:lesen|sehen|hören) sie (?:auch|mehr|dazu|hier)
    (?:lies|lesen) (?:auch|mehr)\\b
    (?:auch|das könnte sie|das könnte dich|passend|mehr) (?:interessant|interessieren|auch interessieren|zum thema|dazu)\\b
    mehr (?:zum thema|dazu|aus|nachrichten|news|artikel)\\b.{0,60}$
    weiterlesen\\b
    weitere (?:artikel|beiträge|nachrichten|themen|infos|meldungen)\\b.{0,40}$
    (?:teilen|drucken|merken|kommentieren|kommentare?|antworten)\\s{0,2}(?::|$|\\(\\d)
    (?:artikel|beitrag) (?:teilen|drucken|versenden|merken)
    (?:newsletter|abonnieren|jetzt anmelden|jetzt abonnieren)\\b.{0,80}$
    (?:foto|bild|quelle|video|symbolbild|fotos|titelbild|titelfoto|beitragsbild|aufmacherbild)\\s{0,2}:
    (?:schlagwörter|schlagworte|stichworte|themen|kategorien?)\\s{0,2}:
    (?:veröffentlicht|aktualisiert|stand|gepostet)\\b.{0,6}(?:am|in|von|unter|:)
    zur startseite
    nach oben\\s{0,2}$
    \\d{1,4} kommentare?\\b`),
  openings(`publicité\\s{0,2}$
    (?:à )?lire (?:aussi|également|la suite|plus)\\b
    (?:à )?voir aussi\\b
    sur le même (?:sujet|thème)
    (?:partager|imprimer|commenter|réagir|s’abonner|s'abonner)\\s{0,2}$
    (?:abonnez|inscrivez)-vous\\b
    (?:crédits?|photo|légende)\\s{0,2}:
    publicidad\\s{0,2}$
    (?:lea|lee|leer|ver|vea|mira|te puede) (?:también|además|más|interesar|aquí)\\b
    (?:también|además) (?:te|le) puede interesar
    (?:suscríbete|suscríbase|síguenos|síganos)\\b
    (?:foto|imagen|fuente|crédito)\\s{0,2}:
    (?:compartir|comparte|imprimir)\\s{0,2}$
    pubblicità\\s{0,2}$
    (?:leggi|guarda) (?:anche|l.articolo|tutto|qui)\\b
    (?:condividi|stampa|commenta|iscriviti)\\s{0,2}(?:$|alla|su)
    publicidade\\s{0,2}$
    (?:leia|veja|saiba|confira) (?:também|mais|ainda)\\b
    (?:compartilhe|assine|inscreva-se|siga)\\b.{0,60}$
    lees (?:ook|meer|verder)\\b
    advertentie\\s{0,2}$
    (?:läs|les|læs) (?:också|også|mer|mere|även)\\b
    (?:annons|annonse|reklame|reklam|mainos)\\s{0,2}:?$
    lue (?:myös|lisää)\\b
    (?:czytaj|zobacz|przeczytaj) (?:też|także|również|więcej)\\b
    reklama\\s{0,2}$
    (?:čtěte|čítajte|přečtěte) (?:také|tiež|též|si)\\b
    (?:citeşte|citește|vezi) (?:şi|și|mai)\\b
    (?:ayrıca|bunlar da|ilginizi)\\b.{0,30}(?:okuyun|bakın|çekebilir)
    (?:baca|simak|lihat) (?:juga|selengkapnya|artikel)\\b
    (?:iklan|bagikan)\\s{0,2}$
    soma (?:pia|zaidi|hapa)\\b
    (?:читайте|читать|смотрите|см\\.) (?:также|ещё|еще|далее|по теме|полностью)
    (?:поделиться|реклама|подписывайтесь|подпишитесь)
    (?:читайте|дивіться) (?:також|ще)
    (?:quảng cáo|xem thêm|đọc thêm)
    (?:広告|関連記事|関連|続きを読む|あわせて読みたい|おすすめ)\\s{0,2}[:：]?$
    (?:广告|廣告|相关阅读|相關新聞|延伸閱讀|延伸阅读|更多)\\s{0,2}[:：]?
    (?:광고|관련기사|관련 기사)
    (?:διαβάστε (?:επίσης|ακόμη|ακόμα|περισσότερα)|διαφήμιση)
    (?:olvassa el|hirdetés|kapcsolódó cikk)
    (?:קראו (?:גם|עוד)|פרסומת)
    (?:यह भी पढ़ें|ये भी पढ़ें|विज्ञापन)
    (?:আরও পড়ুন|আরো পড়ুন|বিজ্ঞাপন)
    (?:อ่านเพิ่มเติม|อ่านข่าว|โฆษณา)
    (?:прочетете (?:още|и)|вижте още)
    (?:pročitajte (?:još|i|više)|oglas\\s{0,2}$|vezane vijesti)
    (?:skaitykite (?:taip pat|daugiau)|lasi arī|lasiet arī|loe (?:ka|veel|lisaks))
    (?:lees (?:ook|meer|verder)|kyk(?: ook)?\\s{0,2}:)
    (?:lexo edhe|lexoni|читајте|прочитајте)
    (?:اقرأ أيضا|اقرأ أيضًا|إعلان|شارك)`),
];

/** Headings of parts that follow a piece. What stands under one goes with it when it is short or made of links. */
export const BOILERPLATE_HEADING =
  /^\W{0,3}(?:related|recommended|more (?:from|on|stories|in|news|like|to|articles|posts|reading)|most (?:read|popular|viewed)|trending|popular|latest|you (?:may|might)|see also|read (?:next|more|also)|keep reading|further reading|share|tags?|topics|comments?|\d{1,4} (?:comments?|kommentare|responses?|thoughts?|replies)|leave a|join the|about the author|about (?:us|me)|author|written by|contact|newsletter|subscribe|sign up|stay (?:up|in|connected)|follow|get (?:the|our|in)|download|advertisement|sponsored|editor.s picks?|next|previous|ähnliche|weitere|mehr (?:zum|aus|von|zu|news)|das könnte|themen|kommentare?|schreibe? (?:einen|uns)|über (?:den|die) autor|teilen|schlagw|meistgelesen|empfohlen|à lire|lire|sur le même|articles (?:liés|similaires)|commentaires|partager|te puede|también|más (?:noticias|leídas)|relacionad|comentarios|leggi|articoli correlati|commenti|leia|veja|notícias relacionadas|comentários|baca|artikel terkait|komentar|читайте|комментар|по теме|похожие|関連|おすすめ|相关|相關)(?:$|[\s:…!?.])/iu;

/** Calls to give an address, to install something, to pay: recognised by what they ask for, wherever in the line it stands. */
export const SIGN_UP_LINE =
  /(?:\b(?:your|their) inbox\b|\bin your (?:email|mailbox)\b|\b(?:sign up|subscribe|signup|opt in)\b.{1,80}\b(?:newsletter|e-?mails?|updates|alerts|inbox|channel|podcast)\b|\b(?:newsletter|e-?mails?)\b.{1,60}\b(?:sign up|subscribe)\b|\bfollow .{2,60} on (?:facebook|twitter|x|instagram|tiktok|linkedin|telegram|whatsapp|youtube|threads|bluesky|mastodon)\b|\b(?:like|join) us on (?:facebook|twitter|whatsapp|telegram)\b|\bdownload (?:our|the) .{0,20}\bapp\b|\bnewsletter\b.{0,80}\b(?:anmelden|abonnieren|bestellen|kostenlos|postfach)\b|\b(?:abonnieren|anmelden)\b.{0,60}\bnewsletter\b|\binscri(?:vez-vous|ption)\b.{0,60}\bnewsletter\b|\bsuscr[íi]b(?:ete|ase)\b|\biscriviti\b.{0,60}\bnewsletter\b|\binscreva-se\b|\bassine\b.{0,40}\bnewsletter\b|\bsubject to copyright\b|\ball rights reserved\b|\balle rechte vorbehalten\b|\btous droits réservés\b)/iu;

/** What a page prints in place of text that only subscribers get. */
export const PAYWALL_LINE =
  /(?:\b(?:subscribe|sign in|log in|register)\b.{0,40}\bto (?:continue|keep) reading\b|\b(?:this|the) (?:article|content|story) is (?:only )?(?:for|available to|reserved for)\b.{0,30}\b(?:subscribers|members)\b|\bsubscribers? only\b|\balready a subscriber\b|réservée? aux abonnés|\bvous reste \d|\bjetzt weiterlesen\b|\bweiterlesen mit\b|\bexklusiv für abonnenten\b|\bfür abonnenten\b|\bsolo para suscriptores\b|\bcontenuto riservato\b|\bper (?:gli )?abbonati\b|\bexclusivo para assinantes\b|会員限定|有料会員|有料記事)/iu;

/** A copyright line: who holds the rights, in which years. */
export const COPYRIGHT_LINE = /(?:^|\s)(?:©|\(c\)\s|copyright\s{0,2}(?:©|\(c\)|\d{4}))/iu;
