// A stranger in the house: reported, walked room by room, alone and by two at once, and where there is no network.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Home } from './home.js';
import { ERIK, EYES } from './visitor.js';

const WORTH = { amount: '5000', currency: 'SEK' };

/** A household with two rooms and things in both, and the address of an incident where `happened` says one. */
async function house(t, happened) {
  const home = await Home.open(t);
  const add = async (kind, fields) => (await home.program.add(kind, fields)).id;
  const villa = await add('places', { name: 'Villan', kind: 'house' });
  const kitchen = await add('places', { name: 'Köket', kind: 'room', parent: villa });
  const hall = await add('places', { name: 'Hallen', kind: 'room', parent: villa });
  const cupboard = await add('places', { name: 'Skåpet', kind: 'cupboard', parent: kitchen });
  const camera = await add('items', { name: 'Kamera', place: kitchen, value: WORTH });
  const bowl = await add('items', { name: 'Silverskål', place: cupboard, value: WORTH });
  const kettle = await add('items', { name: 'Vattenkokare', place: kitchen });
  await add('items', { name: 'Klocka', place: hall });
  const incident = happened && (await add('incidents', happened));
  return { home, camera, bowl, kettle, kitchen, incident, walk: `/incidents/${incident}/walk/${kitchen}` };
}

/** What the household says of a thing. */
async function fate({ home, incident }, item) {
  const { losses } = await home.program.get(`incidents/${incident}/losses`);
  return losses.find((loss) => loss.item === item)?.fate;
}

/** The row of a thing, and one of its answers. */
const stop = ({ page }, item) => page.locator(`#stop-${item}`);
const answer = (visitor, item, fate) => stop(visitor, item).locator(`button[value="${fate}"]`);

/** Waits until the row of a thing says something. */
async function says(visitor, item, fate) {
  await visitor.page.locator(`#stop-${item}[data-said="${fate}"]`).waitFor();
}

/** Waits until something is so. */
async function until(what, condition) {
  for (const start = Date.now(); !(await condition()); await new Promise((wake) => setTimeout(wake, 100))) {
    assert.ok(Date.now() - start < 15_000, `waited in vain until ${what}`);
  }
}

for (const eyes of EYES) {
  test(`a burglary is reported, the rooms are walked, and what it took is told, ${eyes.name}`, async (t) => {
    const at = await house(t);
    const visitor = await at.home.visitor(t, eyes);
    const { page } = visitor;
    const main = page.locator('main');

    async function tap(item, fate) {
      const button = answer(visitor, item, fate);
      await (eyes.script === false ? visitor.follow(button) : button.click());
      await says(visitor, item, fate);
      assert.equal(await answer(visitor, item, fate).getAttribute('aria-pressed'), 'true');
    }

    await visitor.open('/incidents');
    await visitor.inspect();
    await visitor.follow(main.locator('a[href="/incidents/new"]').first());
    await visitor.inspect();
    assert.ok(await main.locator('[name="kind"][value="burglary"]').isChecked(), 'a burglary is what is told soonest');
    await visitor.write(main.locator('[name="from"]'), '2026-11-26');
    await visitor.write(main.locator('[name="from_time"]'), '08:00');
    await visitor.write(main.locator('[name="to"]'), '2026-11-27');
    await visitor.write(main.locator('[name="police_number"]'), '5000-K123456-26');
    await visitor.follow(main.locator('.form-end button[type="submit"]'));
    await visitor.inspect();
    assert.match(await visitor.text(), /5000-K123456-26/);
    [, , at.incident] = visitor.path.split('/');

    await visitor.follow(main.locator('a[href$="/walk"]'));
    await visitor.inspect();
    await visitor.follow(main.locator('a', { hasText: 'Köket' }).first());
    await visitor.inspect();
    await tap(at.bowl, 'gone');
    await tap(at.camera, 'damaged');
    await tap(at.camera, 'gone');
    await tap(at.kettle, 'damaged');
    assert.equal(await fate(at, at.camera), 'gone');
    await visitor.inspect();
    await visitor.follow(main.locator('a', { hasText: 'Hallen' }));
    assert.match(await main.locator('h1').innerText(), /Hallen/);
    await visitor.follow(main.locator('a[href$="/walk"]').last());
    await visitor.inspect();
    assert.equal(await main.locator('.walk-done').count(), 1, 'one of two rooms is done');
    await visitor.follow(main.locator(`a.button[href="/incidents/${at.incident}"]`));
    await visitor.inspect();
    const tiles = await main.locator('.tiles').innerText();
    assert.match(tiles, /2/);
    assert.match(tiles, /10.000/);
    await visitor.follow(main.locator('#losses a', { hasText: 'Kamera' }));
    await visitor.inspect();
    await visitor.open(`/items/${at.camera}`);
    await visitor.inspect();
    const { archived } = await at.home.program.get(`items/${at.camera}`);
    assert.equal(archived.how, 'stolen');
    await visitor.follow(main.locator('a[href^="/losses/"]'));
    await visitor.follow(main.locator('a[href$="/edit"]'));
    await visitor.inspect();
    await visitor.unfold(main.locator('[name="settlement"]'));
    await main.locator('[name="settlement"]').selectOption('recovered');
    await visitor.follow(main.locator('.form-end button[type="submit"]'));
    await visitor.inspect();
    assert.equal((await at.home.program.get(`items/${at.camera}`)).archived, null, 'what was found again is back');
  });

  test(`who answers otherwise than somebody has just done is told, and nothing is undone, ${eyes.name}`, async (t) => {
    const at = await house(t, { kind: 'burglary' });
    await at.home.invite(ERIK);
    const visitor = await at.home.visitor(t, eyes, ERIK);
    const { page } = visitor;
    await visitor.open(at.walk);
    // The tap comes before the page has asked what is new.
    await page.route(/seen=/, (route) => route.fulfill({ status: 204 }));
    await at.home.program.ask('PUT', `incidents/${at.incident}/losses/${at.camera}`, { fate: 'gone' });
    const button = answer(visitor, at.camera, 'damaged');
    await (eyes.script === false ? visitor.follow(button) : button.click());
    const told = stop(visitor, at.camera).locator('.stop-conflict');
    await told.waitFor();
    assert.match(await told.innerText(), /Astrid/);
    assert.equal(await fate(at, at.camera), 'gone');
    await visitor.inspect();
    if (eyes.script !== false) {
      // It stays when the list is renewed.
      await page.unroute(/seen=/);
      await at.home.program.ask('PUT', `incidents/${at.incident}/losses/${at.bowl}`, { fate: 'fine' });
      await says(visitor, at.bowl, 'fine');
      assert.equal(await told.count(), 1);
    }
    const again = answer(visitor, at.camera, 'damaged');
    await (eyes.script === false ? visitor.follow(again) : again.click());
    await says(visitor, at.camera, 'damaged');
    assert.equal(await told.count(), 0);
    assert.equal(await fate(at, at.camera), 'damaged');
  });
}

test('two walk a room at once, and each sees what the other answers', async (t) => {
  const at = await house(t, { kind: 'burglary' });
  await at.home.invite(ERIK);
  const astrid = await at.home.visitor(t, EYES[0]);
  const erik = await at.home.visitor(t, EYES[0], ERIK);
  for (const visitor of [astrid, erik]) await visitor.open(at.walk);
  await answer(astrid, at.camera, 'gone').click();
  await says(erik, at.camera, 'gone');
  assert.match(await stop(erik, at.camera).innerText(), /Astrid/);
  await answer(erik, at.bowl, 'fine').click();
  await says(astrid, at.bowl, 'fine');
  // Whoever has seen an answer can change it.
  await answer(astrid, at.bowl, 'damaged').click();
  await says(erik, at.bowl, 'damaged');
  // Several taps in a row, as the list is renewed all the while.
  for (const [item, fate] of [[at.camera, 'fine'], [at.bowl, 'gone'], [at.kettle, 'damaged']]) await answer(erik, item, fate).click();
  for (const [item, fate] of [[at.camera, 'fine'], [at.bowl, 'gone'], [at.kettle, 'damaged']]) await says(astrid, item, fate);
});

/** Takes the network from a visitor, or gives it back; what the browser says of its absence is no fault. */
async function offline(visitor, is) {
  await visitor.page.context().setOffline(is);
  const faults = visitor.faults().filter((fault) => !/ERR_INTERNET_DISCONNECTED|htmx:sendError|htmx:afterRequest/.test(fault));
  assert.deepEqual(faults, []);
}

test('an answer without network is kept, and sent when there is one', async (t) => {
  const at = await house(t, { kind: 'burglary' });
  const visitor = await at.home.visitor(t, EYES[0]);
  await visitor.open(at.walk);
  await offline(visitor, true);
  await answer(visitor, at.camera, 'damaged').click();
  await stop(visitor, at.camera).locator('.stop-waiting').waitFor();
  await answer(visitor, at.camera, 'gone').click();
  await answer(visitor, at.bowl, 'fine').click();
  await stop(visitor, at.bowl).locator('.stop-waiting').waitFor();
  assert.equal(await answer(visitor, at.camera, 'gone').getAttribute('aria-pressed'), 'true');
  assert.equal(await answer(visitor, at.camera, 'damaged').getAttribute('aria-pressed'), 'false');
  assert.equal(await fate(at, at.camera), undefined);
  await visitor.page.waitForTimeout(5_000);
  await offline(visitor, false);
  await says(visitor, at.camera, 'gone');
  await says(visitor, at.bowl, 'fine');
  await visitor.page.waitForFunction(() => !document.querySelector('.stop-waiting'));
  assert.equal(await fate(at, at.camera), 'gone');
  await visitor.inspect();
});

test('what waits is sent from any page, and what came of it is told in its room', async (t) => {
  const at = await house(t, { kind: 'burglary' });
  await at.home.invite(ERIK);
  const visitor = await at.home.visitor(t, EYES[0], ERIK);
  await visitor.open(at.walk);
  await offline(visitor, true);
  await answer(visitor, at.camera, 'damaged').click();
  await answer(visitor, at.bowl, 'gone').click();
  await stop(visitor, at.bowl).locator('.stop-waiting').waitFor();
  await at.home.program.ask('PUT', `incidents/${at.incident}/losses/${at.camera}`, { fate: 'gone' });
  // The phone was put away, and is opened elsewhere when it has a network again.
  await visitor.page.goto('about:blank');
  await offline(visitor, false);
  await visitor.open('/');
  await until('it was sent', async () => (await fate(at, at.bowl)) === 'gone');
  await until('both are', () => visitor.page.evaluate(() => !(localStorage.getItem('walk') ?? '').includes('fields')));
  assert.equal(await fate(at, at.camera), 'gone', 'what somebody else answered stands');
  await visitor.open(at.walk);
  const told = stop(visitor, at.camera).locator('.stop-conflict');
  await told.waitFor();
  assert.match(await told.innerText(), /Astrid/);
  await visitor.inspect();
  await answer(visitor, at.camera, 'damaged').click();
  await says(visitor, at.camera, 'damaged');
  assert.equal(await told.count(), 0);
});
