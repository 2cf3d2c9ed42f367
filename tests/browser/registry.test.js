// The theft registry as strangers meet it: a number that is typed, an answer, and a conversation with an owner.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Publisher } from './publisher.js';
import { Server } from './server.js';
import { EYES, Visitor } from './visitor.js';

for (const eyes of EYES) {
  test(`a stranger who is offered a bicycle checks it and writes to its owner, ${eyes.name}`, async (t) => {
    const { origin } = await Server.start(t, { role: 'registry' });
    const home = await Publisher.known(origin);
    const entry = await home.publish('WTU 123456 X');
    const stranger = await Visitor.arrive(t, origin, eyes);
    const { page } = stranger;
    const main = page.locator('main');
    const check = async (value) => {
      await main.locator('[name="value"]').fill(value);
      await main.locator('[name="kind"]').selectOption('frame_number');
      await Promise.all([page.waitForURL('**/check'), main.locator('button.is-primary').click()]);
      await main.locator('.banner').waitFor();
      await stranger.inspect();
    };
    await stranger.open('/');
    await stranger.inspect();
    await check('<b>XX 123</b>');
    assert.match(await main.locator('.banner').innerText(), /<b>XX 123<\/b>/);
    await stranger.open('/');
    await check('wtu 123456 y');
    assert.equal(await main.locator('.banner.is-warning').count(), 1);
    await stranger.open('/');
    await check('wtu-123456x');
    assert.equal(await main.locator('.banner.is-error').count(), 1);
    assert.doesNotMatch(await page.content(), /WTU 123456/);

    await Promise.all([page.waitForURL(`**/entries/${entry.entry_id}`), main.locator('.list a').first().click()]);
    await stranger.inspect();
    await Promise.all([page.waitForURL('**/tip'), main.locator('.button.is-primary').click()]);
    await stranger.inspect();
    await main.locator('[name="kind"][value="offered"]').check();
    await main.locator('[name="text"]').fill('På torget i Gimo');
    await Promise.all([page.waitForURL('**/thread/*'), main.locator('button.is-primary').click()]);
    assert.match(await main.innerText(), /På torget i Gimo/);
    await stranger.inspect();
    await main.locator('[name="text"]').fill('Han kommer i morgon igen');
    await main.locator('button.is-primary').click();
    await main.getByText('Han kommer i morgon igen').first().waitFor();

    const { messages } = await home.send('GET', '/v1/inbox');
    assert.equal(messages.length, 2);
    for (const path of ['/how', '/privacy', '/entries/nothing']) {
      await stranger.open(path);
      await stranger.inspect();
    }
  });
}
