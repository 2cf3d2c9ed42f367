// Reports: from a broken door to both lists on disk, on a phone; stopped, looked at, printed by a browser.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { BLUE } from './files.js';
import { ANNA, Home } from './home.js';
import { EYES } from './visitor.js';

/** What the walk-through may take, in milliseconds: a person needs longer to read than the program to answer. */
const AT_MOST = 120_000;

/** Taps what leads on, and waits for the page behind it. */
async function tap(page, locator, url) {
  await Promise.all([page.waitForURL(url), locator.click()]);
}

/** The file behind a link, as it comes to the disk. */
async function fetched(page, format) {
  const link = page.locator(`#stand a[href$="format=${format}"]`);
  await link.waitFor({ timeout: 30_000 });
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  return readFile(await download.path());
}

test('from burglary to both lists on disk, on a phone, in the demo household', async (t) => {
  const home = await Home.demo(t);
  const visitor = await home.visitor(t, EYES[0], ANNA);
  const { page } = visitor;
  await visitor.open('/');

  const begun = Date.now();
  const steps = [];
  const step = (what) => steps.push([what, Date.now() - begun]);
  await visitor.open('/incidents/new');
  await page.locator('.kind:has([value="burglary"])').click();
  await tap(page, page.locator('main form.form .form-end button[type="submit"]'), /\/incidents\/[0-9a-f-]{36}$/);
  const incident = new URL(page.url()).pathname;
  step('Something has happened, Burglary, Save');
  await tap(page, page.locator('.walk-way a'), /\/walk$/);
  await tap(page, page.locator('main .list a', { hasText: 'Vardagsrummet' }), /\/walk\/[^/]+$/);
  const gone = ['TV:n i vardagsrummet', 'Golvhögtalare', 'Surfplattan', 'Silverbesticken'];
  const things = await page.locator('.stop').count();
  for (let at = 0; at < things; at += 1) {
    const stop = page.locator('.stop').nth(at);
    const words = await stop.innerText();
    const fate = gone.some((name) => words.includes(name)) ? 'gone' : 'fine';
    await stop.locator(`.answer.is-${fate}`).click();
  }
  await page.locator('.stop:not([data-said])').first().waitFor({ state: 'detached' });
  assert.equal(await page.locator('.stop[data-said="gone"]').count(), gone.length);
  step(`Walk the rooms: the living room, an answer for each of its ${things} things`);
  await visitor.inspect();
  for (const [kind, what] of [['police_list', 'The list for the police, PDF'], ['insurance_claim', 'The claim, PDF']]) {
    await visitor.open(incident);
    const form = page.locator(`form[action="/reports/new"]:has([value="${kind}"])`);
    await tap(page, form.locator('button'), /\/reports\/[0-9a-f-]{36}$/);
    const pdf = await fetched(page, 'pdf');
    step(what);
    assert.equal(pdf.subarray(0, 5).toString(), '%PDF-');
    await visitor.inspect();
    const list = await page.locator('.report').innerText();
    for (const name of gone) assert.ok(list.includes(name), `${name} is on it`);
  }
  for (const [what, at] of steps) t.diagnostic(`${(at / 1000).toFixed(1)} s  ${what}`);
  assert.ok(steps.at(-1)[1] < AT_MOST);
});

for (const eyes of EYES) {
  test(`a list of all there is, looked at and fetched in every form, ${eyes.name}`, async (t) => {
    const home = await Home.open(t);
    const { id } = await home.program.add('items', { name: 'Golvuret', value: { amount: '1200', currency: 'SEK' } });
    await home.program.upload(`items/${id}/photos`, BLUE);
    const visitor = await home.visitor(t, eyes);
    const { page } = visitor;
    await visitor.open('/reports');
    await visitor.inspect();
    await tap(page, page.locator('a[href="/reports/new?kind=inventory"]'), /kind=inventory/);
    await visitor.inspect();
    await tap(page, page.locator('main form.form .form-end button[type="submit"]'), /\/reports\/[0-9a-f-]{36}$/);
    // Without a script the page shows how far it is when it is opened anew.
    while (eyes.script === false && !(await page.locator('#stand a[href$="format=pdf"]').count())) await page.reload();
    for (const [format, begins] of [['pdf', '%PDF'], ['xlsx', 'PK'], ['csv', '\ufeff'], ['zip', 'PK']]) {
      const file = await fetched(page, format);
      assert.ok(file.toString().startsWith(begins), format);
    }
    assert.match(await page.locator('.report').textContent(), /Golvuret/);
    await visitor.inspect();
    await home.program.ask('PATCH', `items/${id}`, { colour: 'brunt' });
    await page.reload();
    assert.equal(await page.locator(`.banner a[href="/items/${id}"]`).count(), 1, 'it was changed since');
  });
}

test('printed by a browser, no row is cut and every page has its head', async (t) => {
  const home = await Home.open(t);
  for (let at = 100; at < 180; at += 1) {
    await home.program.add('items', {
      name: `Ting ${at} med ett namn som är så långt att det behöver flera rader i sin spalt`,
      maker: 'Verkstaden i Östersund',
      identifiers: [{ kind: 'serial', text: `NR${at}` }],
    });
  }
  const { id } = await home.program.add('reports', { kind: 'inventory', language: 'sv', leave_out: ['pictures'] });
  const visitor = await home.visitor(t, EYES[0]);
  const { page } = visitor;
  await visitor.open(`/reports/${id}/print`);
  const pdf = await page.pdf({ format: 'A4' });
  const { stdout } = spawnSync('pdftotext', ['-layout', '-', '-'], { input: pdf, encoding: 'utf8' });
  const pages = stdout.split('\f').slice(0, -1);
  assert.ok(pages.length > 2, `${pages.length} pages`);
  for (let at = 100; at < 180; at += 1) {
    const having = (words) => pages.flatMap((text, number) => (text.includes(words) ? [number] : []));
    assert.deepEqual(having(`Ting ${at}`), having(`NR${at}`), `thing ${at} lies on two pages`);
    assert.equal(having(`NR${at}`).length, 1);
  }
  const heads = pages.filter((text) => text.includes('NR1')).map((text) => text.includes('Föremål'));
  assert.ok(heads.every(Boolean), 'the head of the table stands above each part of it');
});
