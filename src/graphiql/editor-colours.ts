/** The part of Monaco's theme data that we set; it takes the rest from its own light or dark theme. */
interface ColourTheme {
  readonly base: 'vs' | 'vs-dark';
  readonly inherit: true;
  readonly rules: { token: string; foreground: string; fontStyle?: string }[];
  readonly colors: Record<string, string>;
}

interface Inks {
  readonly field: string;
  readonly keyword: string;
  readonly type: string;
  readonly variable: string;
  readonly text: string;
  readonly number: string;
  readonly faint: string;
}

/** Every ink reaches a contrast of 4.5 on the page behind it (WCAG 2.2, 1.4.3), line numbers aside. */
const LIGHT: Inks = {
  field: '1d2a3a',
  keyword: '0b6566',
  type: '6a3fa0',
  variable: '9a4a00',
  text: '1c5fa8',
  number: '9a4a00',
  faint: '5c6878',
};

const DARK: Inks = {
  field: 'dbe4ee',
  keyword: '5fd0c5',
  type: 'c4a7f5',
  variable: 'f0b070',
  text: '8cc4ff',
  number: 'f0b070',
  faint: '98a5b6',
};

/** Replaces GraphiQL's two themes, under the names by which it asks Monaco for them. */
export const EDITOR_THEMES: Readonly<Record<string, ColourTheme>> = {
  'graphiql-LIGHT': dress('vs', LIGHT, { paper: '#ffffff', accent: '#0b6566' }),
  'graphiql-DARK': dress('vs-dark', DARK, { paper: '#19202b', accent: '#5fd0c5' }),
};

function dress(
  base: 'vs' | 'vs-dark',
  inks: Inks,
  { paper, accent }: { paper: string; accent: string },
): ColourTheme {
  return {
    base,
    inherit: true,
    rules: [
      { token: 'key.identifier.gql', foreground: inks.field },
      { token: 'keyword.gql', foreground: inks.keyword },
      { token: 'type.identifier.gql', foreground: inks.type },
      { token: 'argument.identifier.gql', foreground: inks.variable },
      { token: 'string', foreground: inks.text },
      { token: 'number', foreground: inks.number },
      { token: 'comment', foreground: inks.faint, fontStyle: 'italic' },
      { token: 'string.key.json', foreground: inks.keyword },
      { token: 'string.value.json', foreground: inks.text },
      { token: 'keyword.json', foreground: inks.type },
    ],
    colors: {
      'editor.background': '#ffffff00',
      'editorLineNumber.foreground': `#${inks.faint}80`,
      'editorLineNumber.activeForeground': `#${inks.faint}`,
      'editorIndentGuide.background1': `#${inks.faint}26`,
      'editorIndentGuide.activeBackground1': `#${inks.faint}80`,
      ...Object.fromEntries(
        [1, 2, 3, 4, 5, 6].map((depth) => [`editorBracketHighlight.foreground${depth}`, `#${inks.faint}`]),
      ),
      'scrollbar.shadow': '#ffffff00',
      'textLink.foreground': accent,
      'textLink.activeForeground': accent,
      'editorLink.activeForeground': accent,
      'editorWidget.background': paper,
      'editorHoverWidget.background': paper,
      'editorSuggestWidget.background': paper,
      'editorSuggestWidget.selectedBackground': `${accent}22`,
      'editorSuggestWidget.selectedForeground': `#${inks.field}`,
      'editorSuggestWidget.highlightForeground': accent,
      'editorSuggestWidget.focusHighlightForeground': accent,
      'list.hoverBackground': `${accent}14`,
      'list.highlightForeground': accent,
      'menu.background': paper,
      'menu.selectionBackground': `${accent}22`,
      'menu.selectionForeground': `#${inks.field}`,
      'quickInput.background': paper,
      'quickInputList.focusBackground': `${accent}22`,
      'quickInputList.focusForeground': `#${inks.field}`,
      'pickerGroup.foreground': accent,
      'input.background': `#${inks.faint}14`,
      focusBorder: accent,
      'toolbar.hoverBackground': `${accent}22`,
    },
  };
}
