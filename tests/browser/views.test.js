// How the pages look to whom: quick or full, light or dark, in Swedish or English; chosen anywhere, remembered.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Home } from './home.js';
import { ERIK, EYES, OWNER } from './visitor.js';

for (const eyes of EYES) {
  test(`The pages, ${eyes.name},`, async (t) => {
    const home = await Home.open(t);
    await home.invite(ERIK);
    const place = (await home.program.add('places', { name: 'Hallen', kind: 'house' })).id;
    const thing = (await home.program.add('items', { name: 'Kajak', place, maker: 'Nelo', acquired: { from: 'Göran' } })).id;
    const visitor = await home.visitor(t, eyes);
    const { page } = visitor;
    const html = page.locator('html');
    const wide = eyes.size.width > 1000;
    // What may be asked of everybody is in a menu of every page.
    const button = (name, value) => page.locator(`header form:has([name="${name}"][value="${value}"]) button, nav form:has([name="${name}"][value="${value}"]) button`).first();
    const settings = (name, value) => page.locator(`main form:has([name="${name}"][value="${value}"]) button`);

    await t.test('are quick on what is small and full on what is large, until somebody chooses', async () => {
      await visitor.open(`/items/${thing}`);
      assert.equal(await html.getAttribute('data-view'), 'auto');
      assert.equal((await visitor.text()).includes('Göran'), wide, 'a quick page says what matters most');
    });

    await t.test('switch between quick and full where one is, and stay so', async () => {
      const [here, there] = wide ? ['quick', 'full'] : ['full', 'quick'];
      for (const path of ['/', '/items?sort=name&view=table', `/items/${thing}`, `/places/${place}`, '/settings']) {
        await visitor.open(path);
        await visitor.follow(button('view', here));
        assert.equal(page.url(), home.origin + path, 'one stays where one was');
        assert.equal(await html.getAttribute('data-view'), here);
        await visitor.inspect();
        if (path.startsWith('/items/')) assert.equal((await visitor.text()).includes('Göran'), here === 'full');
        await visitor.open('/tags');
        assert.equal(await html.getAttribute('data-view'), here, 'the next page is the same');
        await visitor.follow(button('view', there));
        assert.equal(await html.getAttribute('data-view'), there);
      }
    });

    await t.test('are light or dark as one wishes, on every device', async () => {
      const other = { light: 'dark', dark: 'light' }[eyes.theme];
      const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      await visitor.open('/settings');
      await visitor.inspect();
      const before = await ground();
      await visitor.follow(settings('theme', other));
      assert.equal(await html.getAttribute('data-theme'), other);
      assert.notEqual(await ground(), before);
      await visitor.inspect();
      const elsewhere = await home.visitor(t, eyes);
      await elsewhere.open('/items');
      assert.equal(await elsewhere.page.locator('html').getAttribute('data-theme'), other);
      await elsewhere.inspect();
    });

    await t.test('speak the language that each person chose', async () => {
      const other = { sv: 'en', en: 'sv' }[eyes.lang];
      const title = { sv: 'Saker', en: 'Things' };
      await visitor.open('/items');
      assert.match(await page.locator('h1').innerText(), new RegExp(title[eyes.lang]));
      await visitor.follow(button('lang', other));
      assert.equal(visitor.path, '/items');
      assert.equal(await html.getAttribute('lang'), other);
      assert.match(await page.locator('h1').innerText(), new RegExp(title[other]));
      await visitor.inspect();
      await visitor.signOut();
      await visitor.signIn(OWNER);
      await visitor.open('/places');
      assert.equal(await html.getAttribute('lang'), other, 'it is known again');

      const erik = await home.visitor(t, eyes, ERIK);
      await erik.open('/items');
      assert.equal(await erik.page.locator('html').getAttribute('lang'), eyes.lang, 'others keep their own');
    });

    await t.test('skip to what matters by keyboard', async () => {
      await visitor.open('/people');
      await visitor.reach(page.locator('.skip'), 1);
      await page.keyboard.press('Enter');
      await page.waitForURL('**/people#main');
      await visitor.reach(page.locator('main a').first(), 2);
      const menu = page.locator('header details.menu summary');
      await visitor.open('/people');
      await visitor.reach(menu);
      await page.keyboard.press('Enter');
      await visitor.reach(button('theme', eyes.theme), 10);
      await visitor.press();
      assert.equal(await html.getAttribute('data-theme'), eyes.theme);
    });
  });
}
