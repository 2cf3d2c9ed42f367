// A thing through its life: written down, changed, copied, made a pattern of, and gone from the house.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Home } from './home.js';
import { ERIK, EYES } from './visitor.js';

for (const eyes of EYES) {
  test(`A thing, ${eyes.name},`, async (t) => {
    const home = await Home.open(t);
    const erik = await home.invite(ERIK);
    const owner = await home.program.get('me');
    const hall = await home.program.add('places', { name: 'Hallen', kind: 'house' });
    const visitor = await home.visitor(t, eyes);
    const { page } = visitor;
    const field = (name, { page } = visitor) => page.locator(`main [name="${name}"]`);
    const saving = ({ page }) => page.locator('main .form-end button[type="submit"]');
    const save = saving(visitor);
    const thing = async (fields) => `/items/${(await home.program.add('items', fields)).id}`;

    async function fill(fields, who = visitor) {
      for (const [name, value] of Object.entries(fields)) {
        await who.unfold(field(name, who));
        await field(name, who).fill(value);
      }
    }

    /** The values of fields, as the form holds them. */
    async function held(names) {
      return Object.fromEntries(await Promise.all(names.map(async (name) => [name, await field(name).inputValue()])));
    }

    await t.test('is written down with all there is to say', async () => {
      await visitor.open('/items/new');
      await visitor.inspect();
      const written = {
        name: 'Elcykeln',
        quantity: '2',
        tags: 'cykel, vår',
        [`parts.${owner.id}`]: '2',
        [`parts.${erik.id}`]: '1',
        maker: 'Monark',
        colour: 'röd',
        'identifier.0.text': 'WSB-7714',
        acquired_on: '2019-05',
        value: '18500',
        description: 'Går **fort**.',
        'field.0.name': 'Däcktryck',
        'field.0.value': '2,5 bar',
      };
      await fill(written);
      await field('place').selectOption(hall.id);
      await field('identifier.0.kind').selectOption('frame');
      const more = page.locator('button[name="more"][value="fields"]');
      if (eyes.script === false) await visitor.follow(more);
      else await more.click();
      await field('field.1.kind').selectOption('yes_no');
      await fill({ 'field.1.name': 'Låst', 'field.1.value': { sv: 'ja', en: 'yes' }[eyes.lang] });
      await visitor.inspect();
      await visitor.follow(save);
      await visitor.inspect();
      const said = await page.locator('main').textContent();
      for (const word of ['Elcykeln', 'Hallen', 'cykel', 'vår', 'Astrid ⅔', 'Erik ⅓', 'Monark', 'WSB-7714', 'fort', 'Däcktryck', '2,5 bar', 'Låst']) {
        assert.ok(said.includes(word), `${word} in: ${said}`);
      }
      await visitor.open(`${visitor.path}/edit`);
      await visitor.inspect();
      const { value, ...rest } = written;
      assert.deepEqual(await held(Object.keys(rest)), rest);
      assert.match(await field('value').inputValue(), /^18.?500/);
    });

    await t.test('that cannot be taken stays in its form', async () => {
      await visitor.open('/items/new');
      await fill({ name: 'Kamera', value: 'mycket', notes: 'Farmors' });
      await visitor.follow(save);
      await visitor.inspect();
      assert.equal(await field('value').getAttribute('aria-invalid'), 'true');
      assert.deepEqual(await held(['name', 'value', 'notes']), { name: 'Kamera', value: 'mycket', notes: 'Farmors' });
      await fill({ value: '2000' });
      await visitor.follow(save);
      assert.match(await visitor.text(), /Kamera/);
    });

    await t.test('is changed, and changed back by one press', async () => {
      const path = await thing({ name: 'Lampa', maker: 'Luxo' });
      await visitor.open(path);
      await visitor.follow(page.locator(`a[href="${path}/edit"]`).first());
      await fill({ name: 'Arbetslampa', maker: '' });
      await visitor.follow(save);
      assert.equal(visitor.path, path);
      assert.match(await page.locator('h1').innerText(), /Arbetslampa/);
      await visitor.inspect();
      await visitor.undo();
      await visitor.open(path);
      assert.match(await page.locator('h1').innerText(), /^Lampa/);
    });

    await t.test('is written down and changed by keyboard alone', async () => {
      await visitor.open('/items/new');
      await visitor.reach(field('name'));
      await page.keyboard.type('Fiskespö');
      await visitor.reach(field('tags'));
      await page.keyboard.type('sjön');
      await visitor.press();
      assert.match(await page.locator('h1').innerText(), /Fiskespö/);
      const path = visitor.path;
      await visitor.reach(page.locator(`a[href="${path}/edit"]`).first());
      await visitor.press();
      await visitor.reach(field('quantity'));
      await page.keyboard.type('3');
      await visitor.reach(save, 120);
      await visitor.press();
      assert.equal((await home.program.get(path.slice(1))).quantity, 3);
      await visitor.reach(page.locator('.page-actions summary'));
      await page.keyboard.press('Enter');
      await visitor.reach(page.locator(`a[href="${path}/archive"]`));
      await visitor.press();
      await visitor.reach(field('archived_to'));
      await page.keyboard.type('Göran');
      await visitor.press();
      assert.match(await page.locator('main').textContent(), /Göran/);
    });

    await t.test('is copied, and the copy is another', async () => {
      const path = await thing({ name: 'Stol', maker: 'Gemla', identifiers: [{ kind: 'serial', text: 'A1' }] });
      await visitor.open(path);
      await visitor.follow(page.locator(`form[action="${path}/copy"] button`));
      await visitor.inspect();
      assert.notEqual(visitor.path, `${path}/edit`);
      assert.deepEqual(await held(['maker', 'identifier.0.text']), { maker: 'Gemla', 'identifier.0.text': '' });
      await fill({ name: 'Stol två' });
      await visitor.follow(save);
      await visitor.open(path);
      assert.match(await page.locator('h1').innerText(), /^Stol$/);
    });

    await t.test('is a pattern for others', async () => {
      const path = await thing({ name: 'Barncykel', maker: 'Crescent', tags: [] });
      await visitor.open(path);
      await visitor.follow(page.locator(`a[href="${path}/template"]`));
      await visitor.inspect();
      await fill({ name: 'En cykel' });
      await visitor.follow(save);
      await visitor.open('/templates');
      await visitor.inspect();
      await visitor.follow(page.locator('main a', { hasText: 'En cykel' }));
      await visitor.inspect();
      assert.equal(await field('maker').inputValue(), 'Crescent');
      await fill({ name: 'Majas cykel' });
      await visitor.follow(save);
      assert.match(await page.locator('main').textContent(), /Majas cykel.*Crescent/s);
      const { items } = await home.program.get('items?q=crescent');
      assert.deepEqual(items.map((item) => item.name).sort(), ['Barncykel', 'Majas cykel']);
    });

    await t.test('is sold, and may come home again', async () => {
      const path = await thing({ name: 'Skrivare' });
      await visitor.open(path);
      await visitor.follow(page.locator(`a[href="${path}/archive"]`));
      await visitor.inspect();
      await fill({ archived_on: '2024', archived_price: '300', archived_to: 'Grannen' });
      await visitor.follow(save);
      await visitor.inspect();
      assert.match(await page.locator('main').textContent(), /Grannen/);
      assert.equal((await home.program.get('items?q=skrivare')).items.length, 0);
      await visitor.follow(page.locator(`form[action="${path}/unarchive"] button`).first());
      assert.equal((await home.program.get('items?q=skrivare')).items.length, 1);
    });

    await t.test('belongs with another, seen from both', async () => {
      const kamera = await thing({ name: 'Systemkamera' });
      await thing({ name: 'Teleobjektiv' });
      await visitor.open(`${kamera}/edit`);
      await fill({ 'link.0.to': 'Tele' });
      if (eyes.script !== false) await page.locator('datalist option[value*="Teleobjektiv"]').first().waitFor({ state: 'attached' });
      await fill({ 'link.0.to': 'Teleobjektiv' });
      await visitor.follow(save);
      await visitor.inspect();
      await visitor.follow(page.locator('main a', { hasText: 'Teleobjektiv' }));
      await visitor.inspect();
      await visitor.follow(page.locator('main a', { hasText: 'Systemkamera' }));
      assert.equal(visitor.path, kamera);
    });

    await t.test('that two people save keeps the words of both', async () => {
      const path = await thing({ name: 'Vas', notes: 'Ärvd', maker: 'Orrefors' });
      const other = await home.visitor(t, eyes, ERIK);
      await visitor.open(`${path}/edit`);
      await other.open(`${path}/edit`);
      await fill({ notes: 'Ärvd av farmor', name: 'Blå vas' }, other);
      await other.follow(saving(other));

      await fill({ name: 'Vasen i fönstret', maker: 'Kosta' });
      await visitor.follow(save);
      await visitor.inspect();
      const said = await visitor.text();
      for (const word of ['Erik', 'Blå vas', 'Vasen i fönstret', 'Ärvd av farmor', 'Orrefors', 'Kosta']) {
        assert.ok(said.includes(word), `${word} in: ${said}`);
      }
      await page.locator('[name="keep.name"][value="mine"]').check();
      await visitor.follow(save);
      assert.equal(visitor.path, path);
      const { name, notes, maker } = await home.program.get(path.slice(1));
      assert.deepEqual({ name, notes, maker }, { name: 'Vasen i fönstret', notes: 'Ärvd av farmor', maker: 'Kosta' });
      await visitor.open(`${path}/history`);
      await visitor.inspect();
      assert.match(await visitor.text(), /Erik/);
    });
  });
}
