// Everyone: every page there is, in both languages and themes, on a phone and a laptop, and in all that becomes of it.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { Home } from './home.js';
import { furnish } from './household.js';
import { inspected, studied } from './inspection.js';
import { addresses, NO_PAGES, PAGES } from './pages.js';
import { LAPTOP, PHONE } from './visitor.js';

const SIZES = [
  { name: 'a phone', size: PHONE },
  { name: 'a laptop', size: LAPTOP },
];
/** Each reader begins in one theme; whoever looks closely looks in the other one too. */
const READERS = [
  { lang: 'sv', theme: 'light' },
  { lang: 'en', theme: 'dark' },
];

/** Words that are the same in both languages, beside the names that the household gave and what has no words. */
const ALIKE = ['Smartinventory', 'Svenska', 'English', 'Filter', 'Golf', 'Silver', 'smartinventory token create', 'ntfy', 'Gotify', 'Webhook', 'Server'];

/** All that the household says, as it is written where it moves in. */
const SOURCES = await Promise.all(['household.js', 'visitor.js', 'files.js'].map((name) => readFile(new URL(name, import.meta.url), 'utf8')));
const SAID = SOURCES.flatMap((source) => source.match(/(['`])(?:(?!\1).)*\1/g)).join();

/** What a page says to anybody, seen or heard. */
function words() {
  const found = [document.title.split(' · ')[0]];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) if (!texts.currentNode.parentElement.closest('script, style, code, pre, option, kbd, body [lang]')) found.push(texts.currentNode.data.trim());
  for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
    for (const element of document.querySelectorAll(`[${name}]`)) if (!element.closest('body [lang]')) found.push(element.getAttribute(name).trim());
  }
  // A path or a number is no word.
  return found.flatMap((text) => text.split(': ')).filter((text) => /\p{L}{3}/u.test(text) && !text.startsWith('/'));
}

/** Looks at the page that is open in every way there is, and gives what is wrong. */
async function study(visitor, { theme }) {
  await visitor.examine((page, tools) => studied(page, tools, theme));
  return visitor.faults();
}

/** Looks at each menu of the page that is open, unfolded, and holds it to folding by Escape. */
async function studyMenus(visitor, within) {
  const menus = visitor.page.locator(`${within} details.menu:visible`);
  const faults = [];
  for (let at = 0; at < (await menus.count()); at += 1) {
    const summary = menus.nth(at).locator('> summary');
    await summary.focus();
    await visitor.page.keyboard.press('Enter');
    await visitor.examine(inspected);
    await visitor.page.keyboard.press('Escape');
    if (await menus.nth(at).evaluate((menu) => menu.open)) faults.push(`${visitor.page.url()}: Escape leaves a menu open`);
    if (!(await summary.evaluate((element) => element === document.activeElement))) faults.push(`${visitor.page.url()}: Escape leads away from the menu's button`);
    await visitor.page.keyboard.press('Enter');
    await visitor.page.locator('#search').focus();
    if (await menus.nth(at).evaluate((menu) => menu.open)) faults.push(`${visitor.page.url()}: a menu stays open that was left`);
  }
  return [...faults, ...visitor.faults()];
}

for (const { name, size } of SIZES) {
  test(`Every page, on ${name},`, async (t) => {
    const home = await Home.open(t);
    const ids = await furnish(home);
    const readers = await Promise.all(READERS.map(async (reader) => ({ ...reader, visitor: await home.visitor(t, { size, ...reader }), titles: new Map() })));

    /** What both readers find wrong, each in their language. */
    const everyone = async (act) => (await Promise.all(readers.map(act))).flat();

    for (const page of PAGES) {
      await t.test(`${page.route} is for everyone`, async () => {
        for (const path of addresses(page, ids)) {
          const faults = await everyone(async (reader) => {
            const { visitor, lang, titles } = reader;
            const reply = await visitor.open(path);
            assert.equal(reply.status(), 200, path);
            assert.equal(await visitor.page.locator('html').getAttribute('lang'), lang);
            reader.words = await visitor.page.evaluate(words);
            const title = await visitor.page.title();
            const twin = titles.get(title) ?? page.route;
            titles.set(title, page.route);
            return [...(twin === page.route ? [] : [`${path} is called ${title} like ${twin}`]), ...(await study(visitor, reader)), ...(await studyMenus(visitor, 'main'))];
          });
          assert.deepEqual(faults, []);
          const [swedish, english] = readers.map((reader) => new Set(reader.words));
          const said = (text) => text.match(/\p{L}{3,}/gu).every((word) => SAID.includes(word));
          const both = [...swedish].filter((text) => english.has(text) && !said(text) && !ALIKE.includes(text));
          assert.deepEqual(both, [], `${path} says this in both languages`);
        }
      });
    }

    for (const page of NO_PAGES) {
      await t.test(`${page.route} is no page, but ${page.for}`, async () => {
        for (const path of addresses(page, ids)) {
          const reply = await readers[0].visitor.page.request.get(path, { maxRedirects: 0 });
          assert.ok(reply.status() < 400, `${path}: ${reply.status()}`);
          assert.doesNotMatch(await reply.text(), /<html/i);
        }
      });
    }
  });
}
