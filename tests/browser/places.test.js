// Where things are: homes and the tree beneath them, what it is worth together, and how it is rearranged.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Home } from './home.js';
import { ERIK, EYES } from './visitor.js';

for (const eyes of EYES) {
  test(`Whoever arranges a home, ${eyes.name},`, async (t) => {
    const home = await Home.open(t);
    await home.invite(ERIK);
    const visitor = await home.visitor(t, eyes);
    const { page } = visitor;
    const save = page.locator('main .form-end button[type="submit"]');
    const row = (name) => page.locator('.tree-row', { hasText: name });
    const place = async (name, kind, parent) => (await home.program.add('places', { name, kind, parent })).id;
    const thing = async (name, where, amount) =>
      (await home.program.add('items', { name, place: where, value: { amount, currency: 'SEK' } })).id;

    /** What the tree says of places: how many things and worth what, the digits only. */
    async function totals(...names) {
      await visitor.open('/places');
      const told = {};
      for (const name of names) {
        const [count, value] = await row(name).locator('.tree-count, .tree-value').allInnerTexts();
        told[name] = [count, value].map((text) => Number((text ?? '').replaceAll(/\D/g, '')));
      }
      return told;
    }

    await t.test('begins with a house and its rooms', async () => {
      await visitor.open('/places');
      await visitor.inspect();
      await visitor.open('/places/home');
      await visitor.inspect();
      await page.locator('main [name="name"]').fill('Villan');
      await page.locator('main [value="garage"]').check();
      await visitor.follow(page.locator('main button[name="kind"][value="house"]'));
      await visitor.inspect();
      const garage = { sv: 'Garage', en: 'Car garage' }[eyes.lang];
      await visitor.open('/places');
      await row(garage).waitFor();
      await row('Villan').waitFor();
    });

    await t.test('puts a cupboard into a room, and is told what was wrong first', async () => {
      const { places } = await home.program.get('places');
      await visitor.open(`/places/new?in=${places[0].id}`);
      await visitor.inspect();
      await page.locator('main [name="note"]').fill('Nyckeln hänger **bakom**.');
      await visitor.follow(save);
      assert.equal(await page.locator('main [name="name"]').getAttribute('aria-invalid'), 'true');
      assert.equal(await page.locator('main [name="note"]').inputValue(), 'Nyckeln hänger **bakom**.');
      await visitor.inspect();
      await page.locator('main [name="name"]').fill('Linneskåpet');
      await page.locator('main [name="kind"][value="cupboard"]').check({ force: true });
      await visitor.follow(save);
      assert.match(await page.locator('h1').innerText(), /Linneskåpet/);
      assert.match(await visitor.text(), /bakom/);
      await visitor.inspect();
    });

    await t.test('moves a whole branch, and what it is worth follows', async () => {
      const cottage = await place('Stugan', 'cottage');
      const boat = await place('Båten', 'boat');
      const cabin = await place('Ruffen', 'room', boat);
      const locker = await place('Stuvfacket', 'box', cabin);
      await thing('Kikare', locker, '900');
      await thing('Sjökort', cabin, '300');
      assert.deepEqual(await totals('Stugan', 'Båten', 'Ruffen', 'Stuvfacket'), {
        Stugan: [0, 0],
        Båten: [2, 1200],
        Ruffen: [2, 1200],
        Stuvfacket: [1, 900],
      });
      await visitor.inspect();
      await visitor.follow(row('Ruffen'));
      await visitor.inspect();
      await visitor.follow(page.locator(`a[href="/places/${cabin}/move"]`));
      await visitor.inspect();
      const parent = page.locator('main [name="parent"]');
      const offered = await parent.locator('option').evaluateAll((options) => options.map((option) => option.value));
      assert.ok(!offered.includes(locker), 'nothing moves into itself');
      await parent.selectOption(cottage);
      await visitor.follow(save);
      assert.deepEqual(await totals('Stugan', 'Båten', 'Stuvfacket'), { Stugan: [2, 1200], Båten: [0, 0], Stuvfacket: [1, 900] });

      await visitor.open(`/items?place=${cottage}`);
      assert.equal(await page.locator('main [data-move]').count(), 2, 'a filter counts what is beneath');
    });

    await t.test('removes a place and keeps what is in it, and has the place back', async () => {
      const shed = await place('Boden', 'storage');
      const shelf = await place('Hyllan', 'cupboard', shed);
      const box = await place('Lådan', 'box', shelf);
      const rake = await thing('Kratta', shelf, '200');
      await visitor.open(`/places/${shelf}`);
      await visitor.follow(page.locator(`form[action="/places/${shelf}/remove"] button`));
      await visitor.inspect();
      assert.equal((await home.program.get(`items/${rake}`)).place, shed);
      assert.equal((await home.program.get(`places/${box}`)).parent, shed);
      await visitor.undo();
      assert.equal((await home.program.get(`items/${rake}`)).place, shelf);
      assert.equal((await home.program.get(`places/${box}`)).parent, shelf);
    });

    await t.test('is not overrun by whoever saves at the same time', async () => {
      const attic = await place('Vinden', 'room');
      const other = await home.visitor(t, eyes, ERIK);
      await visitor.open(`/places/${attic}/edit`);
      await other.open(`/places/${attic}/edit`);
      await other.page.locator('main [name="note"]').fill('Akta huvudet');
      await other.page.locator('main [name="name"]').fill('Råvinden');
      await other.follow(other.page.locator('main .form-end button[type="submit"]'));
      await page.locator('main [name="name"]').fill('Loftet');
      await visitor.follow(save);
      await visitor.inspect();
      assert.match(await visitor.text(), /Råvinden/);
      await page.locator('[name="keep.name"][value="mine"]').check();
      await visitor.follow(save);
      const { name, note } = await home.program.get(`places/${attic}`);
      assert.deepEqual({ name, note }, { name: 'Loftet', note: 'Akta huvudet' });
    });

    await t.test('needs nothing but a keyboard', async () => {
      await visitor.open('/places');
      await visitor.reach(page.locator('main a[href="/places/new"]'));
      await visitor.press();
      await visitor.reach(page.locator('main [name="name"]'));
      await page.keyboard.type('Jordkällaren');
      await visitor.press();
      assert.match(await page.locator('h1').innerText(), /Jordkällaren/);
      const path = visitor.path;
      await visitor.reach(page.locator('.page-actions summary'));
      await page.keyboard.press('Enter');
      await visitor.reach(page.locator(`a[href="${path}/move"]`));
      await visitor.press();
      await visitor.reach(page.locator('main [name="parent"]'));
      await page.keyboard.type('Villan');
      await visitor.reach(save);
      await visitor.press();
      const { places } = await home.program.get('places');
      const villa = places.find((place) => place.name === 'Villan').id;
      assert.equal((await home.program.get(path.slice(1))).parent, villa);
    });
  });
}
