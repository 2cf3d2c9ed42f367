// What becomes of the pages: with nothing in them and with much, refused, overtaken, without JavaScript, for a guest.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Home } from './home.js';
import { fill, furnish, GUEST } from './household.js';
import { inspected, scripted, surveyed } from './inspection.js';
import { addresses, DOORS, PAGES } from './pages.js';
import { Server } from './server.js';
import { LAPTOP, OWNER, PHONE, Visitor } from './visitor.js';

const EYES = [
  { name: 'on a phone', size: PHONE, theme: 'light', lang: 'sv' },
  { name: 'on a laptop', size: LAPTOP, theme: 'dark', lang: 'en' },
];
const NOBODY = '01935f5a-7c3e-7b1a-9c55-2f6f5d3c8e21';

for (const eyes of EYES) {
  /** Holds the page that is open to being without fault, in this theme and the other one. */
  async function study(visitor) {
    await visitor.examine((page) => surveyed(page, eyes.theme));
    assert.deepEqual(visitor.faults(), []);
  }

  test(`Doors, ${eyes.name}, are for everyone`, async (t) => {
    const server = await Server.start(t);
    const visitor = await Visitor.arrive(t, server.origin, eyes);
    const [setup, signIn] = DOORS.map(({ route }) => route);
    await visitor.open(setup);
    await study(visitor);
    await visitor.claim({ setupCode: () => 'AAAA-AAAA' });
    await study(visitor);
    await visitor.claim(server);
    await visitor.signOut();
    await visitor.open(signIn);
    await study(visitor);
    const wrong = { name: OWNER.name, password: 'fel lösenord' };
    await visitor.signIn(wrong);
    await study(visitor);
    for (let guess = 0; guess < 6; guess += 1) await fetch(`${server.origin}${signIn}`, { method: 'POST', body: new URLSearchParams(wrong), headers: { Origin: server.origin } });
    await visitor.signIn(wrong);
    assert.equal(await visitor.page.locator('form[action="/sign-in"]').count(), 0, 'a guess too many is answered by a page of its own');
    await study(visitor);
    await visitor.open('/api/v1/');
    await visitor.examine((page) => inspected(page));
    assert.deepEqual(visitor.faults(), []);
  });

  test(`An empty household, ${eyes.name}, is for everyone`, async (t) => {
    const home = await Home.open(t);
    const visitor = await home.visitor(t, eyes);
    for (const page of PAGES.filter(({ route }) => !route.startsWith('/api/'))) {
      for (const path of addresses(page, {})) {
        await t.test(path, async () => {
          await visitor.open(path);
          await study(visitor);
        });
      }
    }
  });

  test(`A full household, ${eyes.name}, is for everyone`, async (t) => {
    const home = await Home.open(t);
    const ids = await furnish(home);
    const { long, deep } = await fill(home, ids.house);
    const visitor = await home.visitor(t, eyes);
    const paths = ['/', '/items', '/items?view=table', '/items?limit=200&view=table', '/items?q=motorsåg', `/items/${long}`, `/items/${long}/edit`, `/items/${long}/move`, '/places', `/places/${ids.house}`, `/places/${deep}`, '/tags', '/categories', '/history', '/people', '/items/new', '/add'];
    for (const path of paths) {
      await t.test(path, async () => {
        await visitor.open(path);
        await study(visitor);
      });
    }
  });

  test(`What is answered, ${eyes.name}, is for everyone`, async (t) => {
    const home = await Home.open(t);
    const ids = await furnish(home);
    const visitor = await home.visitor(t, eyes);
    const { page } = visitor;
    const { thing, place, plain, tag, category, guest } = ids;
    const save = page.locator('main .form-end button[type="submit"]');

    /** Opens the answer to a form, whose status this is. */
    async function answered(status, path, fields) {
      const answer = page.waitForResponse((reply) => reply.request().isNavigationRequest() && reply.status() !== 303);
      await visitor.post(path, fields);
      assert.equal((await answer).status(), status, path);
      await study(visitor);
    }

    await t.test('when there is no such page, or no such way to it', async () => {
      for (const [path, status] of [['/nothing', 404], [`/items/${NOBODY}`, 404], ['/undo/1', 405]]) {
        assert.equal((await visitor.open(path)).status(), status);
        await study(visitor);
      }
    });

    await t.test('when fields are wrong', async () => {
      await visitor.open('/');
      await answered(422, '/items', { name: '', value: 'mycket', acquired_on: 'igår', quantity: '-1', 'parts.x': 'y' });
      const { revision } = await home.program.get(`items/${thing}`);
      await answered(422, `/items/${thing}`, { name: 'Elcykeln', value: 'mycket', revision });
      await answered(422, `/items/${thing}/move`, { inside: 'finns inte' });
      await answered(422, `/items/${thing}/archive`, { archived_on: 'igår' });
      await answered(422, `/items/${thing}/template`, { name: '' });
      await answered(422, '/places/new', { name: '', kind: 'x' });
      await answered(422, `/places/${place}/edit`, { name: '' });
      await answered(422, '/people/new', { name: OWNER.name, password: 'kort', role: 'x' });
      await answered(422, `/people/${guest}/edit`, { name: '' });
      await answered(422, `/people/${guest}/password`, { password: 'kort' });
      await answered(422, '/tags', { name: '' });
      await answered(422, '/categories/new', { sv: '' });
      await answered(422, `/categories/${category}`, { sv: '' });
      await answered(422, '/searches', { name: '' });
      await answered(422, '/settings/password', { old: 'fel', password: 'kort' });
      await answered(422, '/settings/tokens', { name: '', password_now: 'fel' });
      await answered(422, '/settings/household', { household: '' });
    });

    await t.test('when somebody else was first', async () => {
      for (const name of ['Elcykel', 'Lådcykel']) await home.program.ask('PATCH', `items/${thing}`, { name });
      await home.program.ask('PATCH', `places/${place}`, { name: 'Skåpet' });
      await visitor.open(`/items/${thing}/edit`);
      await home.program.ask('PATCH', `items/${thing}`, { name: 'Cykeln', notes: 'Punktering', maker: 'Crescent' });
      await page.locator('main [name="name"]').fill('Elcykeln');
      await visitor.follow(save);
      assert.ok(await page.locator('.versions').count());
      await study(visitor);
      await answered(412, `/tags/${tag}`, { name: 'sommar', revision: '1' });
    });

    await t.test('when it is too much', async () => {
      await visitor.open('/');
      await answered(413, '/items', { name: 'Hink', notes: 'x'.repeat(9_000_000) });
    });

    await t.test('when many things are dealt with at once', async () => {
      for (const act of ['move', 'tag', 'untag', 'give', 'categorise', 'archive']) {
        await visitor.open('/');
        await visitor.post('/items/bulk', { do: act, id: thing });
        assert.ok(await save.count(), act);
        await study(visitor);
      }
    });

    await t.test('when something was done, which can be undone', async () => {
      await visitor.open('/');
      await visitor.post(`/items/${plain}/remove`);
      await page.locator('#toasts form button').waitFor();
      await study(visitor);
      await visitor.undo();
      await study(visitor);
    });

    await t.test('while one types, in a part of the page', async () => {
      await visitor.open('/places');
      await page.locator('#search').pressSequentially('cykel');
      await page.locator('main .card').first().waitFor();
      await study(visitor);
      await visitor.open(`/items/${plain}/edit`);
      await visitor.unfold(page.locator('button[name="more"][value="fields"]'));
      await page.locator('button[name="more"][value="fields"]').click();
      await page.locator('[name="field.1.name"]').waitFor();
      await study(visitor);
    });

    await t.test('in a dialog, which Escape leaves where one was', async () => {
      await visitor.open('/items');
      const first = page.locator('main [data-move]').first();
      await first.focus();
      await page.keyboard.press('?');
      await page.locator('#keys[open]').waitFor();
      await study(visitor);
      await page.keyboard.press('Escape');
      assert.ok(await first.evaluate((element) => element === document.activeElement), 'back at what one came from');
      await visitor.open(`/items/${thing}`);
      const cover = page.locator('.gallery-cover a');
      await cover.focus();
      await page.keyboard.press('Enter');
      await page.locator('dialog.lightbox[open]').waitFor();
      await study(visitor);
      await page.keyboard.press('Escape');
      assert.ok(await cover.evaluate((element) => element === document.activeElement), 'back at the photo');
    });

    await t.test('in the menus that every page has', async () => {
      await visitor.open('/tags');
      for (const menu of await page.locator(':is(header.top, nav.bottom) details.menu > summary').all()) {
        if (!(await menu.isVisible())) continue;
        await menu.press('Enter');
        await visitor.examine((page) => surveyed(page, eyes.theme));
        await page.keyboard.press('Escape');
        assert.ok(await menu.evaluate((element) => element === document.activeElement));
      }
      assert.deepEqual(visitor.faults(), []);
    });

    await t.test('to a guest', async () => {
      const stranger = await home.visitor(t, eyes, GUEST);
      for (const [path, status] of [['/', 200], ['/items', 200], [`/items/${thing}`, 200], ['/places', 200], ['/people', 200], ['/tags', 200], ['/history', 200], ['/settings', 200], ['/searches', 200], ['/items/new', 403]]) {
        assert.equal((await stranger.open(path)).status(), status, path);
        await study(stranger);
      }
    });
  });
}

test('Without JavaScript every page', async (t) => {
  const home = await Home.open(t);
  const ids = await furnish(home);
  const visitor = await home.visitor(t, { ...EYES[0], script: false });
  for (const page of PAGES) {
    await t.test(`${page.route} does what it offers`, async () => {
      for (const path of addresses(page, ids)) {
        await visitor.open(path);
        await visitor.examine(async (page) => [...(await page.evaluate(scripted)), ...(await inspected(page))]);
        assert.deepEqual(visitor.faults(), []);
      }
    });
  }
});
