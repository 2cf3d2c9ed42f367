// Once a year the rooms are walked: alone and by two at once, where there is no network, and with what came of it.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Home } from './home.js';
import { ERIK, EYES } from './visitor.js';

/** A household with two rooms and things in both, and the address of a round where one goes on. */
async function house(t, goesOn = true) {
  const home = await Home.open(t);
  const add = async (kind, fields) => (await home.program.add(kind, fields)).id;
  const villa = await add('places', { name: 'Villan', kind: 'house' });
  const kitchen = await add('places', { name: 'Köket', kind: 'room', parent: villa });
  const hall = await add('places', { name: 'Hallen', kind: 'room', parent: villa });
  const cupboard = await add('places', { name: 'Skåpet', kind: 'cupboard', parent: kitchen });
  const camera = await add('items', { name: 'Kamera', place: kitchen });
  const bowl = await add('items', { name: 'Silverskål', place: cupboard });
  const clock = await add('items', { name: 'Klocka', place: hall });
  const round = goesOn && (await add('rounds', {}));
  return { home, villa, kitchen, hall, camera, bowl, clock, round, walk: `/rounds/${round}/rooms/${kitchen}` };
}

/** What the household says of a thing. */
async function finding({ home, round }, item) {
  const { sightings } = await home.program.get(`rounds/${round}/sightings`);
  return sightings.find((sighting) => sighting.item === item)?.finding;
}

/** The row of a thing, and one of its answers. */
const stop = ({ page }, item) => page.locator(`#stop-${item}`);
const answer = (visitor, item, said) => stop(visitor, item).locator(`button[value="${said}"]`);

/** Waits until the row of a thing says something. */
async function says(visitor, item, said) {
  await visitor.page.locator(`#stop-${item}[data-said="${said}"]`).waitFor();
}

/** Waits until something is so. */
async function until(what, condition) {
  for (const start = Date.now(); !(await condition()); await new Promise((wake) => setTimeout(wake, 100))) {
    assert.ok(Date.now() - start < 15_000, `waited in vain until ${what}`);
  }
}

for (const eyes of EYES) {
  test(`a round is begun, walked and ended, and its result tells what came of it, ${eyes.name}`, async (t) => {
    const at = await house(t, false);
    const visitor = await at.home.visitor(t, eyes);
    const { page } = visitor;
    const main = page.locator('main');

    async function tap(item, said) {
      const button = answer(visitor, item, said);
      await (eyes.script === false ? visitor.follow(button) : button.click());
      await says(visitor, item, said);
    }

    await visitor.open('/ready');
    await visitor.follow(main.locator('#round a[href="/rounds/new"]'));
    await visitor.inspect();
    await visitor.follow(main.locator('.form-end button[type="submit"]'));
    await visitor.inspect();
    [, , at.round] = visitor.path.split('/');

    // In the kitchen one thing is where it should be, and one is missing, which is taken back once.
    await visitor.follow(main.locator('a', { hasText: 'Köket' }).first());
    await visitor.inspect();
    await tap(at.camera, 'seen');
    await tap(at.bowl, 'gone');
    const back = stop(visitor, at.bowl).locator('button[value="none"]');
    await (eyes.script === false ? visitor.follow(back) : back.click());
    await page.locator(`#stop-${at.bowl}:not([data-said])`).waitFor();
    await tap(at.bowl, 'gone');

    // The clock of the hall stands here.
    await visitor.write(main.locator('[name="find"]'), 'klock');
    await visitor.follow(main.locator('.walk-find button'));
    await visitor.inspect();
    await visitor.follow(main.locator('#besides .list button'));
    await says(visitor, at.clock, 'moved');
    assert.match(await stop(visitor, at.clock).innerText(), /Hallen → Köket/);
    assert.equal((await at.home.program.get(`items/${at.clock}`)).place, at.kitchen);
    await visitor.inspect();

    // Nobody had entered the vase.
    await visitor.follow(main.locator('a[href^="/add?"]'));
    assert.equal(await main.locator('[name="place"]').first().inputValue(), at.kitchen);
    await at.home.program.add('items', { name: 'Vas', place: at.kitchen });
    await visitor.follow(main.locator(`a[href="${`/rounds/${at.round}/rooms/${at.kitchen}`}"]`));
    await visitor.follow(main.locator(`a.button[href="/rounds/${at.round}"]`));
    await visitor.inspect();
    await visitor.follow(page.locator('form[action$="/end"] button'));
    await visitor.inspect();
    const tiles = await main.locator('.tiles').innerText();
    assert.match(tiles.replaceAll(/\s+/g, ' '), /^1 \S+ 1 \S+ 1 \S+ 0/);
    assert.match(await main.locator('#gone').innerText(), /Silverskål/);
    assert.match(await main.locator('#moved').innerText(), /Hallen → Köket/);
    assert.match(await main.locator('#who').innerText(), /Astrid/);

    // What is missing is found after all, and both are told where they were seen.
    await visitor.follow(main.locator('#gone form button'));
    await visitor.inspect();
    assert.equal(await main.locator('#gone').count(), 0);
    await visitor.open(`/items/${at.bowl}`);
    assert.match(await main.innerText(), /Astrid/);
    await visitor.follow(main.locator(`a[href="/rounds/${at.round}"]`));
    await visitor.follow(main.locator('.breadcrumb a, nav a[href="/rounds"]').first());
    await visitor.inspect();
    assert.match(await main.locator('.list').innerText(), /2 .* 1 /);
  });

  test(`what is elsewhere is put where it was found, with a note, ${eyes.name}`, async (t) => {
    const at = await house(t);
    const visitor = await at.home.visitor(t, eyes);
    const main = visitor.page.locator('main');
    await visitor.open(at.walk);
    await visitor.follow(stop(visitor, at.camera).locator('a.answer'));
    await visitor.inspect();
    await main.locator('[name="to"]').selectOption(at.hall);
    await visitor.write(main.locator('[name="note"]'), 'På hyllan');
    await visitor.follow(main.locator('.form-end button[type="submit"]'));
    assert.equal((await at.home.program.get(`items/${at.camera}`)).place, at.hall);
    const { sightings } = await at.home.program.get(`rounds/${at.round}/sightings`);
    assert.deepEqual(sightings.map(({ finding, note }) => [finding, note]), [['moved', 'På hyllan']]);
    await visitor.open(`/rounds/${at.round}/rooms/${at.hall}`);
    await says(visitor, at.camera, 'moved');
    await visitor.inspect();
  });
}

test('two walk at once, and each sees what the other answers, and how far the whole is', async (t) => {
  const at = await house(t);
  await at.home.invite(ERIK);
  const astrid = await at.home.visitor(t, EYES[0]);
  const erik = await at.home.visitor(t, EYES[0], ERIK);
  await astrid.open(at.walk);
  await erik.open(`/rounds/${at.round}`);
  await answer(astrid, at.camera, 'seen').click();
  await says(astrid, at.camera, 'seen');
  await erik.page.locator('#round .list-row', { hasText: 'Köket' }).filter({ hasText: '1' }).locator('meter[value="50"]').waitFor();
  await erik.open(at.walk);
  assert.match(await stop(erik, at.camera).innerText(), /Astrid/);
  await answer(erik, at.bowl, 'gone').click();
  await says(astrid, at.bowl, 'gone');
  await erik.open(`/rounds/${at.round}`);
  assert.equal(await erik.page.locator('main .walk-done').count(), 1);
});

/** Takes the network from a visitor, or gives it back; what the browser says of its absence is no fault. */
async function offline(visitor, is) {
  await visitor.page.context().setOffline(is);
  const faults = visitor.faults().filter((fault) => !/ERR_INTERNET_DISCONNECTED|htmx:sendError|htmx:afterRequest/.test(fault));
  assert.deepEqual(faults, []);
}

test('an answer from the cellar is sent later, also after the round was ended, and undoes nobody else’s', async (t) => {
  const at = await house(t);
  await at.home.invite(ERIK);
  const visitor = await at.home.visitor(t, EYES[0], ERIK);
  await visitor.open(at.walk);
  await offline(visitor, true);
  await answer(visitor, at.camera, 'gone').click();
  await answer(visitor, at.bowl, 'seen').click();
  await stop(visitor, at.bowl).locator('.stop-waiting').waitFor();
  await at.home.program.ask('PUT', `rounds/${at.round}/sightings/${at.camera}`, { finding: 'seen' });
  await at.home.program.ask('POST', `rounds/${at.round}/end`);
  await visitor.page.goto('about:blank');
  await offline(visitor, false);
  await visitor.open('/');
  await until('it was sent', async () => (await finding(at, at.bowl)) === 'seen');
  await until('both are', () => visitor.page.evaluate(() => !(localStorage.getItem('walk') ?? '').includes('fields')));
  assert.equal(await finding(at, at.camera), 'seen', 'what somebody else answered stands');
  await visitor.open(at.walk);
  const told = stop(visitor, at.camera).locator('.stop-conflict');
  await told.waitFor();
  assert.match(await told.innerText(), /Astrid/);
  // It is told until it is answered, however often the page is opened.
  await visitor.open(at.walk);
  await told.waitFor();
  await answer(visitor, at.camera, 'gone').click();
  await says(visitor, at.camera, 'gone');
  assert.equal(await told.count(), 0);
});
