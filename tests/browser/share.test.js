// A share link: made on a phone by who was robbed, opened by a stranger with a passcode, and gone as soon as it is revoked.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { BLUE } from './files.js';
import { Home } from './home.js';
import { EYES, Visitor } from './visitor.js';

/** A household that was burgled and has a claim, with its incident. */
async function burgled(t) {
  const home = await Home.open(t);
  const { program } = home;
  const { id: camera } = await program.add('items', { name: 'Systemkamera', value: { amount: '8900', currency: 'SEK' } });
  await program.upload(`items/${camera}/photos`, BLUE);
  await program.add('items', { name: 'Arvegods' });
  const { id: incident } = await program.add('incidents', { kind: 'burglary', from: '2026-11-26', items: [camera] });
  const { id: claim } = await program.add('reports', { kind: 'insurance_claim', incident });
  return { home, incident, claim };
}

for (const eyes of EYES) {
  test(`a stranger sees what is shared until it is revoked, ${eyes.name}`, async (t) => {
    const { home, incident } = await burgled(t);
    const visitor = await home.visitor(t, eyes);
    const main = visitor.page.locator('main');
    await visitor.open(`/incidents/${incident}`);
    await visitor.inspect();
    await visitor.follow(main.locator('#shares a[href$="/shares"]'));
    await visitor.inspect();
    await visitor.write(main.locator('[name="label"]'), 'Svalan, Eva');
    await visitor.follow(main.locator('.form-end button[type="submit"]'));
    await visitor.inspect();
    const [link, passcode] = await main.locator('.banner input[readonly]').evaluateAll((fields) => fields.map(({ value }) => value));
    assert.match(passcode, /^\d{4} \d{4}$/);
    const { pathname } = new URL(link);
    assert.match(pathname, /^\/shared\/[0-9a-f]{64}$/);

    const stranger = await Visitor.arrive(t, home.origin, eyes);
    const { page } = stranger;
    await stranger.open(pathname);
    assert.doesNotMatch(await page.content(), /Systemkamera/);
    await stranger.inspect();
    await page.locator('[name="passcode"]').fill('0000 0000');
    await page.locator('button[type="submit"]').click();
    await page.locator('.field-error').waitFor();
    await page.locator('[name="passcode"]').fill(passcode);
    await Promise.all([page.waitForURL(`**${pathname}`), page.locator('button[type="submit"]').click()]);
    await page.locator('.report').waitFor();
    assert.match(await page.locator('main').innerText(), /Systemkamera/);
    assert.doesNotMatch(await page.content(), /Arvegods/);
    await stranger.inspect();
    const pdf = page.locator('a[href$="format=pdf"]');
    const [download] = await Promise.all([page.waitForEvent('download'), pdf.click()]);
    assert.equal((await readFile(await download.path())).subarray(0, 5).toString(), '%PDF-');
    await stranger.open('/items');
    assert.match(page.url(), /\/sign-in/);

    await visitor.open(`/incidents/${incident}`);
    assert.match(await main.locator('#shares').innerText(), /Svalan, Eva/);
    await visitor.follow(main.locator('#shares .is-danger'));
    await visitor.inspect();
    assert.equal((await page.goto(new URL(pathname, page.url()).href)).status(), 404);
    await page.goBack();
    assert.doesNotMatch(await page.content(), /Systemkamera/, 'nothing is kept to go back to');
  });
}
