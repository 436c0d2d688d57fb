/** What a label line of a page states. */
export type LabelRole =
  | 'headline'
  | 'alternativeHeadline'
  | 'description'
  | 'byline'
  | 'publisher'
  | 'datePublished'
  | 'dateModified'
  | 'isBasedOn'
  | 'regions'
  | 'themes'
  | 'reports'
  | 'keywords'
  | 'translations'
  | 'inLanguage'
  | 'url'
  | 'licence'
  | 'articlesBy'
  | 'disclaimer'
  | 'permission'
  | 'fairUse'
  | 'contact'
  | 'mediaContact'
  | 'image';

/** Labels in English, French, Spanish, German, Portuguese and Italian, lower case, by what they state. */
const LABELS: Readonly<Record<LabelRole, string>> = {
  headline: 'headline|title|titre|título|titular|titel|überschrift|titolo',
  alternativeHeadline:
    'subtitle|subheading|dek|deck|subheadline|sous-titre|subtítulo|untertitel|sottotitolo|standfirst|chapô',
  description: 'summary|description|abstract|résumé|resumen|zusammenfassung|resumo|riassunto|sommario',
  byline: 'author|authors|byline|auteur|auteurs|autor|autora|autores|autoren|autorin|autore|autori',
  publisher: 'publisher|publication|outlet|newspaper|published by|éditeur|medio|zeitung|editora|testata',
  datePublished:
    'date|published|published on|publication date|publié|publié le|date de publication|fecha|publicado|publicado el|publicado em|datum|veröffentlicht|veröffentlicht am|data|pubblicato|pubblicato il',
  dateModified:
    'updated|last updated|last modified|modified|updated on|mis à jour|mise à jour|mis à jour le|actualizado|actualización|aktualisiert|zuletzt aktualisiert|atualizado|aggiornato',
  isBasedOn:
    'source|original source|originally published|first published|first published in|first published by|source originale|fuente|fuente original|quelle|originalquelle|fonte|fonte original|fonte originale',
  regions:
    'region|regions|country|countries|location|locations|place|places|area|geography|région|régions|pays|lieu|lieux|région du monde|región|regiones|país|países|lugar|regionen|land|länder|ort|orte|região|regiões|lugares|regione|regioni|paese|paesi|luogo',
  themes:
    'theme|themes|topic|topics|subject|subjects|section|sections|category|categories|filed under|posted in|thème|thèmes|sujet|sujets|rubrique|rubriques|catégorie|catégories|tema|temas|sección|secciones|categoría|categorías|thema|themen|ressort|rubrik|rubriken|kategorie|kategorien|seção|seções|categoria|categorias|temi|sezione|sezioni|argomento|argomenti|categorie',
  reports:
    'in-depth report|in-depth reports|report|reports|series|special report|special series|collection|dossier|dossiers|grand dossier|série|informe especial|informe|serie|especial|reportaje especial|schwerpunkt|dossiê|reportagem especial|inchiesta|speciale',
  keywords:
    'tags|tag|keywords|key words|mots-clés|mots clés|étiquettes|palabras clave|etiquetas|schlagwörter|schlagworte|stichwörter|stichworte|palavras-chave|parole chiave|etichette',
  translations:
    'translations|translation|other languages|in other languages|also available in|available in|read in|read this in|also in|traductions|autres langues|lire en|aussi en|traducciones|otros idiomas|leer en|übersetzungen|andere sprachen|lesen auf|auch auf|traduções|outras línguas|outros idiomas|ler em|traduzioni|altre lingue|leggi in',
  inLanguage: 'language|langue|idioma|lengua|sprache|língua|lingua',
  url: 'link|url|permalink|canonical|canonical url|canonical link|address|web address|lien|lien permanent|enlace|enlace permanente|adresse|ligação|collegamento',
  licence: 'licence|license|licencia|lizenz|licença|licenza',
  articlesBy:
    'articles by|more articles by|more by|more from|stories by|other articles by|articles de|autres articles de|articles par|artículos de|más artículos de|otros artículos de|artikel von|weitere artikel von|beiträge von|artigos de|mais artigos de|articoli di|altri articoli di',
  disclaimer:
    'disclaimer|legal disclaimer|legal notice|avertissement|clause de non-responsabilité|mentions légales|descargo de responsabilidad|aviso legal|haftungsausschluss|rechtlicher hinweis|isenção de responsabilidade|esclusione di responsabilità|avvertenza',
  permission:
    'permission|permissions|republication|republishing|reprints|reuse|reproduction|autorisation|permiso|permisos|reproducción|nachdruck|genehmigung|permissão|reprodução|permesso|riproduzione',
  fairUse: 'fair use|fair use notice|fair dealing|usage équitable|uso justo|faire nutzung|uso equo',
  contact:
    'contact|contact us|contacts|contacto|kontakt|contato|contatto|contatti|courriel|correo|e-mail|email',
  mediaContact:
    'for media inquiries|for media enquiries|media inquiries|media enquiries|media contact|press contact|press inquiries|press enquiries|press|contact presse|contacts presse|presse|contacto de prensa|contacto para la prensa|prensa|presseanfragen|pressekontakt|contato de imprensa|imprensa|contatto stampa|contatti stampa|ufficio stampa|per la stampa',
  image:
    'featured image|feature image|image|lead image|cover image|cover photo|photo|photograph|picture|featured photo|image credit|photo credit|image à la une|image de une|photo à la une|crédit photo|imagen destacada|imagen|foto de portada|foto|fotografía|titelbild|bild|aufmacherbild|beitragsbild|bildnachweis|imagem em destaque|imagem|imagem destacada|immagine in evidenza|immagine|foto di copertina',
};

/** Lower-case label to what it states. */
export const ROLE_BY_LABEL: ReadonlyMap<string, LabelRole> = new Map(
  Object.entries(LABELS).flatMap(([role, labels]) =>
    // The keys of LABELS are exactly the roles; Object.entries forgets that.
    labels.split('|').map((label) => [label, role as LabelRole] as const),
  ),
);

/** A label that holds one of these words opens a note: "Note to readers:", "Anmerkung der Redaktion:". */
export const NOTE_LABEL =
  /(?:^|[\s'’])(?:notes?|notas?|hinweis|anmerkung|correction|corrections|clarification|correctif|rectificatif|corrección|korrektur|berichtigung|correção|rettifica|ndlr|n\. ?d\. ?l\. ?r\.|update|mise à jour|actualización|disclosure|trigger warning)(?=$|[\s'’(])/iu;

/** Networks on which outlets and authors have profiles, as people write them. */
export const NETWORKS: readonly (readonly [pattern: RegExp, network: string])[] = [
  [/\btwitter\b/i, 'Twitter'],
  [/^@?x$|\bx \(|\bx\.com\b/i, 'X'],
  [/\btelegram\b/i, 'Telegram'],
  [/\binstagram\b/i, 'Instagram'],
  [/\bfacebook\b/i, 'Facebook'],
  [/\bmastodon\b/i, 'Mastodon'],
  [/\bbluesky\b/i, 'Bluesky'],
  [/\blinked-?in\b/i, 'LinkedIn'],
  [/\byou ?tube\b/i, 'YouTube'],
  [/\bwhats ?app\b/i, 'WhatsApp'],
  [/\bthreads\b/i, 'Threads'],
  [/\btik ?tok\b/i, 'TikTok'],
  [/\bsubstack\b/i, 'Substack'],
  [/\bsignal\b/i, 'Signal'],
  [/\bvk(?:ontakte)?\b/i, 'VK'],
  [/\breddit\b/i, 'Reddit'],
  [/\brumble\b/i, 'Rumble'],
  [/\bodysee\b/i, 'Odysee'],
  [/\bgab\b/i, 'Gab'],
  [/\brss\b/i, 'RSS'],
  [/\bflipboard\b/i, 'Flipboard'],
  [/\bpinterest\b/i, 'Pinterest'],
];
