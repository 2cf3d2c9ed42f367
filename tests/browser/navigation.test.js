// The ways around the site: where one is, said by the navigation after each kind of step.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Server } from './server.js';
import { EYES, Visitor } from './visitor.js';

for (const eyes of EYES) {
  test(`The navigation says where one is, ${eyes.name}`, async (t) => {
    const server = await Server.start(t);
    const visitor = await Visitor.arrive(t, server.origin, eyes);
    await visitor.claim(server);
    const { page } = visitor;
    const links = page.locator('[data-sections] a[aria-current="page"]');
    const current = async () => new Set(await links.evaluateAll((all) => all.map((link) => link.getAttribute('href'))));

    await visitor.open('/places');
    assert.deepEqual(await current(), new Set(['/places']));
    await page.locator('#search').fill('kajak');
    if (eyes.script === false) await page.locator('#search').press('Enter');
    await page.waitForURL('**/items?*');
    await page.locator('[data-sections] a[href="/items"][aria-current="page"]').first().waitFor({ state: 'attached' });
    assert.deepEqual(await current(), new Set(['/items']), 'the list is on the screen');
    await visitor.inspect();

    await page.goBack();
    await page.locator('[data-sections] a[href="/places"][aria-current="page"]').first().waitFor({ state: 'attached' });
    assert.deepEqual(await current(), new Set(['/places']), 'and back again');
  });
}
