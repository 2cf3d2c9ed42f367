// Who lives here and what they may: people and roles, a guest's narrow view, tokens, devices, categories.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Home, Program } from './home.js';
import { ERIK, EYES, OWNER } from './visitor.js';

const MAJA = { name: 'Maja', password: 'tio sorters kakor' };
const INGRID = { name: 'Ingrid', password: 'nio sorters kakor' };

for (const eyes of EYES) {
  test(`A household, ${eyes.name},`, async (t) => {
    const home = await Home.open(t);
    const visitor = await home.visitor(t, eyes);
    const { page } = visitor;
    const save = page.locator('main .form-end button[type="submit"]');
    const field = (name) => page.locator(`main [name="${name}"]`);
    const button = (action) => page.locator(`main form[action="${action}"] button`);

    await t.test('takes people in, each with a role', async () => {
      await visitor.open('/people');
      await visitor.inspect();
      for (const [{ name, password }, role] of [
        [ERIK, 'adult'],
        [MAJA, 'child'],
        [INGRID, 'guest'],
      ]) {
        await visitor.open('/people');
        await visitor.follow(page.locator('main a[href="/people/new"]'));
        if (role === 'adult') {
          await visitor.inspect();
          await field('name').fill(OWNER.name);
          await field('password').fill('kort');
          await visitor.follow(save);
          assert.equal(await field('password').getAttribute('aria-invalid'), 'true');
          await visitor.inspect();
        }
        await field('name').fill(name);
        await field('password').fill(password);
        await page.locator(`main [name="role"][value="${role}"]`).check({ force: true });
        await visitor.follow(save);
      }
      await visitor.open('/people');
      assert.equal(await page.locator('main .list-row').count(), 4);
      await visitor.follow(page.locator('main a', { hasText: 'Ingrid' }));
      await visitor.inspect();
      await visitor.follow(page.locator(`a[href="${visitor.path}/edit"]`));
      await visitor.inspect();
    });

    await t.test('lets a guest see what is shared and nothing more', async () => {
      const { people } = await home.program.get('people');
      const ingrid = people.find((person) => person.name === INGRID.name).id;
      const shared = (await home.program.add('items', { name: 'Hemlig kikare', notes: 'bakom ugnen' })).id;
      const other = (await home.program.add('items', { name: 'Hemlig dagbok' })).id;
      await visitor.open(`/items/${shared}/edit`);
      await visitor.unfold(field(`guest.${ingrid}`));
      await field(`guest.${ingrid}`).check();
      await visitor.follow(save);

      const guest = await home.visitor(t, eyes, INGRID);
      await guest.inspect();
      await guest.open('/items');
      await guest.inspect();
      assert.deepEqual(await guest.page.locator('main [data-move]').allInnerTexts(), ['Hemlig kikare']);
      assert.equal(await guest.page.locator('[data-pick]').count(), 0);
      await guest.open('/items?q=hemlig');
      assert.equal(await guest.page.locator('main [data-move]').count(), 1);
      await guest.open(`/items/${shared}`);
      await guest.inspect();
      const said = await guest.page.locator('main').textContent();
      assert.doesNotMatch(said, /ugnen/);
      assert.equal(await guest.page.locator('main form').count(), 0, 'a guest changes nothing');
      assert.equal((await guest.open(`/items/${other}`)).status(), 404);
      await guest.inspect();
      for (const path of ['/items/new', '/add', '/bin', '/people/new']) assert.equal((await guest.open(path)).status(), 403);
      for (const path of ['/', '/history', '/tags', '/places', '/people', '/searches']) {
        await guest.open(path);
        assert.doesNotMatch(await guest.page.locator('body').innerText(), /dagbok/);
      }
    });

    await t.test('lets a child change their own', async () => {
      const { people } = await home.program.get('people');
      const maja = people.find((person) => person.name === MAJA.name).id;
      const hers = (await home.program.add('items', { name: 'Fiol', owners: [{ person: maja, parts: 1 }] })).id;
      const other = (await home.program.add('items', { name: 'Borrmaskin' })).id;
      const child = await home.visitor(t, eyes, MAJA);
      await child.open(`/items/${other}`);
      await child.inspect();
      assert.equal(await child.page.locator(`a[href="/items/${other}/edit"]`).count(), 0);
      assert.equal((await child.open(`/items/${other}/edit`)).status(), 403);
      await child.open(`/items/${hers}/edit`);
      await child.page.locator('main [name="name"]').fill('Fiolen');
      await child.follow(child.page.locator('main .form-end button[type="submit"]'));
      assert.equal((await home.program.get(`items/${hers}`)).name, 'Fiolen');
      await child.open('/people');
      assert.equal(await child.page.locator('a[href="/people/new"]').count(), 0);
    });

    await t.test('gives a program a token, and takes it back', async () => {
      await visitor.open('/settings');
      await visitor.inspect();
      const form = page.locator('form[action="/settings/tokens"]');
      await form.locator('[name="name"]').fill('Hemautomatik');
      await form.locator('[name="password_now"]').fill('fel lösenord');
      await visitor.follow(form.locator('button'));
      assert.equal(await form.locator('[name="password_now"]').getAttribute('aria-invalid'), 'true');
      await form.locator('[name="password_now"]').fill(OWNER.password);
      await visitor.follow(form.locator('button'));
      await visitor.inspect();
      const secret = await page.locator('main .banner input[readonly]').inputValue();
      const program = new Program(home.origin, secret);
      assert.equal((await program.get('me')).name, OWNER.name);
      await visitor.open('/settings');
      assert.ok(!(await page.content()).includes(secret), 'it is shown once');
      const row = page.locator('#settings-tokens .list-row', { hasText: 'Hemautomatik' });
      await visitor.follow(row.locator('button'));
      assert.equal((await program.reply('GET', 'me')).status, 401);
      await visitor.inspect();
    });

    await t.test('signs out everywhere but here, and takes a new password', async () => {
      const elsewhere = await home.visitor(t, eyes);
      await visitor.open('/settings');
      await visitor.follow(button('/settings/devices/end').last());
      await visitor.inspect();
      assert.equal(visitor.path, '/settings');
      await elsewhere.open('/items');
      assert.equal(elsewhere.path, '/sign-in');
      await elsewhere.inspect();

      await field('old').fill('fel lösenord');
      await field('password').fill('åtta sorters kakor');
      await visitor.follow(button('/settings/password'));
      assert.equal(await field('old').getAttribute('aria-invalid'), 'true');
      await visitor.inspect();
      await field('old').fill(OWNER.password);
      await field('password').fill('åtta sorters kakor');
      await visitor.follow(button('/settings/password'));
      await elsewhere.signIn(OWNER);
      assert.equal(elsewhere.path, '/sign-in');
      await elsewhere.signIn({ ...OWNER, password: 'åtta sorters kakor' });
      assert.equal(elsewhere.path, '/');
    });

    await t.test('is called something else', async () => {
      await visitor.open('/settings');
      await field('household').fill('Familjen Öman');
      await visitor.follow(button('/settings/household'));
      assert.match(await page.title(), /Familjen Öman/);
    });

    await t.test('sorts things as it likes', async () => {
      const { categories } = await home.program.get('categories');
      const top = categories.find((category) => !category.parent);
      await visitor.open('/categories');
      await visitor.inspect();
      await visitor.open(`/categories/new?in=${top.id}`);
      await visitor.inspect();
      await field('sv').fill('Trampbilar');
      await visitor.follow(save);
      assert.ok((await home.program.get('categories')).categories.some((category) => category.sv === 'Trampbilar' && category.parent === top.id));
      await visitor.open('/items/new');
      await field('name').fill('Röd trampbil');
      await field('category').selectOption({ label: 'Trampbilar' });
      await visitor.follow(save);
      assert.match(await visitor.text(), /Trampbilar/);
      const thing = visitor.path;

      await visitor.open(`/categories/${top.id}`);
      await visitor.inspect();
      const name = field(eyes.lang);
      await name.fill('Lekfordon');
      await visitor.follow(save);
      await visitor.open(thing);
      assert.match(await visitor.text(), /Lekfordon › Trampbilar/);
      const { category } = await home.program.get(thing.slice(1));
      await visitor.open(`/categories/${category}`);
      await visitor.follow(button(`/categories/${category}/remove`));
      await visitor.inspect();
      assert.equal((await home.program.get(thing.slice(1))).category, top.id, 'what was in it moves up');
      await visitor.undo();
      assert.equal((await home.program.get(thing.slice(1))).category, category);
    });

    await t.test('names its tags anew', async () => {
      await home.program.add('tags', { name: 'blå' });
      await visitor.open('/tags');
      await visitor.inspect();
      await field('name').fill('grön');
      await visitor.follow(save);
      await visitor.follow(page.locator('.list-row', { hasText: 'blå' }).locator('a[href^="/tags/"]'));
      await visitor.inspect();
      await field('name').fill('turkos');
      await visitor.follow(save);
      const { tags } = await home.program.get('tags');
      assert.deepEqual(tags.map((tag) => tag.name).sort(), ['grön', 'turkos']);
    });

    await t.test('lets one out who moves, and in again', async () => {
      const erik = await home.visitor(t, eyes, ERIK);
      await visitor.open('/people');
      await visitor.follow(page.locator('main a', { hasText: 'Erik' }));
      const path = visitor.path;
      await visitor.follow(button(`${path}/remove`));
      await visitor.inspect();
      await erik.open('/items');
      assert.equal(erik.path, '/sign-in');
      await visitor.undo();
      await erik.signIn(ERIK);
      assert.equal(erik.path, '/');
    });
  });
}
