// Photos on their way in: quick add, the tray, and the page where they are arranged.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BLUE, BROKEN, PAPER, RED } from './files.js';
import { Home } from './home.js';
import { Server } from './server.js';
import { EYES, Visitor } from './visitor.js';

for (const eyes of EYES) {
  const scripted = eyes.script !== false;

  async function owner(t) {
    const server = await Server.start(t);
    const visitor = await Visitor.arrive(t, server.origin, eyes);
    await visitor.claim(server);
    return visitor;
  }

  /** Chooses files in a form and sends them: a script does the sending by itself. */
  async function choose(visitor, form, files) {
    await form.locator('input[type="file"]').setInputFiles(files);
    if (!scripted) return follow(visitor, form.locator('button[type="submit"]').last());
    await form.locator('.queue-row:is(.is-done, .is-failed)').nth(files.length - 1).waitFor();
  }

  async function follow(visitor, button) {
    await Promise.all([visitor.page.waitForEvent('load'), button.click()]);
  }

  /** Presses a button that htmx may answer for, and waits for the page it leads to. */
  async function press(visitor, button) {
    const answered = visitor.page.waitForResponse((reply) => reply.request().method() === 'GET' && reply.status() === 200);
    await Promise.all([answered, button.click()]);
    await visitor.page.waitForLoadState('networkidle');
  }

  test(`a thing is a photo and a name, and the next one at once, ${eyes.name}`, async (t) => {
    const visitor = await owner(t);
    await visitor.open('/add');
    await visitor.inspect();
    for (const [name, photo] of [['Kajak', RED], ['Cykelhjälm', BLUE]]) {
      const form = visitor.page.locator('form[action="/add"]');
      await form.locator('input[type="file"]').setInputFiles(photo);
      await form.locator('[name="name"]').fill(name);
      const save = form.locator('button[type="submit"]');
      if (scripted) {
        await save.click();
        await form.locator('.queue-row.is-done', { hasText: name }).waitFor();
        assert.equal(await form.locator('[name="name"]').inputValue(), '');
      } else {
        await follow(visitor, save);
      }
      assert.equal(visitor.path, '/add');
    }
    await visitor.inspect();
    await visitor.open('/items');
    for (const name of ['Kajak', 'Cykelhjälm']) await visitor.page.locator('main a', { hasText: name }).first().waitFor();
    assert.equal(await visitor.page.locator('main .card img').count(), 2);
  });

  test(`a broken photo is told of, and its thing is there, ${eyes.name}`, async (t) => {
    const visitor = await owner(t);
    await visitor.open('/add');
    const form = visitor.page.locator('form[action="/add"]');
    await form.locator('input[type="file"]').setInputFiles(BROKEN);
    await form.locator('[name="name"]').fill('Kajak');
    await form.locator('button[type="submit"]').click();
    await visitor.page.locator('main', { hasText: /trasig\.png: \S/ }).waitFor();
    await visitor.inspect();
    await visitor.open('/items');
    await visitor.page.locator('main a', { hasText: 'Kajak' }).first().waitFor();
  });

  test(`photos without names wait in the tray, ${eyes.name}`, async (t) => {
    const visitor = await owner(t);
    await visitor.open('/tray');
    await visitor.inspect();
    await visitor.open('/add');
    await choose(visitor, visitor.page.locator('form[action="/add/tray"]'), [RED, BROKEN, BLUE, RED]);
    assert.match(await visitor.page.locator('main').innerText(), /trasig\.png/);
    assert.equal(await visitor.page.locator('main', { hasText: 'röd.png' }).count(), scripted ? 1 : 0, 'only refused ones are told of');
    await visitor.inspect();

    await visitor.open('/tray');
    await visitor.inspect();
    const waiting = visitor.page.locator('.tray-thing');
    assert.equal(await waiting.count(), 3);
    await waiting.nth(1).locator('[name^="name."]').fill('Cykelhjälm');
    await press(visitor, visitor.page.locator('.tray-end button').first());
    assert.equal(await waiting.count(), 2);

    for (const at of [0, 1]) await waiting.nth(at).locator('[name="same"]').check();
    await waiting.nth(1).locator('[name^="name."]').fill('Kajak');
    await visitor.inspect();
    await press(visitor, visitor.page.locator('.tray-merge'));
    assert.equal(await waiting.count(), 0);
    await visitor.inspect();
    await visitor.open('/items');
    assert.equal(await visitor.page.locator('main .card').count(), 2);
  });

  test(`photos and documents are arranged, ${eyes.name}`, async (t) => {
    const visitor = await owner(t);
    await visitor.open('/add');
    const add = visitor.page.locator('form[action="/add"]');
    await add.locator('[name="name"]').fill('Kajak');
    if (scripted) {
      await add.locator('button[type="submit"]').click();
      await add.locator('.queue-row.is-done').waitFor();
    } else {
      await follow(visitor, add.locator('button[type="submit"]'));
    }
    await visitor.open('/items');
    await visitor.page.locator('main a', { hasText: 'Kajak' }).first().waitFor();
    const thing = await visitor.page.locator('main a[href^="/items/0"]').first().getAttribute('href');
    const page = `${thing}/photos`;
    await visitor.open(page);
    await visitor.inspect();

    const photos = visitor.page.locator('#photos > li');
    await choose(visitor, visitor.page.locator(`form[action="${page}"]`), [RED, PAPER, BLUE]);
    assert.match(await visitor.page.locator('main').innerText(), /kvitto\.txt/);
    await visitor.open(page);
    assert.equal(await photos.count(), 2);
    await choose(visitor, visitor.page.locator(`form[action="${thing}/documents"]`), [PAPER]);
    await visitor.page.locator('#documents > li', { hasText: 'kvitto.txt' }).waitFor();

    const [first, second] = await photos.evaluateAll((items) => items.map((item) => item.dataset.id));
    await follow(visitor, photos.nth(1).locator('form:has([value="first"]) button'));
    assert.equal(await photos.first().getAttribute('data-id'), second);
    await follow(visitor, photos.nth(1).locator('form:has([value="rotate"]) button'));

    const caption = photos.first().locator('[name="caption"]');
    await caption.fill('Vid bryggan');
    if (scripted) {
      await caption.press('Enter');
      await photos.first().locator('.words-saved').waitFor();
    } else {
      await follow(visitor, photos.first().locator('.words button'));
    }
    await visitor.inspect();
    await follow(visitor, photos.nth(1).locator('form:has([value="remove"]) button'));
    assert.deepEqual(await photos.evaluateAll((items) => items.map((item) => item.dataset.id)), [second]);
    assert.notEqual(first, second);
    assert.equal(await photos.first().locator('[name="caption"]').inputValue(), 'Vid bryggan');
  });

  test(`The photos of a thing, ${eyes.name},`, async (t) => {
    const home = await Home.open(t);
    const visitor = await home.visitor(t, eyes);
    const { page } = visitor;
    const photos = page.locator('#photos > li');
    const ids = () => photos.evaluateAll((items) => items.map((item) => item.dataset.id));
    const act = (at, what) => photos.nth(at).locator(`form:has([value="${what}"]) button`);

    /** A thing with photos, as the page where they are arranged. */
    async function arranging(name, ...files) {
      const { id } = await home.program.add('items', { name });
      for (const file of files) await home.program.upload(`items/${id}/photos`, file);
      await visitor.open(`/items/${id}/photos`);
      assert.equal(await photos.count(), files.length);
      return id;
    }

    /** Whether a picture lies or stands by itself, wherever it is shown. */
    async function lies(picture) {
      return picture.evaluate(async (image) => {
        image.loading = 'eager';
        await image.decode();
        return image.naturalWidth > image.naturalHeight;
      });
    }

    /** Files as they come from the clipboard or are dragged in. */
    async function carried(...files) {
      return page.evaluateHandle((files) => {
        const carried = new DataTransfer();
        for (const { name, type, text } of files) {
          const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
          carried.items.add(new File([bytes], name, { type }));
        }
        return carried;
      }, files.map(({ name, mimeType, buffer }) => ({ name, type: mimeType, text: buffer.toString('base64') })));
    }

    if (scripted) {
      await t.test('are pasted', async () => {
        await arranging('Kamera');
        await page.evaluate((clipboardData) => {
          document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
        }, await carried(RED));
        await photos.first().waitFor();
        await visitor.inspect();
      });

      await t.test('are dropped anywhere, and a bad one is told of while the others are kept', async () => {
        await arranging('Kamera');
        const dataTransfer = await carried(RED, BROKEN, BLUE);
        await page.dispatchEvent('h1', 'dragover', { dataTransfer });
        await page.locator('form.is-over').waitFor();
        await page.dispatchEvent('h1', 'drop', { dataTransfer });
        await page.locator('.queue-row.is-failed', { hasText: 'trasig.png' }).waitFor();
        await photos.nth(1).waitFor();
        assert.equal(await photos.count(), 2);
        await visitor.inspect();
      });

      await t.test('are dragged into order', async () => {
        const id = await arranging('Kamera', RED, BLUE);
        const [first, second] = await ids();
        const told = page.waitForResponse((reply) => reply.request().method() === 'POST');
        await photos.nth(1).locator('img').dragTo(photos.nth(0).locator('img'));
        assert.ok((await told).ok());
        await visitor.open(`/items/${id}/photos`);
        assert.deepEqual(await ids(), [second, first]);
      });
    }

    await t.test('are put in order by keyboard, the first of them on the cover', async () => {
      const id = await arranging('Cykel', RED, BLUE);
      const [first, second] = await ids();
      await visitor.reach(act(1, 'first'), 80);
      await visitor.press();
      assert.deepEqual(await ids(), [second, first]);
      await visitor.reach(act(0, 'later'), 80);
      await visitor.press();
      assert.deepEqual(await ids(), [first, second]);
      await visitor.reach(act(1, 'earlier'), 80);
      await visitor.press();
      await visitor.open('/items?q=cykel');
      assert.match(await page.locator('main .card img').getAttribute('src'), new RegExp(second));
      await visitor.open(`/items/${id}`);
      await visitor.inspect();
      assert.match(await page.locator('.gallery-cover a').getAttribute('href'), new RegExp(second));
    });

    await t.test('are turned, and stay so', async () => {
      const id = await arranging('Skidor', RED);
      const picture = photos.first().locator('img');
      assert.ok(await lies(picture));
      await visitor.follow(act(0, 'rotate'));
      assert.ok(!(await lies(picture)));
      await visitor.open(`/items/${id}`);
      assert.ok(!(await lies(page.locator('.gallery-cover img'))), 'it stands where it is shown, too');
    });

    await t.test('are seen large, with what is written under them', async () => {
      const id = await arranging('Pjäxor', RED, BLUE);
      const caption = photos.first().locator('[name="caption"]');
      await caption.fill('Hälften av paret');
      if (scripted) {
        await caption.press('Enter');
        await photos.first().locator('.words-saved').waitFor();
      } else {
        await follow(visitor, photos.first().locator('.words button'));
      }
      await visitor.open(`/items/${id}`);
      assert.match(await visitor.text(), /Hälften av paret/);
      if (!scripted) return;
      const large = page.locator('dialog.lightbox[open]');
      await page.locator('.gallery-cover a').press('Enter');
      await large.filter({ hasText: 'Hälften av paret' }).waitFor();
      await visitor.inspect();
      await page.keyboard.press('ArrowRight');
      await large.filter({ hasNotText: 'Hälften av paret' }).waitFor();
      await page.keyboard.press('Escape');
      await large.waitFor({ state: 'hidden' });
    });

    await t.test('move to the thing that they show', async () => {
      const right = (await home.program.add('items', { name: 'Vantar' })).id;
      const id = await arranging('Mössa', RED, BLUE);
      const [first, second] = await ids();
      await visitor.follow(photos.nth(1).locator('a[href$="/move"]'));
      await visitor.inspect();
      const field = page.locator('main [name="q"]');
      await field.fill('vant');
      if (!scripted) await visitor.press();
      const here = page.locator('#things .list-row', { hasText: 'Vantar' }).locator('button');
      await here.waitFor();
      await visitor.inspect();
      await visitor.follow(here);
      assert.equal(visitor.path, `/items/${right}/photos`);
      assert.deepEqual(await ids(), [second]);
      await visitor.undo();
      await visitor.open(`/items/${id}/photos`);
      assert.deepEqual(await ids(), [first, second]);
    });

    await t.test('come out of the bin again', async () => {
      const id = await arranging('Hatt', RED);
      await visitor.follow(act(0, 'remove'));
      assert.equal(await photos.count(), 0);
      await visitor.inspect();
      await visitor.undo();
      await visitor.open(`/items/${id}/photos`);
      assert.equal(await photos.count(), 1);
    });
  });
}
