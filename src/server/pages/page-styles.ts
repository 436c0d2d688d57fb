/** Style of all our pages: the system's fonts, a measure that reads well, light and dark, print. */
export const PAGE_STYLE = `
:root {
  color-scheme: light dark;
  --paper: #fdfcfa; --ink: #1c2430; --faint: #5a6472; --line: #dcd8d0;
  --accent: #0b6566; --mark: #fbeeb8; --mark-line: #b8860b; --panel: #f4f1eb;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #161b22; --ink: #e3e7ec; --faint: #9ba7b5; --line: #323b47;
    --accent: #6fd0c8; --mark: #4a3f16; --mark-line: #d9b44a; --panel: #1e252e;
  }
}
*, ::before, ::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0 auto; padding: 0 1.25rem; max-width: 46rem;
  background: var(--paper); color: var(--ink);
  font: 1.0625rem/1.6 system-ui, -apple-system, "Segoe UI", "Noto Sans", sans-serif;
  overflow-wrap: break-word;
}
h1, h2, h3 { line-height: 1.2; text-wrap: balance; font-family: Georgia, "Noto Serif", serif; }
h1 { font-size: clamp(1.8rem, 1.3rem + 2.4vw, 2.6rem); margin: 0.4rem 0 0.6rem; letter-spacing: -0.01em; }
h2 { font-size: 1.2rem; margin: 2.2rem 0 0.6rem; }
a { color: var(--accent); text-underline-offset: 0.15em; }
a:hover { text-decoration-thickness: 2px; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
pre, code { font-family: ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: 0.88em; }
pre { overflow-x: auto; padding: 0.9rem 1rem; background: var(--panel); border-radius: 8px; line-height: 1.5; }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 1rem; top: 1rem; background: var(--paper); padding: 0.5rem 1rem; z-index: 1; }
.site { display: flex; flex-wrap: wrap; gap: 0.3rem 1.4rem; align-items: baseline; padding: 1.1rem 0; border-bottom: 1px solid var(--line); }
.site .name { font: 700 1.15rem Georgia, "Noto Serif", serif; color: var(--ink); text-decoration: none; margin-inline-end: auto; }
.site nav { display: flex; flex-wrap: wrap; gap: 0.2rem 1.2rem; font-size: 0.92rem; }
.foot { margin-top: 3.5rem; padding: 1.2rem 0 2.5rem; border-top: 1px solid var(--line); color: var(--faint); font-size: 0.88rem; }
.faint { color: var(--faint); }
@media print {
  .site nav, .skip, .foot, .neighbours { display: none; }
  body { max-width: none; font-size: 11pt; }
  a { color: inherit; }
}
`;

/** What the home page adds. */
export const HOME_STYLE = `
h1 { margin-top: 2.4rem; }
pre { white-space: pre-wrap; }
.lead { font-size: 1.2rem; line-height: 1.5; margin: 0 0 1.6rem; text-wrap: pretty; }
.button { display: inline-block; padding: 0.7rem 1.3rem; border-radius: 8px; background: var(--accent); color: var(--paper); font-weight: 600; text-decoration: none; }
.counts { display: grid; grid-template-columns: repeat(auto-fit, minmax(7.5rem, 1fr)); gap: 0.8rem; margin: 2rem 0; padding: 0; }
.counts div { background: var(--panel); border-radius: 8px; padding: 0.7rem 0.9rem; }
.counts dt { color: var(--faint); font-size: 0.85rem; }
.counts dd { margin: 0; font: 700 1.5rem/1.2 Georgia, "Noto Serif", serif; font-variant-numeric: tabular-nums; }
.rows { list-style: none; margin: 0; padding: 0; }
.rows li { padding: 0.55rem 0; border-bottom: 1px solid var(--line); display: flex; flex-wrap: wrap; gap: 0 1rem; justify-content: space-between; }
.rows li:last-child { border: 0; }
.rows span { color: var(--faint); font-size: 0.92rem; }
.entries { list-style: none; margin: 1.6rem 0 0; padding: 0; }
.entries li { padding: 0.9rem 0; border-bottom: 1px solid var(--line); }
.entries li:last-child { border: 0; }
.entries li > a { font: 600 1.12rem/1.35 Georgia, "Noto Serif", serif; text-decoration: none; }
.entries li > a:hover { text-decoration: underline; }
.entries p { margin: 0.25rem 0 0; }
.onward { display: flex; justify-content: space-between; gap: 2rem; margin-top: 1.6rem; }
.onward [rel=next] { margin-inline-start: auto; }
`;

/** What the page of an article adds. */
export const ARTICLE_STYLE = `
.kicker { margin: 2.2rem 0 0; color: var(--faint); font-size: 0.92rem; }
.dek { font-size: 1.2rem; line-height: 1.45; color: var(--faint); margin: 0 0 1rem; text-wrap: pretty; }
.byline { margin: 0 0 0.3rem; }
.body { margin-top: 1.8rem; font: 1.16rem/1.65 Georgia, "Noto Serif", serif; }
.body p { margin: 0 0 1.1em; }
.body blockquote { margin: 1.2em 0; padding-inline-start: 1.1rem; border-inline-start: 3px solid var(--line); }
.body table { border-collapse: collapse; display: block; overflow-x: auto; }
.body td, .body th { border: 1px solid var(--line); padding: 0.3rem 0.6rem; }
mark { background: var(--mark); color: inherit; border-radius: 2px; box-decoration-break: clone; -webkit-box-decoration-break: clone; padding: 0.06em 0; }
mark.indirect { background: none; border-bottom: 2px dotted var(--mark-line); }
mark:target { outline: 2px solid var(--mark-line); }
figure { margin: 1.6rem 0; padding: 0.8rem 1rem; background: var(--panel); border-radius: 8px; font-size: 0.92rem; }
.tags { list-style: none; display: flex; flex-wrap: wrap; gap: 0.4rem; padding: 0; margin: 0.3rem 0 0.9rem; }
.tags li { background: var(--panel); border-radius: 99px; padding: 0.1rem 0.75rem; font-size: 0.92rem; }
.quotes { list-style: none; padding: 0; margin: 0; }
.quotes li { padding: 0.8rem 0; border-bottom: 1px solid var(--line); }
.quotes li:last-child { border: 0; }
.quotes q, .quotes .reported { font-family: Georgia, "Noto Serif", serif; }
.quotes q { quotes: "“" "”"; }
.quotes p { margin: 0.2rem 0 0; color: var(--faint); font-size: 0.92rem; }
dl.facts { display: grid; grid-template-columns: minmax(7rem, auto) 1fr; gap: 0.3rem 1.2rem; margin: 0; font-size: 0.95rem; }
dl.facts dt { color: var(--faint); }
dl.facts dd { margin: 0; min-width: 0; }
.neighbours { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0.8rem 2rem; margin-top: 2.5rem; }
.neighbours a { max-width: 48%; }
.neighbours [rel=next] { margin-inline-start: auto; text-align: end; }
details { margin-top: 1rem; }
summary { cursor: pointer; color: var(--accent); }
.cite { background: var(--panel); border-radius: 8px; padding: 0.8rem 1rem; margin: 0; }
@media (max-width: 30rem) {
  dl.facts { grid-template-columns: 1fr; gap: 0; }
  dl.facts dd { margin-bottom: 0.6rem; }
  .neighbours a { max-width: none; }
}
`;
