// A home is divided: two people on two phones take turns, the sums follow, and there is a list to sign.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Home } from './home.js';
import { ERIK, EYES } from './visitor.js';

const THINGS = { Soffa: '6000', Matbord: '4000', Tavla: '3000', Lampa: '1500', Spegel: '500', Stol: '250' };

/** A household with six things to divide, and the address of a division where `of` says one. */
async function home(t, of) {
  const at = { home: await Home.open(t), things: {} };
  const add = async (kind, fields) => (await at.home.program.add(kind, fields)).id;
  for (const [name, amount] of Object.entries(THINGS)) {
    at.things[name] = await add('items', { name, value: { amount, currency: 'SEK' } });
  }
  at.ring = await add('items', { name: 'Ring', value: { amount: '9000', currency: 'SEK' }, separate: { why: 'gift', note: 'Av mormor' } });
  at.division = of && (await add('divisions', { name: 'Hemmet', parties: [{ name: 'Anna' }, { name: 'Erik' }], ...of }));
  at.board = `/divisions/${at.division}`;
  return at;
}

const lot = ({ page }, at, name) => page.locator(`#lot-${at.things[name]}`);
const take = (visitor, at, name) => lot(visitor, at, name).locator('.lot-take button');

/** Waits until somebody's phone says whose turn it is. */
async function turn({ page }, name) {
  await page.locator('.turn p', { hasText: name }).waitFor();
}

/** What is told of the division by the program. */
const told = ({ home, division }) => home.program.get(`divisions/${division}`);

for (const eyes of EYES) {
  test(`a home is divided by turns, and a list of it is there to sign, ${eyes.name}`, async (t) => {
    const at = await home(t);
    const visitor = await at.home.visitor(t, eyes);
    const { page } = visitor;
    const main = page.locator('main');
    await visitor.open('/reports');
    await visitor.follow(main.locator('a[href="/divisions"]'));
    await visitor.inspect();
    await visitor.follow(main.locator('a[href="/divisions/new"]').first());
    await visitor.inspect();
    await visitor.write(main.locator('[name="name"]'), 'Hemmet');
    await visitor.write(main.locator('[name="parties[0].name"]'), 'Anna');
    await visitor.write(main.locator('[name="parties[1].name"]'), 'Erik');
    await visitor.follow(main.locator('.form-end button[type="submit"]'));
    await visitor.inspect();
    [, , at.division] = visitor.path.split('/');

    for (const [name, who] of [['Soffa', 'Anna'], ['Matbord', 'Erik'], ['Tavla', 'Erik'], ['Lampa', 'Anna']]) {
      await turn(visitor, who);
      const button = take(visitor, at, name);
      await (eyes.script === false ? visitor.follow(button) : button.click());
      await page.locator(`.lot.is-taken#lot-${at.things[name]}`).waitFor();
    }
    await visitor.inspect();
    const sums = await page.locator('.standing-sum').allInnerTexts();
    assert.match(sums[0], /7.500/);
    assert.match(sums[1], /7.000/);
    assert.match(await page.locator('.evening').innerText(), /250/);
    const { turn: next, payments } = await told(at);
    assert.deepEqual(next, { number: 4, party: 0 });
    assert.deepEqual(payments, [{ from: 0, to: 1, amount: { amount: '250.00', currency: 'SEK' } }]);

    await visitor.follow(lot(visitor, at, 'Stol').locator('.lot-name a'));
    await visitor.inspect();
    await main.locator('[name="to"][value="1"]').check();
    await visitor.follow(main.locator('.form-end button[type="submit"]').first());
    await visitor.inspect();
    assert.equal((await told(at)).lots.find((one) => one.item === at.things.Stol).to, 1);

    await visitor.follow(page.locator('.page-actions form[action="/reports/new"] button'));
    await visitor.inspect();
    assert.match(await visitor.text(), /Underskrifter|Signatures/);
    assert.match(await visitor.text(), /Av mormor/);
    const pdf = await until('it is printed', async () => {
      const reply = await page.request.get(`${at.home.origin}${visitor.path}/file?format=pdf`);
      return reply.ok() && (await reply.body());
    });
    assert.equal(pdf.subarray(0, 5).toString(), '%PDF-');
  });
}

/** Waits until something is so, and gives what it is. */
async function until(what, condition) {
  for (const start = Date.now(); ; await new Promise((wake) => setTimeout(wake, 100))) {
    const is = await condition();
    if (is) return is;
    assert.ok(Date.now() - start < 15_000, `waited in vain until ${what}`);
  }
}

test('two phones show the same board, and never take the same turn', async (t) => {
  const at = await home(t, {});
  await at.home.invite(ERIK);
  const anna = await at.home.visitor(t, EYES[0]);
  const erik = await at.home.visitor(t, EYES[0], ERIK);
  await anna.open(at.board);
  await erik.open(at.board);
  await take(anna, at, 'Soffa').click();
  await turn(anna, 'Erik');
  await turn(erik, 'Erik');
  // From here on, what the other phone does is not seen before the tap.
  await erik.page.route(/seen=/, (route) => route.fulfill({ status: 204 }));
  await take(anna, at, 'Matbord').click();
  await anna.page.locator(`.lot.is-taken#lot-${at.things.Matbord}`).waitFor();
  await take(erik, at, 'Tavla').click();
  await erik.page.locator('#board .banner').waitFor();
  const { lots } = await told(at);
  const taken = lots.filter((one) => one.turn !== null).map((one) => [one.item, one.turn, one.to]);
  assert.deepEqual(taken.sort((one, other) => one[1] - other[1]), [[at.things.Soffa, 0, 0], [at.things.Matbord, 1, 1]]);
  await erik.inspect();
});

test('what only one wishes for is shared out with one tap', async (t) => {
  const at = await home(t, { method: 'wishes' });
  const visitor = await at.home.visitor(t, EYES[0]);
  const { page } = visitor;
  await visitor.open(at.board);
  const wish = async (name, party, rank) => {
    const button = page.locator(`#wish-${at.things[name]}-${party}-${rank}`);
    await button.click();
    await page.locator(`#wish-${at.things[name]}-${party}-${rank}[aria-pressed="true"]`).waitFor();
  };
  await wish('Soffa', 0, 'most');
  await wish('Tavla', 0, 'gladly');
  await wish('Tavla', 1, 'much');
  await visitor.inspect();
  await visitor.follow(page.locator('form:has([name="do"][value="deal"]) button'));
  await visitor.inspect();
  const { lots } = await told(at);
  const to = (name) => lots.find((one) => one.item === at.things[name]).to;
  assert.deepEqual([to('Soffa'), to('Tavla'), to('Lampa')], [0, null, null]);
});
