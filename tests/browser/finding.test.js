// Finding what one owns: as one types, by filters and order, as cards or a table; every view is a link.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Home } from './home.js';
import { EYES } from './visitor.js';

const THINGS = [
  { name: 'Cykelhjälm', maker: 'Hövding', value: 90000, at: 'Hallen' },
  { name: 'Hjälm för cykel', maker: 'Abus', value: 40000, at: 'Garaget' },
  { name: 'Motorsåg', maker: 'Husqvarna', value: 310000, at: 'Garaget' },
  { name: 'Åkpåse', maker: 'Fjällräven', value: 120000, at: 'Hallen' },
  { name: 'Äppelkorg', maker: '', value: 5000, at: 'Hallen' },
  { name: 'Ölglas', maker: 'Orrefors', value: 20000, at: 'Villan' },
  { name: 'Zinkhink', maker: '', value: 15000, at: 'Garaget' },
];
/** Swedes look for Å after Z, others beside A. */
const IN_ORDER = {
  sv: ['Cykelhjälm', 'Hjälm för cykel', 'Motorsåg', 'Zinkhink', 'Åkpåse', 'Äppelkorg', 'Ölglas'],
  en: ['Åkpåse', 'Äppelkorg', 'Cykelhjälm', 'Hjälm för cykel', 'Motorsåg', 'Ölglas', 'Zinkhink'],
};

for (const eyes of EYES) {
  const scripted = eyes.script !== false;
  const inOrder = IN_ORDER[eyes.lang];

  test(`Whoever looks for a thing, ${eyes.name},`, async (t) => {
    const home = await Home.open(t);
    const places = {};
    for (const name of ['Villan', 'Hallen', 'Garaget']) {
      const place = { name, kind: name === 'Villan' ? 'house' : 'room', parent: places.Villan };
      places[name] = (await home.program.add('places', place)).id;
    }
    const tag = (await home.program.add('tags', { name: 'vinter' })).id;
    for (const { name, maker, value, at } of THINGS) {
      const tags = name.startsWith('Å') ? [tag] : [];
      await home.program.add('items', { name, maker, tags, place: places[at], value: { amount: `${value / 100}`, currency: 'SEK' } });
    }
    const visitor = await home.visitor(t, eyes);
    const { page } = visitor;
    const names = () => page.locator('main [data-move]').allInnerTexts();
    const search = page.locator('#search');
    const facet = (name) => page.locator('.facet-choice', { hasText: name }).first();
    const menuLink = (href) => page.locator(`main .tools a[href="${href}"], main .page-actions a[href="${href}"]`).first();

    await t.test('finds it while typing, and leaves the list in one step', async () => {
      await visitor.open('/');
      await visitor.inspect();
      await search.click();
      if (scripted) {
        await page.keyboard.type('cykel');
        await page.waitForURL('**/items?q=cykel');
        await page.keyboard.type(' hjalm');
        await page.waitForURL(/q=cykel(\+|%20)hjalm/);
        await page.locator('main [data-move]').nth(1).waitFor();
        assert.equal(await search.inputValue(), 'cykel hjalm');
        assert.ok(await search.evaluate((field) => field === document.activeElement), 'one types on');
      } else {
        await page.keyboard.type('cykel hjalm');
        await visitor.press();
      }
      assert.deepEqual((await names()).sort(), ['Cykelhjälm', 'Hjälm för cykel']);
      await visitor.inspect();
      await page.goBack();
      assert.equal(visitor.path, '/');
      await page.locator('h1', { hasText: 'Ekström' }).waitFor();
    });

    await t.test('is told when there is nothing', async () => {
      await visitor.open('/items?q=elefant');
      assert.deepEqual(await names(), []);
      assert.equal(await search.inputValue(), 'elefant');
      await visitor.inspect();
    });

    await t.test('narrows the list by what is counted, and widens it again', async () => {
      await visitor.open('/items');
      await visitor.unfold(facet('Garaget'));
      assert.equal(await facet('Garaget').locator('.facet-count').innerText(), '3');
      assert.equal(await facet('Villan').locator('.facet-count').innerText(), '7', 'with everything beneath');
      await visitor.inspect();
      await visitor.follow(facet('Hallen'));
      assert.equal((await names()).length, 3);
      await visitor.follow(facet('vinter'));
      assert.deepEqual(await names(), ['Åkpåse']);
      await visitor.inspect();
      await page.goBack();
      assert.equal((await names()).length, 3);
      await page.goForward();
      await visitor.follow(page.locator('.chip', { hasText: 'Hallen' }));
      assert.deepEqual(await names(), ['Åkpåse']);
      await visitor.follow(page.locator('.chip', { hasText: 'vinter' }));
      assert.equal((await names()).length, 7);
      const form = page.locator('form.facet-span', { has: page.locator('[name="worth_from"]') });
      await visitor.unfold(form);
      await form.locator('[name="worth_from"]').fill('1000');
      await visitor.follow(form.locator('button'));
      assert.deepEqual((await names()).sort(), ['Motorsåg', 'Åkpåse']);
    });

    await t.test('puts the list in order', async () => {
      await visitor.open('/items');
      await visitor.follow(menuLink('/items?sort=name'));
      assert.deepEqual(await names(), inOrder);
      await visitor.follow(menuLink('/items?sort=-name'));
      assert.deepEqual(await names(), inOrder.toReversed());
      await visitor.follow(menuLink('/items?sort=-value'));
      assert.equal((await names())[0], 'Motorsåg');
    });

    await t.test('chooses the columns of a table, whose link shows the same to others', async () => {
      await visitor.open('/items?sort=name');
      await visitor.follow(page.locator('main .tools a[href*="view=table"]:not(.menu-list a)'));
      await visitor.inspect();
      const columns = page.locator('form', { has: page.locator('[name="column"]') });
      await visitor.unfold(columns);
      await columns.locator('[value="maker"]').check();
      await columns.locator('[value="category"]').uncheck();
      await visitor.inspect();
      await visitor.follow(columns.locator('button'));
      const head = await page.locator('main thead th').allTextContents();
      assert.match(await page.locator('main tbody').textContent(), /Husqvarna/);
      assert.deepEqual(await names(), inOrder);
      await visitor.inspect();

      const other = await home.visitor(t, eyes);
      await other.open(page.url());
      assert.deepEqual(await other.page.locator('main thead th').allTextContents(), head);
      assert.deepEqual(await other.page.locator('main [data-move]').allInnerTexts(), inOrder);
    });

    await t.test('keeps a search under a name', async () => {
      await visitor.open('/items?value_from=100000&sort=name');
      const keep = page.locator('a[href^="/searches/new"]');
      await visitor.follow(keep);
      await visitor.inspect();
      await page.locator('main [name="name"]').fill('Det dyra');
      await visitor.follow(page.locator('main .form-end button'));
      await visitor.open('/items');
      await visitor.follow(page.locator('main .menu-list a', { hasText: 'Det dyra' }));
      assert.deepEqual((await names()).sort(), ['Motorsåg', 'Åkpåse']);
      await visitor.open('/searches');
      await visitor.inspect();
      await visitor.follow(page.locator('main form[action$="/remove"] button'));
      assert.doesNotMatch(await visitor.text(), /Det dyra/);
    });

    await t.test('turns pages and comes back', async () => {
      await visitor.open('/items?sort=name&limit=3');
      const seen = [];
      for (;;) {
        seen.push(...(await names()));
        const next = page.locator('.pager a[href*="after="]').last();
        if (seen.length >= 7) break;
        await visitor.follow(next);
      }
      assert.deepEqual(seen, inOrder);
      await visitor.inspect();
      await page.goBack();
      assert.deepEqual(await names(), inOrder.slice(3, 6));
    });

    await t.test('needs nothing but a keyboard', async () => {
      await visitor.open('/places');
      if (scripted) await page.keyboard.press('/');
      await visitor.reach(search);
      await page.keyboard.type('hjälm');
      if (scripted) await page.locator('main .card', { hasText: 'Cykelhjälm' }).waitFor();
      else await visitor.press();
      const first = page.locator('main .card [data-move]').first();
      await visitor.reach(first, 120);
      if (scripted) {
        await page.keyboard.press('ArrowRight');
        const reached = await page.evaluate(() => document.activeElement.textContent);
        assert.equal([...(await names())].indexOf(reached), 1, `an arrow goes from the first to ${reached}`);
        await page.keyboard.press('?');
        await page.locator('#keys[open]').waitFor();
        await visitor.inspect();
        await page.keyboard.press('Escape');
      }
      await visitor.press();
      assert.match(visitor.path, /^\/items\/0/);
      assert.match(await page.locator('h1').innerText(), /hjälm/i);
    });
  });
}
