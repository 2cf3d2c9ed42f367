// Receipts on their way in: read on this machine, proposed, and saved after a yes.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { INVOICE, PAPER } from './files.js';
import { Server } from './server.js';
import { EYES, Visitor } from './visitor.js';

for (const eyes of EYES) {
  const scripted = eyes.script !== false;

  /** Sends a paper from the register, and opens the receipt that it became. */
  async function receive(visitor, paper) {
    await visitor.open('/receipts');
    const form = visitor.page.locator('form[data-upload]').first();
    await form.locator('input[type="file"]').setInputFiles(paper);
    if (scripted) await form.locator('.queue-row.is-done').waitFor();
    else await visitor.follow(form.locator('button[type="submit"]').last());
    await visitor.open('/receipts');
    await visitor.follow(visitor.page.locator('main .list a[href^="/receipts/"]').first());
  }

  /** The form that proposes what was read; it comes by itself where there is a script. */
  async function proposed(visitor) {
    const form = visitor.page.locator('#reading form');
    if (!scripted) {
      while (!(await form.count())) await visitor.open(visitor.path);
    }
    await form.waitFor();
    return form;
  }

  test(`a yes saves what was read and makes a thing of a line, ${eyes.name}`, async (t) => {
    const server = await Server.start(t);
    const visitor = await Visitor.arrive(t, server.origin, eyes);
    await visitor.claim(server);
    await receive(visitor, INVOICE);
    const form = await proposed(visitor);
    await visitor.inspect();
    assert.equal(await form.locator('[name="shop"]').inputValue(), 'Elbyn AB');
    assert.ok(await form.locator('.clipping').count(), 'each stands beside where it was read');
    await form.locator('.proposed', { hasText: 'Vattenkokare VK 7' }).locator('input[type="checkbox"]').check();
    await visitor.follow(form.locator('button[type="submit"]'));
    await visitor.inspect();
    const main = visitor.page.locator('main');
    assert.match(await main.locator('h1').innerText(), /Elbyn AB/);
    await visitor.follow(main.locator('a[href^="/items/"]', { hasText: 'Vattenkokare VK 7' }).first());
    await main.getByText('VK7A0012345').first().waitFor();
    await visitor.inspect();
  });

  test(`what was misread is put right before it is saved, ${eyes.name}`, async (t) => {
    const server = await Server.start(t);
    const visitor = await Visitor.arrive(t, server.origin, eyes);
    await visitor.claim(server);
    await receive(visitor, INVOICE);
    const form = await proposed(visitor);
    await visitor.follow(form.locator('a[href$="/edit?read=true"]'));
    assert.equal(await visitor.page.locator('[name="number"]').inputValue(), '20417');
    await visitor.write(visitor.page.locator('[name="shop"]'), 'Elbyn i Umeå');
    await visitor.follow(visitor.page.locator('main .form-end button[type="submit"]'));
    assert.match(await visitor.page.locator('main h1').innerText(), /Elbyn i Umeå/);
    assert.equal(await visitor.page.locator('#reading [name="shop"]').count(), 0);
  });

  test(`a page that comes later is read as well, ${eyes.name}`, async (t) => {
    const server = await Server.start(t);
    const visitor = await Visitor.arrive(t, server.origin, eyes);
    await visitor.claim(server);
    await receive(visitor, PAPER);
    await proposed(visitor);
    const upload = visitor.page.locator('form[data-upload]');
    await upload.locator('input[type="file"]').setInputFiles(INVOICE);
    if (!scripted) await visitor.follow(upload.locator('button[type="submit"]').last());
    const shop = visitor.page.locator('#reading [name="shop"]');
    if (!scripted) {
      while (!(await shop.count())) await visitor.open(visitor.path);
    }
    await shop.waitFor();
    assert.equal(await shop.inputValue(), 'Elbyn AB');
  });
}
