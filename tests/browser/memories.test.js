// Memories: told, recorded in the browser, played, and the life of a thing.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SOUND } from './files.js';
import { Home } from './home.js';
import { EYES } from './visitor.js';

/** A household with a clock, and its owner who looks at it. */
async function clock(t, eyes) {
  const home = await Home.open(t);
  const { id } = await home.program.add('items', { name: 'Golvuret' });
  return { visitor: await home.visitor(t, eyes), program: home.program, id };
}

for (const eyes of EYES) {
  const scripted = eyes.script !== false;

  test(`a story is told, heard and found in the life of its thing, ${eyes.name}`, async (t) => {
    const { visitor, id } = await clock(t, eyes);
    const { page } = visitor;
    await visitor.open(`/items/${id}/memories/new`);
    await visitor.inspect();
    await page.locator('[name="title"]').fill('Slagen');
    await page.locator('[name="text"]').fill('Den slog **tretton**.');
    await page.locator('[name="on"]').fill('1954-06');
    await Promise.all([page.waitForURL(/\/memories\//), page.locator('main form.form [type="submit"]').click()]);
    const form = page.locator('form[action$="/documents"]');
    await form.locator('input[type="file"]').setInputFiles(SOUND);
    if (scripted) await form.locator('.queue-row.is-done').waitFor();
    else await Promise.all([page.waitForEvent('load'), form.locator('button[type="submit"]').click()]);
    const player = page.locator('audio');
    await player.waitFor();
    assert.equal(await player.getAttribute('preload'), 'none', 'nothing is fetched before somebody listens');
    await visitor.inspect();
    await visitor.open(`/items/${id}/life`);
    await visitor.inspect();
    assert.match(await page.locator('.life').textContent(), /Slagen/);
  });
}

test('sound is recorded in the browser, and heard on the page', async (t) => {
  const { visitor, program, id } = await clock(t, { ...EYES[0], records: true });
  const { page } = visitor;
  const { id: memory } = await program.add(`items/${id}/memories`, { title: 'Slagen' });
  await visitor.open(`/memories/${memory}`);
  for (const what of ['audio', 'video']) {
    await page.locator(`[data-record="${what}"]`).click();
    await page.locator('[data-live]').waitFor();
    await page.waitForFunction(() => document.querySelector('[data-clock]').textContent >= '0:01');
    await page.locator('[data-stop]').click();
    await page.locator(`#recordings ${what}`).waitFor();
  }
  const { attachments } = await program.get(`memories/${memory}/documents`);
  assert.deepEqual(attachments.map(({ media_type: type }) => type), ['audio/webm', 'video/webm']);
  const lasts = await page.locator('#recordings audio').evaluate(async (audio) => {
    await audio.play();
    return audio.error === null && audio.readyState > 0;
  });
  assert.ok(lasts, 'what was recorded plays');
});

test('a microphone that is refused is told of, and the field for files stays', async (t) => {
  const { visitor, program, id } = await clock(t, EYES[0]);
  const { page } = visitor;
  const { id: memory } = await program.add(`items/${id}/memories`, { title: 'Slagen' });
  await visitor.open(`/memories/${memory}`);
  await page.locator('[data-record="audio"]').click();
  await page.locator('[data-problem]').waitFor();
  assert.ok(await page.locator('form[action$="/documents"] input[type="file"]').isEnabled());
  await visitor.inspect();
});
