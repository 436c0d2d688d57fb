import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { BrowserSession } from './chromium.ts';

/** One thing that a visitor of GraphiQL expects, tried in a real browser. */
export interface BrowserCheck {
  readonly name: string;
  /** Resolves when it holds, rejects when not. `shoot` keeps a picture under a name. */
  run(
    session: BrowserSession,
    endpoint: string,
    shoot: (page: Page, name: string) => Promise<void>,
  ): Promise<void>;
}

const PHONE = { width: 360, height: 740 };

export const GRAPHIQL_CHECKS: readonly BrowserCheck[] = [
  {
    name: 'a first visit shows the examples as tabs, and Ctrl-Enter shows data',
    run: async (session, endpoint, shoot) => {
      const page = await openGraphiql(session, endpoint);
      assert.ok((await tabNames(page)).length >= 2, 'the examples should be tabs');
      await runQuery(page);
      await shoot(page, 'first-visit');
    },
  },
  {
    name: 'every example tab runs without an error',
    run: async (session, endpoint) => {
      const page = await openGraphiql(session, endpoint);
      for (const name of await tabNames(page)) {
        await page.getByRole('button', { name, exact: true }).first().click();
        await runQuery(page);
      }
    },
  },
  {
    name: 'the editor knows the schema: it marks a field that does not exist',
    run: async (session, endpoint) => {
      const page = await openGraphiql(session, endpoint);
      await replaceQuery(page, '{ noSuchFieldAnywhere }');
      // Each change is judged anew: the first judgement may be one of half a query.
      for (let isTold = false; !isTold; ) {
        await page.waitForSelector('.graphiql-query-editor .squiggly-error');
        await page.keyboard.press('Escape');
        await page.keyboard.press('F8');
        const told = await page.locator('.marker-widget').textContent();
        isTold = told?.replaceAll('\u00a0', ' ').includes('Cannot query field') === true;
      }
    },
  },
  {
    name: 'docs, examples, explorer and history open',
    run: async (session, endpoint, shoot) => {
      const page = await openGraphiql(session, endpoint);
      await runQuery(page);
      await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
      await page
        .getByRole('link', { name: 'Query' })
        .or(page.locator('.graphiql-doc-explorer a', { hasText: 'Query' }))
        .first()
        .click();
      await page.waitForSelector('.graphiql-doc-explorer-title >> text=Query');
      await shoot(page, 'docs');
      await page.getByRole('button', { name: 'Show Examples' }).click();
      const example = page.locator('.dateline-examples li').first();
      const title = await example.locator('strong').innerText();
      assert.notEqual(await example.locator('span').innerText(), title, 'a question stands under the title');
      await shoot(page, 'examples');
      await page.getByRole('button', { name: 'Show GraphiQL Explorer' }).click();
      await page.waitForSelector('.graphiql-explorer-root');
      await shoot(page, 'explorer');
      await page.getByRole('button', { name: 'Show History' }).click();
      assert.ok(
        (await page.locator('.graphiql-history-item').count()) >= 1,
        'the query should be in the history',
      );
    },
  },
  {
    name: 'an example opens at a click, and Ctrl-Enter runs it without another one',
    run: async (session, endpoint) => {
      const page = await openGraphiql(session, endpoint);
      await page.getByRole('button', { name: 'Show Examples' }).click();
      await page.locator('.dateline-examples li button', { hasText: 'Most quoted' }).click();
      await page.keyboard.press('ControlOrMeta+Enter');
      await untilAnswered(page);
    },
  },
  {
    name: 'tabs that another GraphiQL left on this address do not show up',
    run: async (session, endpoint) => {
      const page = await openGraphiql(session, endpoint);
      const before = await tabNames(page);
      await page.evaluate(() => {
        const tab = {
          id: '1',
          title: 'Foreign',
          query: 'query Foreign { a }',
          variables: null,
          headers: null,
        };
        const state = { activeTabIndex: 0, tabs: [{ ...tab, operationName: 'Foreign', response: null }] };
        localStorage.clear();
        localStorage.setItem('graphiql:tabState', JSON.stringify(state));
      });
      await reload(page);
      assert.deepEqual(await tabNames(page), before);
    },
  },
  {
    name: 'own tabs are there again after a reload, and Reset examples brings the examples back',
    run: async (session, endpoint) => {
      const page = await openGraphiql(session, endpoint);
      const before = await tabNames(page);
      await page.getByRole('button', { name: 'New tab' }).click();
      await replaceQuery(page, 'query MyOwn { __typename }');
      await untilStored(page, 'MyOwn');
      await reload(page);
      assert.ok((await tabNames(page)).includes('MyOwn'), 'the own tab should be back');
      page.once('dialog', (dialog) => void dialog.accept());
      await page.getByRole('button', { name: /^Reset examples:/ }).click();
      await page.waitForSelector('.graphiql-tab >> text=MyOwn', { state: 'detached' });
      assert.deepEqual(await tabNames(page), before);
      await runQuery(page);
    },
  },
  {
    name: 'a shared link opens its query and variables, also over stored tabs',
    run: async (session, endpoint) => {
      const page = await openGraphiql(session, endpoint);
      await replaceQuery(page, 'query Shared { __typename }');
      await page.getByRole('button', { name: /^Share:/ }).click();
      await page.waitForFunction(() => window.location.hash !== '');
      const link = await page.evaluate(() => navigator.clipboard.readText());
      assert.equal(link, page.url());
      await untilStored(page, 'Shared');
      const second = await openGraphiql(session, link.replace('Shared', 'SharedAgain'));
      assert.ok((await tabNames(second)).includes('SharedAgain'));
      assert.match(await editorText(second, '.graphiql-query-editor'), /SharedAgain/);
      assert.equal(new URL(second.url()).hash, '', 'a reload should not open it again');
    },
  },
  {
    name: 'Copy as cURL copies a command, and headers are not stored',
    run: async (session, endpoint) => {
      const page = await openGraphiql(session, endpoint);
      await page.getByRole('button', { name: 'Headers', exact: true }).click();
      await replaceText(
        page,
        '.graphiql-editor-tool .graphiql-editor:not(.hidden)',
        '{ "x-secret": "s3cret" }',
      );
      await page.getByRole('button', { name: 'Copy as cURL' }).click();
      await page.waitForSelector('.dateline-notice.shown >> text=copied');
      const command = await page.evaluate(() => navigator.clipboard.readText());
      assert.match(command, /^curl 'http/);
      assert.match(command, /x-secret: s3cret/);
      await replaceQuery(page, 'query AfterHeaders { __typename }');
      await untilStored(page, 'AfterHeaders');
      const stored = await page.evaluate(() => JSON.stringify(localStorage));
      assert.ok(!stored.includes('s3cret'), 'no header may be stored');
    },
  },
  {
    name: 'dark and light follow the system, while the page is open too',
    run: async (session, endpoint, shoot) => {
      const page = await openGraphiql(session, endpoint);
      await runQuery(page);
      const brightness = () =>
        page.evaluate(() => {
          const colour = getComputedStyle(
            document.querySelector('.graphiql-container') ?? document.body,
          ).backgroundColor;
          return Math.max(...(colour.match(/\d+/g) ?? []).slice(0, 3).map(Number));
        });
      assert.ok((await brightness()) > 200, 'light at first');
      await page.emulateMedia({ colorScheme: 'dark' });
      await page.waitForSelector('.monaco-editor.vs-dark');
      assert.ok((await brightness()) < 80, 'dark then');
      await shoot(page, 'dark');
    },
  },
  {
    name: 'it can be used at 360 px',
    run: async (session, endpoint, shoot) => {
      const page = await openGraphiql(session, endpoint, PHONE);
      await runQuery(page);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(width <= PHONE.width, `the page is ${width} px wide`);
      const response = await page.locator('.graphiql-response').boundingBox();
      assert.ok(
        response !== null && response.width > 300 && response.height > 150,
        'the response has its place',
      );
      await shoot(page, 'phone');
      await page.getByRole('button', { name: 'Show Examples' }).click();
      const pane = await page.locator('.dateline-examples').boundingBox();
      assert.ok(pane !== null && pane.width > 280, 'the pane has its place');
      await shoot(page, 'phone-examples');
      await page.locator('.dateline-examples li button').nth(1).click();
      await page.waitForSelector('.dateline-examples', { state: 'detached' });
    },
  },
];

/** A page with GraphiQL ready to type in. */
async function openGraphiql(
  session: BrowserSession,
  address: string,
  size = { width: 1280, height: 800 },
): Promise<Page> {
  const page = await session.open();
  await page.setViewportSize(size);
  await page.goto(address);
  await untilReady(page);
  return page;
}

async function reload(page: Page): Promise<void> {
  await page.reload();
  await untilReady(page);
}

async function untilReady(page: Page): Promise<void> {
  await page.waitForSelector('.graphiql-query-editor .view-line');
  // The button for reading the schema anew is disabled while it is being read.
  await page.waitForSelector('button[aria-label^="Re-fetch"]:not([disabled])');
}

function tabNames(page: Page): Promise<string[]> {
  return page.locator('.graphiql-tab-button').allInnerTexts();
}

async function editorText(page: Page, selector: string): Promise<string> {
  const drawn = await page.locator(`${selector} .view-lines`).first().textContent();
  // Monaco draws spaces as non-breaking ones.
  return (drawn ?? '').replaceAll('\u00a0', ' ');
}

async function replaceQuery(page: Page, query: string): Promise<void> {
  await replaceText(page, '.graphiql-query-editor', query);
}

async function replaceText(page: Page, selector: string, text: string): Promise<void> {
  await page.locator(`${selector} .view-lines`).first().click();
  await page.keyboard.press('ControlOrMeta+a');
  // As one insertion: typed key by key, the editor would close brackets by itself.
  await page.keyboard.insertText(text);
  // Should the editor have closed a bracket nevertheless, its bracket stands after the cursor.
  await page.keyboard.press('ControlOrMeta+Shift+End');
  await page.keyboard.press('Delete');
}

/** Runs what the editor holds and waits for an answer with data and without errors. */
async function runQuery(page: Page): Promise<void> {
  await page
    .locator('.graphiql-query-editor .view-lines')
    .first()
    .click({ position: { x: 5, y: 5 } });
  await page.keyboard.press('ControlOrMeta+Enter');
  await untilAnswered(page);
}

async function untilAnswered(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    /"(data|errors)"/.test(document.querySelector('.graphiql-response .view-lines')?.textContent ?? ''),
  );
  const answer = await editorText(page, '.graphiql-response');
  assert.match(answer, /"data"/);
  assert.doesNotMatch(answer, /"errors"/);
}

/** GraphiQL stores what is open half a second after the last change. */
async function untilStored(page: Page, text: string): Promise<void> {
  await page.waitForFunction((wanted) => JSON.stringify(localStorage).includes(wanted), text);
}
