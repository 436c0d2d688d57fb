import { describe, expect, test } from 'vitest';
import { findRightsFacts, printAttributionLine, type RightsTexts } from '../../src/export/rights-facts.ts';

const none: RightsTexts = {
  permission: null,
  conditions: null,
  disclaimer: null,
  fairUse: null,
  licence: null,
};
const facts = (permission: string, others: Partial<RightsTexts> = {}) =>
  findRightsFacts({ ...none, permission, ...others });

describe('publishing elsewhere is allowed', () => {
  test.each([
    ['The Ledger grants permission to cross-post its articles on community sites.'],
    ['Feel free to repost and share our articles widely.'],
    ['You may republish this piece.'],
    ['Our stories may be reprinted free of charge.'],
    ['The Press Trust gives permission to cross-post our articles on non-commercial websites,'],
    ['Permission to cross-post: any non-commercial site may republish our articles in full,'],
    ['Other sites may republish our articles, provided that the source is named.'],
    ['La reproduction de nos articles est autorisée.'],
    ['Vous pouvez republier cet article.'],
    ['Se permite la reproducción de este artículo.'],
    ['Se autoriza la republicación.'],
    ['Der Nachdruck ist gestattet.'],
    ['Unsere Texte dürfen weiterverbreitet werden.'],
    ['É permitida a reprodução.'],
    ['È consentita la riproduzione.'],
  ])('%s', (text) => expect(facts(text).isCrossPostingAllowed).toBe(true));
});

describe('publishing elsewhere is refused', () => {
  test.each([
    ['This material may not be republished.'],
    ['No site may republish our articles.'],
    ['No part of this article may be reproduced without prior written permission.'],
    ['Articles can be reproduced only with permission of the Ledger.'],
    ['Reproduction interdite.'],
    ['Toute reproduction sans autorisation est interdite.'],
    ['Prohibida la reproducción total o parcial.'],
    ['No se permite la republicación.'],
    ['Nachdruck verboten.'],
    ['Nachdruck nur mit Genehmigung des Verlags.'],
    ['Die Vervielfältigung ist nicht gestattet.'],
    ['Reprodução proibida.'],
    ['Vietata la riproduzione.'],
  ])('%s', (text) => expect(facts(text).isCrossPostingAllowed).toBe(false));
});

describe('nothing is made up', () => {
  test('without small print nothing is stated', () => {
    expect(findRightsFacts(none)).toEqual({
      isCrossPostingAllowed: null,
      conditions: [],
      isAttributionRequired: null,
      isLinkRequired: null,
      isNonCommercialOnly: null,
      attributionLine: null,
      licence: null,
      isAllRightsReserved: false,
      claimsFairUse: false,
      contact: null,
    });
  });
  test('a disclaimer and a copyright line allow and refuse nothing', () => {
    const stated = findRightsFacts({
      ...none,
      disclaimer: 'The views of the author may be different from those of the Ledger.',
      notice: '© Ada Venn, 2024. All rights reserved.',
    });
    expect(stated).toMatchObject({
      isCrossPostingAllowed: null,
      isNonCommercialOnly: null,
      isAllRightsReserved: true,
    });
  });
  test('a page that allows and forbids is left to its reader', () => {
    expect(
      facts('You may republish our pieces. Our pieces may not be reproduced.').isCrossPostingAllowed,
    ).toBeNull();
  });
  test('a refusal of pictures or of changes is not one of the text', () => {
    expect(
      facts('You may republish our pieces. You may not republish our photos. Do not edit the text you share.')
        .isCrossPostingAllowed,
    ).toBe(true);
  });
});

describe('conditions', () => {
  test.each([
    [
      'Permission to cross-post is granted as long as the source is credited with a hyperlink to the original.',
      'as long as the source is credited with a hyperlink to the original',
      true,
    ],
    [
      'La reproduction est autorisée sous réserve de mentionner la source et d’un lien.',
      'sous réserve de mentionner la source et d’un lien',
      true,
    ],
    [
      'Se permite la reproducción siempre que se cite la fuente con un enlace.',
      'siempre que se cite la fuente con un enlace',
      true,
    ],
    [
      'Nachdruck ist gestattet, sofern die Quelle genannt und verlinkt wird.',
      'sofern die Quelle genannt und verlinkt wird',
      true,
    ],
    ['You may republish this, provided you name the source.', 'provided you name the source', null],
  ])('%s', (text, condition, isLinkRequired) => {
    expect(facts(text)).toMatchObject({
      isCrossPostingAllowed: true,
      conditions: [condition],
      isAttributionRequired: true,
      isLinkRequired,
    });
  });
  test('a sentence kept twice states its condition once', () => {
    const text = 'You may republish this if you name the source.';
    expect(facts(text, { disclaimer: `We are not liable. ${text}` }).conditions).toEqual([
      'if you name the source',
    ]);
  });
  test('listed apart are kept word for word', () => {
    expect(
      facts('You may republish our pieces.', { conditions: 'Name the author, and link to us.' }),
    ).toMatchObject({ conditions: ['Name the author, and link to us.'], isLinkRequired: true });
  });
  test('a credit between quotation marks is the line to print', () => {
    expect(
      facts('You may repost this with the following attribution: “First printed in The Harbour Ledger.”')
        .attributionLine,
    ).toBe('First printed in The Harbour Ledger.');
    expect(facts('You may repost this “freely”.').attributionLine).toBeNull();
  });
});

describe('commercial use', () => {
  test.each([
    ['For publication in print or on commercial sites, contact: rights@ledger.example'],
    ['You may republish our pieces for non-commercial purposes.'],
    ['Reproduction autorisée à des fins non commerciales.'],
    ['Se permite la reproducción sin fines de lucro.'],
    ['Die nichtkommerzielle Weiterverbreitung ist erlaubt.'],
    ['You may repost. Commercial use is prohibited.'],
  ])('%s', (text) => expect(facts(text).isNonCommercialOnly).toBe(true));

  test('a permission for communities with an address for commerce states both', () => {
    expect(
      facts(
        'The Ledger grants permission to cross-post its pieces on community sites as long as the source is acknowledged. For publication in print or on commercial sites, contact: rights@ledger.example',
      ),
    ).toMatchObject({
      isCrossPostingAllowed: true,
      isNonCommercialOnly: true,
      conditions: ['as long as the source is acknowledged'],
      contact: 'rights@ledger.example',
    });
  });
});

describe('licences', () => {
  test.each([
    ['https://creativecommons.org/licenses/by/4.0/', 'CC-BY-4.0', false],
    ['http://creativecommons.org/licenses/by-nc-nd/3.0/us/', 'CC-BY-NC-ND-3.0-US', true],
    ['https://creativecommons.org/licenses/by-sa/4.0/deed.fr', 'CC-BY-SA-4.0', false],
    ['This article is licensed under CC BY-NC 4.0.', 'CC-BY-NC-4.0', true],
    ['Creative Commons Attribution-NonCommercial-ShareAlike 4.0 International', 'CC-BY-NC-SA-4.0', true],
    ['Creative Commons Namensnennung 3.0', 'CC-BY-3.0', false],
    ['CC BY-ND', 'CC-BY-ND', false],
    ['https://creativecommons.org/publicdomain/zero/1.0/', 'CC0-1.0', false],
    ['https://creativecommons.org/publicdomain/mark/1.0/', 'CC-PDM-1.0', false],
    ['Open Government Licence v3.0', 'OGL-UK-3.0', false],
  ])('%s', (licence, id, isNonCommercialOnly) => {
    expect(findRightsFacts({ ...none, licence })).toMatchObject({
      licence: { id },
      isCrossPostingAllowed: true,
      isNonCommercialOnly,
    });
  });
  test('attribution follows from the licence', () => {
    expect(findRightsFacts({ ...none, licence: 'CC BY 4.0' }).isAttributionRequired).toBe(true);
    expect(findRightsFacts({ ...none, licence: 'CC0' }).isAttributionRequired).toBeNull();
  });
  test('an unknown licence states nothing', () => {
    expect(findRightsFacts({ ...none, licence: 'https://ledger.example/terms' })).toMatchObject({
      licence: null,
      isCrossPostingAllowed: null,
    });
  });
});

test('fair use claimed for others’ work is told apart from a permission', () => {
  expect(
    findRightsFacts({
      ...none,
      fairUse: 'We show such material under “fair use”, without profit, to those who asked for it.',
    }),
  ).toMatchObject({ claimsFairUse: true, isCrossPostingAllowed: null, isNonCommercialOnly: null });
});

test('a text of any length is read in a moment', () => {
  const long = 'without prior “credit” may be reproduced as long as '.repeat(50_000);
  expect(facts(long).conditions.join('').length).toBeLessThan(30_000);
});

describe('the credit to print', () => {
  const work = {
    authors: ['Ada Venn'],
    outlet: 'The Harbour Ledger',
    originalOutlet: null,
    year: 2024,
    url: 'https://ledger.example/7',
  };
  test('names author, outlet, year and address', () => {
    expect(printAttributionLine(work)).toBe('Ada Venn, The Harbour Ledger, 2024, https://ledger.example/7');
  });
  test('names who published it first, and all authors', () => {
    expect(
      printAttributionLine({ ...work, authors: ['A', 'B', 'C'], originalOutlet: 'Inland Post', url: null }),
    ).toBe('A, B and C, The Harbour Ledger (first published by Inland Post), 2024');
  });
  test('is null where nobody is known', () => {
    expect(printAttributionLine({ ...work, authors: [], outlet: null })).toBeNull();
  });
});
