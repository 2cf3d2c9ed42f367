// Regret: what was thrown away comes back, what was changed is changed back, and only what is purged is gone.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Home } from './home.js';
import { ERIK, EYES } from './visitor.js';

for (const eyes of EYES) {
  test(`Whoever regrets, ${eyes.name},`, async (t) => {
    const home = await Home.open(t);
    await home.invite(ERIK);
    const visitor = await home.visitor(t, eyes);
    const { page } = visitor;
    const thing = async (name) => (await home.program.add('items', { name })).id;
    const there = async (id) => (await home.program.reply('GET', `items/${id}`)).status === 200 && !(await home.program.get(`items/${id}`)).binned;
    const row = (name) => page.locator('.list-row', { hasText: name });
    const act = (name, what) => row(name).locator(`form:has([value="${what}"]) button`);

    await t.test('takes a thing out of the bin', async () => {
      const id = await thing('Fotboll');
      await visitor.open('/bin');
      await visitor.inspect();
      await visitor.open(`/items/${id}`);
      await visitor.follow(page.locator(`form[action="/items/${id}/remove"] button`));
      await visitor.inspect();
      await visitor.open('/bin');
      assert.match(await row('Fotboll').innerText(), /Astrid/);
      await visitor.inspect();
      await visitor.follow(row('Fotboll').locator('a').first());
      await visitor.inspect();
      await visitor.open('/bin');
      await visitor.follow(act('Fotboll', 'restore'));
      await visitor.open('/items');
      await page.locator('main .card', { hasText: 'Fotboll' }).waitFor();
    });

    await t.test('is asked before anything is gone for good', async () => {
      const ids = [];
      for (const name of ['Bandyklubba', 'Hockeyklubba', 'Golfklubba']) {
        const id = await thing(name);
        await home.program.ask('DELETE', `items/${id}`);
        ids.push(id);
      }
      await visitor.open('/bin');
      await row('Bandyklubba').locator('[data-pick]').check();
      await visitor.follow(page.locator('.bulk button[value="purge"]'));
      await visitor.inspect();
      assert.match(await visitor.text(), /Bandyklubba/);
      assert.doesNotMatch(await visitor.text(), /Hockeyklubba/);
      await visitor.follow(page.locator('main .form-end a'));
      await row('Bandyklubba').waitFor();

      await row('Bandyklubba').locator('[data-pick]').check();
      await visitor.follow(page.locator('.bulk button[value="purge"]'));
      await visitor.follow(page.locator('main .form-end button'));
      await visitor.inspect();
      assert.equal(await row('Bandyklubba').count(), 0);
      assert.equal((await home.program.reply('GET', `items/${ids[0]}`)).status, 404);

      for (const name of ['Hockeyklubba', 'Golfklubba']) await row(name).locator('[data-pick]').check();
      await visitor.follow(page.locator('.bulk button[value="restore"]'));
      await visitor.open('/items');
      for (const name of ['Hockeyklubba', 'Golfklubba']) await page.locator('main .card', { hasText: name }).waitFor();
    });

    await t.test('empties the bin', async () => {
      const id = await thing('Skräp');
      await home.program.ask('DELETE', `items/${id}`);
      await visitor.open('/bin');
      await visitor.follow(page.locator('a[href="/bin/empty"]'));
      await visitor.inspect();
      await visitor.follow(page.locator('main .form-end button'));
      await visitor.inspect();
      assert.equal(await page.locator('main .list-row').count(), 0);
    });

    await t.test('takes back one change of the history, by whomever', async () => {
      const erik = await home.programOf(ERIK);
      const id = await thing('Gitarr');
      await erik.ask('PATCH', `items/${id}`, { name: 'Elgitarr' });
      await home.program.add('items', { name: 'Förstärkare' });
      await visitor.open('/history');
      await visitor.inspect();
      assert.match(await row('Elgitarr').first().innerText(), /Erik/);
      await visitor.follow(row('Elgitarr').first().locator('form[action^="/undo/"] button'));
      await visitor.inspect();
      assert.equal((await home.program.get(`items/${id}`)).name, 'Gitarr');
      await visitor.undo();
      assert.equal((await home.program.get(`items/${id}`)).name, 'Elgitarr', 'to regret can be regretted');
    });

    await t.test('does not undo what somebody has built upon', async () => {
      const id = await thing('Trumma');
      await visitor.open(`/items/${id}/edit`);
      await page.locator('main [name="name"]').fill('Virveltrumma');
      await visitor.follow(page.locator('main .form-end button[type="submit"]'));
      const erik = await home.programOf(ERIK);
      await erik.ask('PATCH', `items/${id}`, { name: 'Bastrumma' });
      await visitor.undo();
      await visitor.inspect();
      assert.equal((await home.program.get(`items/${id}`)).name, 'Bastrumma');
    });

    await t.test('brings an old version of a thing back', async () => {
      const id = await thing('Piano');
      await home.program.ask('PATCH', `items/${id}`, { name: 'Flygel', maker: 'Malmsjö' });
      await visitor.open(`/items/${id}/history`);
      await visitor.inspect();
      assert.match(await visitor.text(), /Malmsjö/);
      await visitor.follow(page.locator(`form[action^="/items/${id}/versions/"] button`).last());
      const { name, maker } = await home.program.get(`items/${id}`);
      assert.deepEqual({ name, maker }, { name: 'Piano', maker: '' });
      await visitor.undo();
      assert.equal((await home.program.get(`items/${id}`)).name, 'Flygel');
    });

    await t.test('needs nothing but a keyboard', async () => {
      const id = await thing('Blockflöjt');
      await visitor.open(`/items/${id}`);
      await visitor.reach(page.locator('.page-actions summary'));
      await page.keyboard.press('Enter');
      await visitor.reach(page.locator(`form[action="/items/${id}/remove"] button`));
      await visitor.press();
      assert.ok(!(await there(id)));
      await visitor.reach(page.locator('#toasts form button'), 120);
      await visitor.press();
      assert.ok(await there(id));
    });
  });
}
