// The ten journeys that the program is for, each by keyboard alone: with JavaScript on a laptop, without on a phone.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BLUE, RED } from './files.js';
import { Home } from './home.js';
import { GUEST } from './household.js';
import { Server } from './server.js';
import { ERIK, LAPTOP, OWNER, PHONE, Visitor } from './visitor.js';

const TYPISTS = [
  { name: 'with JavaScript', size: LAPTOP, theme: 'light', lang: 'sv', mouse: false },
  { name: 'without JavaScript', size: PHONE, theme: 'dark', lang: 'en', mouse: false, script: false },
];

for (const eyes of TYPISTS) {
  const scripted = eyes.script !== false;

  test(`A keyboard and nothing else, ${eyes.name}, is enough`, async (t) => {
    const home = await Home.open(t);
    const { program } = home;
    const guest = (await home.invite(GUEST, 'guest')).id;
    await home.invite(ERIK);
    const erik = await home.programOf(ERIK);
    const visitor = await home.visitor(t, eyes);
    const { page } = visitor;
    // Somebody listens from now on: what asks for a file asks the test, and never opens a window of the system.
    page.on('filechooser', () => {});
    const field = (name) => page.locator(`main [name="${name}"]`);
    const save = page.locator('main .form-end button[type="submit"]');
    const act = (action) => page.locator(`main form[action="${action}"] button`);
    const title = () => page.locator('h1').innerText();
    const add = async (kind, fields) => (await program.add(kind, fields)).id;
    const named = async () => (await program.get('items?sort=name')).items.map(({ name }) => name);

    /** Gives the file that a form's field asks for when a key is pressed on it. */
    async function choose(input, files) {
      await visitor.reach(input);
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Space')]);
      await chooser.setFiles(files);
    }

    await t.test('to claim the household, leave it, and come back', async (t) => {
      const server = await Server.start(t);
      const newcomer = await Visitor.arrive(t, server.origin, eyes);
      await newcomer.claim(server);
      assert.equal(newcomer.path, '/');
      await newcomer.signOut();
      assert.equal(newcomer.path, '/sign-in');
      await newcomer.signIn({ ...OWNER, password: 'fel lösenord' });
      assert.equal(newcomer.path, '/sign-in');
      await newcomer.signIn();
      assert.equal(newcomer.path, '/');
    });

    await t.test('to add a thing with its photo, and the next one at once', async () => {
      await visitor.open('/');
      await visitor.follow(page.locator('a[href="/add"]:visible').first());
      for (const [name, photo] of [['Kajak', RED], ['Paddel', BLUE]]) {
        const form = page.locator('form[action="/add"]');
        await choose(form.locator('input[type="file"]'), photo);
        await visitor.write(form.locator('[name="name"]'), name);
        if (scripted) {
          await page.keyboard.press('Enter');
          await form.locator('.queue-row.is-done', { hasText: name }).waitFor();
        } else {
          await visitor.press();
        }
      }
      assert.deepEqual(await named(), ['Kajak', 'Paddel']);
      const { attachments } = await program.get('photos');
      assert.equal(attachments.length, 2);
    });

    await t.test('to put many photos into the tray, and name them', async () => {
      await visitor.open('/add');
      const form = page.locator('form[action="/add/tray"]');
      await choose(form.locator('input[type="file"]'), [RED, BLUE]);
      if (scripted) await form.locator('.queue-row.is-done').nth(1).waitFor();
      else await visitor.follow(form.locator('button[type="submit"]'));
      await visitor.open('/tray');
      const waiting = page.locator('.tray-thing');
      assert.equal(await waiting.count(), 2);
      await visitor.write(waiting.nth(0).locator('[name^="name."]'), 'Flytväst');
      await visitor.write(waiting.nth(1).locator('[name^="name."]'), 'Årtull');
      const sent = page.waitForResponse((reply) => reply.request().method() === 'GET' && reply.status() === 200);
      await page.keyboard.press('Enter');
      await sent;
      await waiting.first().waitFor({ state: 'detached' });
      assert.deepEqual(await named(), ['Flytväst', 'Kajak', 'Paddel', 'Årtull']);
    });

    await t.test('to find a thing by typing, and keep the search', async () => {
      await visitor.open('/places');
      const search = page.locator('#search');
      if (scripted) await page.keyboard.press('/');
      await visitor.reach(search);
      await page.keyboard.type('paddel');
      if (scripted) await page.waitForURL('**/items?q=paddel');
      else await visitor.press();
      const found = page.locator('main .card', { hasText: 'Paddel' }).locator('[data-move]');
      await found.waitFor();
      const keep = page.locator('main a[href^="/searches/new"]');
      await visitor.follow(keep);
      await visitor.write(field('name'), 'Det vi ror med');
      await visitor.press();
      await visitor.follow(page.locator('main .menu-list a', { hasText: 'Det vi ror med' }));
      await visitor.follow(found);
      assert.equal(await title(), 'Paddel');
    });

    await t.test('to build the home, and move a thing to where it is', async () => {
      await visitor.open('/places');
      await visitor.write(field('name'), 'Sjöboden');
      await visitor.tick(page.locator('main [value="garage"]'));
      await visitor.follow(page.locator('main button[name="kind"][value="house"]'));
      const { places } = await program.get('places');
      const house = places.find(({ name }) => name === 'Sjöboden').id;
      await visitor.open(`/places/${house}`);
      await visitor.follow(page.locator(`main a[href="/places/new?in=${house}"]`));
      await visitor.write(field('name'), 'Hyllan');
      await visitor.tick(page.locator('main [name="kind"][value="cupboard"]'));
      await visitor.follow(save);
      assert.equal(await title(), 'Hyllan');
      const shelf = visitor.path.split('/').at(-1);

      const { items } = await program.get('items?q=kajak');
      const thing = `/items/${items[0].id}`;
      await visitor.open(thing);
      await visitor.follow(page.locator(`a[href="${thing}/move"]`));
      await visitor.pick(field('place'), 'Hyllan');
      await visitor.follow(save);
      assert.equal((await program.get(thing.slice(1))).place, shelf);
    });

    await t.test('to change a thing that somebody else is changing', async () => {
      const thing = `items/${await add('items', { name: 'Vas', notes: 'Ärvd', maker: 'Orrefors' })}`;
      await visitor.open(`/${thing}`);
      await visitor.follow(page.locator(`a[href="/${thing}/edit"]`).first());
      await erik.ask('PATCH', thing, { name: 'Blå vas', notes: 'Ärvd av farmor' });
      await visitor.write(field('name'), 'Vasen i fönstret');
      await visitor.write(field('maker'), 'Kosta');
      await visitor.follow(save);
      assert.match(await visitor.text(), /Erik/);
      await visitor.tick(page.locator('[name="keep.name"][value="theirs"]'));
      await visitor.follow(save);
      const { name, notes, maker } = await program.get(thing);
      assert.deepEqual({ name, notes, maker }, { name: 'Blå vas', notes: 'Ärvd av farmor', maker: 'Kosta' });
    });

    await t.test('to tag many things at once, and take it back', async () => {
      await visitor.open('/items?sort=name&view=table');
      const box = (name) => page.locator('tr', { hasText: name }).locator('[data-pick]');
      if (!scripted) await visitor.tick(page.locator('[data-picking]'));
      for (const name of ['Flytväst', 'Kajak', 'Paddel']) await visitor.tick(box(name));
      await visitor.follow(page.locator('.bulk button[name="do"][value="tag"]'));
      await visitor.write(field('tags'), 'sjön');
      await visitor.press();
      const tagged = async () => (await program.get('items')).items.filter(({ tags }) => tags.length).length;
      assert.equal(await tagged(), 3);
      await visitor.undo();
      assert.equal(await tagged(), 0);
    });

    await t.test('to throw away, regret it, and let go for good', async () => {
      const [piano, junk] = [await add('items', { name: 'Piano' }), await add('items', { name: 'Skräp' })];
      await program.ask('PATCH', `items/${piano}`, { name: 'Flygel' });
      for (const id of [piano, junk]) {
        await visitor.open(`/items/${id}`);
        await visitor.follow(act(`/items/${id}/remove`));
      }
      await visitor.follow(page.locator('[data-sections] a[href="/bin"]:visible, .bottom a[href="/bin"]').first());
      const row = (name) => page.locator('.list-row', { hasText: name });
      await visitor.follow(row('Flygel').locator('form:has([value="restore"]) button'));
      await visitor.open('/bin');
      await visitor.tick(row('Skräp').locator('[data-pick]'));
      await visitor.follow(page.locator('.bulk button[value="purge"]'));
      await visitor.follow(page.locator('main .form-end button'));
      assert.equal((await program.reply('GET', `items/${junk}`)).status, 404);

      await visitor.open(`/items/${piano}/history`);
      await visitor.follow(page.locator(`form[action^="/items/${piano}/versions/"] button`).last());
      assert.equal((await program.get(`items/${piano}`)).name, 'Piano');
    });

    await t.test('to share a thing with a guest, who sees it and nothing else', async () => {
      const thing = await add('items', { name: 'Kikare', notes: 'bakom ugnen' });
      await visitor.open(`/items/${thing}/edit`);
      await visitor.tick(field(`guest.${guest}`));
      await visitor.follow(save);
      await visitor.signOut();
      await visitor.signIn(GUEST);
      await visitor.follow(page.locator('[data-sections] a[href="/items"]:visible').first());
      const things = page.locator('main [data-move]');
      assert.deepEqual(await things.allInnerTexts(), ['Kikare']);
      await visitor.follow(things.first());
      assert.equal(await title(), 'Kikare');
      assert.doesNotMatch(await page.locator('main').textContent(), /ugnen/);
      await visitor.signOut();
      await visitor.signIn();
    });

    await t.test('to choose colours, language and password, and end what goes on elsewhere', async () => {
      const elsewhere = await home.visitor(t, eyes);
      const html = page.locator('html');
      const chosen = (name, value) => page.locator(`main form:has([name="${name}"][value="${value}"]) button`);
      const [theme, lang] = [{ light: 'dark', dark: 'light' }[eyes.theme], { sv: 'en', en: 'sv' }[eyes.lang]];
      await visitor.open('/settings');
      await visitor.follow(chosen('theme', theme));
      assert.equal(await html.getAttribute('data-theme'), theme);
      await visitor.follow(chosen('lang', lang));
      assert.equal(await html.getAttribute('lang'), lang);
      await visitor.follow(act('/settings/devices/end').last());
      await elsewhere.open('/items');
      assert.equal(elsewhere.path, '/sign-in');
      await visitor.write(field('old'), OWNER.password);
      await visitor.write(field('password'), 'åtta sorters kakor');
      await visitor.press();
      await elsewhere.signIn({ ...OWNER, password: 'åtta sorters kakor' });
      assert.equal(elsewhere.path, '/');
    });
  });
}
