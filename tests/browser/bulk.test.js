// Many things at once: picked, dealt with in one change, and all of it taken back by one press.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Home } from './home.js';
import { EYES } from './visitor.js';

const NAMES = ['Ask', 'Björk', 'Cypress', 'Douglasgran', 'Ek', 'Fläder'];

for (const eyes of EYES) {
  const scripted = eyes.script !== false;

  test(`Whoever deals with many things, ${eyes.name},`, async (t) => {
    const home = await Home.open(t);
    const hall = (await home.program.add('places', { name: 'Hallen', kind: 'house' })).id;
    const attic = (await home.program.add('places', { name: 'Vinden', kind: 'storage' })).id;
    for (const name of NAMES) await home.program.add('items', { name, place: hall });
    const visitor = await home.visitor(t, eyes);
    const { page } = visitor;
    const box = (name) => page.locator('li, tr', { hasText: name }).locator('[data-pick]');
    const picking = page.locator('label', { has: page.locator('[data-picking]') });

    /** Opens a list to pick from: where nothing can hover, the boxes are asked for. */
    async function pickFrom(path) {
      await visitor.open(path);
      if (await picking.isVisible()) await picking.click();
    }
    const act = (what) => page.locator(`.bulk button[name="do"][value="${what}"]`);
    const save = page.locator('main .form-end button[type="submit"]');
    const all = page.locator('.bulk-all input');

    /** What stands in a field of each thing, by the things' names. */
    async function archive(field, query = '') {
      const { items } = await home.program.get(`items?sort=name${query}`);
      return Object.fromEntries(items.map((item) => [item.name, item[field]]));
    }

    const everywhere = (where) => Object.fromEntries(NAMES.map((name) => [name, where]));

    await t.test('moves a range, and has it back', async () => {
      await pickFrom('/items?sort=name');
      await box('Björk').check();
      if (scripted) {
        await box('Ek').click({ modifiers: ['Shift'] });
        assert.match(await page.locator('[data-count]').innerText(), /^4 /);
      } else {
        for (const name of ['Cypress', 'Douglasgran', 'Ek']) await box(name).check();
      }
      await visitor.inspect();
      await visitor.follow(act('move'));
      await visitor.inspect();
      assert.match(await visitor.text(), /Björk, Cypress, Douglasgran/);
      await visitor.follow(save);
      assert.equal(await page.locator('[name="location"]').getAttribute('aria-invalid'), 'true');
      await page.locator('[name="location"]').selectOption(attic);
      await visitor.follow(save);
      assert.match(page.url(), /\/items\?sort=name$/);
      await visitor.inspect();
      const moved = { Björk: attic, Cypress: attic, Douglasgran: attic, Ek: attic };
      assert.deepEqual(await archive('place'), { ...everywhere(hall), ...moved });
      await visitor.undo();
      assert.deepEqual(await archive('place'), everywhere(hall));
    });

    await t.test('tags all results, those on later pages too, and has the tag off again', async () => {
      await pickFrom('/items?sort=name&limit=2');
      await box('Ask').check();
      await all.check();
      if (scripted) assert.match(await page.locator('[data-count]').innerText(), /6/);
      await visitor.follow(act('tag'));
      await visitor.inspect();
      await page.locator('main [name="tags"]').fill('träd, ute');
      await visitor.follow(save);
      assert.ok(Object.values(await archive('tags')).every((tags) => tags.length === 2));
      await visitor.follow(page.locator('.facet-choice', { hasText: 'träd' }));
      assert.match(await visitor.text(), /6/);
      await pickFrom('/items?limit=2');
      await box('Fläder').check();
      await all.check();
      await visitor.follow(act('untag'));
      await visitor.inspect();
      await page.locator('label', { hasText: 'träd' }).locator('input').check();
      await visitor.follow(save);
      assert.ok(Object.values(await archive('tags')).every((tags) => tags.length === 1));
      await visitor.undo();
      assert.ok(Object.values(await archive('tags')).every((tags) => tags.length === 2));
    });

    await t.test('gives things an owner and a category', async () => {
      const owner = (await home.program.get('me')).id;
      await pickFrom('/items?sort=name');
      for (const name of ['Ask', 'Ek']) await box(name).check();
      await visitor.follow(act('give'));
      await visitor.inspect();
      await page.locator(`main input[type="checkbox"][value="${owner}"]`).check();
      await visitor.follow(save);
      assert.deepEqual((await archive('owners')).Ek, [{ person: owner, parts: 1 }]);
      assert.deepEqual((await archive('owners')).Björk, []);
      await pickFrom('/items');
      for (const name of ['Ask', 'Ek']) await box(name).check();
      await visitor.follow(act('categorise'));
      await visitor.inspect();
      await page.locator('main select[name="category"]').selectOption({ index: 2 });
      await visitor.follow(save);
      assert.ok((await archive('category')).Ask);
      await visitor.undo();
      assert.ok(!(await archive('category')).Ask);
    });

    await t.test('archives some, and has them back', async () => {
      await pickFrom('/items?sort=name');
      for (const name of ['Cypress', 'Fläder']) await box(name).check();
      await visitor.follow(act('archive'));
      await visitor.inspect();
      await page.locator('main [name="how"][value="given_away"]').check();
      await page.locator('main [name="on"]').fill('2024-03');
      await visitor.follow(save);
      assert.deepEqual(Object.keys(await archive('name')), ['Ask', 'Björk', 'Douglasgran', 'Ek']);
      assert.deepEqual(Object.keys(await archive('name', '&state=archived')), ['Cypress', 'Fläder']);
      await visitor.undo();
      assert.deepEqual(Object.keys(await archive('name')), NAMES);
    });

    await t.test('throws all into the bin, and has them back', async () => {
      await pickFrom('/items?sort=name');
      await box('Ask').check();
      await all.check();
      await visitor.follow(act('remove'));
      await visitor.inspect();
      assert.deepEqual(await archive('name'), {});
      await visitor.undo();
      assert.deepEqual(Object.keys(await archive('name')), NAMES);
      assert.deepEqual(await archive('place'), everywhere(hall));
    });

    await t.test('needs nothing but a keyboard, and a table will do', async () => {
      await pickFrom('/items?sort=name&view=table');
      await visitor.reach(box('Ask'), 120);
      await page.keyboard.press('Space');
      await visitor.reach(box('Björk'));
      if (scripted) await page.keyboard.press('x');
      else await page.keyboard.press('Space');
      assert.ok(await box('Björk').isChecked());
      await visitor.inspect();
      await visitor.reach(act('move'));
      await visitor.press();
      await visitor.reach(page.locator('[name="location"]'));
      await page.keyboard.type('Vinden');
      await visitor.reach(save);
      await visitor.press();
      const { Ask, Björk, Ek } = await archive('place');
      assert.deepEqual({ Ask, Björk, Ek }, { Ask: attic, Björk: attic, Ek: hall });
      await visitor.reach(page.locator('#toasts form button'), 200);
      await visitor.press();
      assert.deepEqual(await archive('place'), everywhere(hall));
    });
  });
}
