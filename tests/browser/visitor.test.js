// Visitors and what they look with, shown to notice what they are there to notice.

import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { test } from 'node:test';
import { moving, recast, recoloured, magnified, scripted, touched } from './inspection.js';
import { EYES, Visitor } from './visitor.js';

/** Serves one page as `/`, with other files beside it, and gives its origin. */
async function site(t, body, { policy = "default-src 'self'", files = {} } = {}) {
  const page = `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>A page</title><link rel="icon" href="/icon.png"><main><h1>A page</h1>${body}</main></html>`;
  const server = createServer((request, reply) => {
    const file = { '/': page, '/icon.png': '', ...files }[request.url];
    const type = { js: 'text/javascript', css: 'text/css' }[request.url.split('.')[1]] ?? 'text/html; charset=utf-8';
    reply.writeHead(file === undefined ? 404 : 200, { 'content-type': type, 'content-security-policy': policy });
    reply.end(file);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${server.address().port}`;
}

/** What is found on a page, by `look` beside the usual. */
async function faults(t, body, options, eyes = EYES[0], look = () => []) {
  const visitor = await Visitor.arrive(t, await site(t, body, options), eyes);
  await visitor.open('/');
  await visitor.page.waitForLoadState('networkidle');
  await visitor.examine(look);
  let found = visitor.faults();
  try {
    await visitor.inspect();
  } catch (error) {
    if (!Array.isArray(error.actual)) throw error;
    found = [...found, ...error.actual];
  }
  return found.join('\n');
}

test('a page without faults has none, with JavaScript and without', async (t) => {
  const files = { '/fine.js': 'document.title = "Fine"' };
  for (const eyes of EYES) {
    assert.equal(await faults(t, '<p>Fine.</p><script src="/fine.js"></script>', { files }, eyes), '');
  }
});

test('without JavaScript, no script of the page runs, not even after an inspection', async (t) => {
  const files = { '/x.js': 'document.querySelector("h1").textContent = "Scripted"' };
  const visitor = await Visitor.arrive(t, await site(t, '<script src="/x.js"></script>', { files }), EYES[2]);
  for (let visit = 0; visit < 2; visit += 1) {
    await visitor.open('/');
    await visitor.inspect();
    assert.equal(await visitor.page.locator('h1').innerText(), 'A page');
  }
});

test('an inline script or style is noticed', async (t) => {
  assert.match(await faults(t, '<script>document.title = "x"</script>'), /Content Security Policy/i);
  assert.match(await faults(t, '<p style="color: red">x</p>'), /Content Security Policy/i);
  assert.match(await faults(t, '<p style="color: red">x</p>', {}, EYES[2]), /Content Security Policy/i);
});

test('a script that fails or complains is noticed', async (t) => {
  assert.match(await faults(t, '<script src="/x.js"></script>', { files: { '/x.js': 'missing()' } }), /missing is not defined/);
  assert.match(await faults(t, '<script src="/x.js"></script>', { files: { '/x.js': 'console.error("odd")' } }), /odd/);
});

test('a picture from another host is noticed', async (t) => {
  const options = { policy: "default-src 'self'; img-src *" };
  assert.match(await faults(t, '<img src="http://127.0.0.2:9/x.png" alt="x">', options), /asks another host/);
});

test('a picture that is not there is noticed', async (t) => {
  assert.match(await faults(t, '<img src="/x.png" alt="x">'), /x\.png: 404/);
});

test('a picture without words and a field without label are noticed', async (t) => {
  assert.match(await faults(t, '<img src="data:," >', { policy: "default-src 'self' data:" }), /image-alt/);
  assert.match(await faults(t, '<form><input name="a"></form>', {}, EYES[2]), /label/);
});

test('a page wider than the phone is noticed', async (t) => {
  const files = { '/x.js': 'document.querySelector("p").style.width = "500px"' };
  assert.match(await faults(t, '<p>x</p><script src="/x.js"></script>', { files }), /wide on a screen of 390 px/);
});

test('what is put together badly is noticed', async (t) => {
  assert.match(await faults(t, '<p id="x">x</p><p id="x">x</p>'), /two parts of the page are called x/);
  assert.match(await faults(t, '<h1>Another</h1>'), /2 headings/);
});

/** A page with a stylesheet of its own. */
async function styled(t, body, style, ...rest) {
  return faults(t, `<link rel="stylesheet" href="/x.css">${body}`, { files: { '/x.css': style } }, ...rest);
}

const LARGE = 'button { min-width: 44px; min-height: 44px }';

test('a button smaller than a fingertip is noticed, and a link in a sentence is none', async (t) => {
  assert.match(await styled(t, '<button>x</button>', 'button { width: 44px; height: 30px; padding: 0 }'), /only 44 × 30 px to touch/);
  assert.equal(await styled(t, '<p>Here is <a href="/">a link</a>.</p><button>x</button>', LARGE), '');
});

test('a focus that cannot be seen, or jumps the queue, is noticed', async (t) => {
  assert.match(await styled(t, '<button>x</button>', `${LARGE} button { outline: none }`), /no ring/);
  const bar = '<button>x</button><header class="bar">Above all</header>';
  assert.match(await styled(t, bar, `${LARGE} .bar { position: fixed; inset: 0; background: white }`), /behind something/);
  assert.match(await styled(t, '<button tabindex="2">x</button>', LARGE), /jumps the queue/);
});

test('words that are cut off are noticed, at once or when twice as large', async (t) => {
  assert.match(await styled(t, '<p>Donaudampfschiff</p>', 'p { width: 40px; overflow: hidden }'), /“Donaudampfschiff” is cut off/);
  const wide = 'p { width: 300px }';
  assert.equal(await styled(t, '<p>Donaudampfschiff</p>', wide), '');
  assert.match(await styled(t, '<p>Donaudampfschiff</p>', wide, EYES[0], magnified), /twice as large: the page is \d+ px wide/);
});

test('words that cannot be read in other colours or while pointed at are noticed', async (t) => {
  const dark = '@media (prefers-color-scheme: dark) { p { color: #888; background: #777 } }';
  assert.equal(await styled(t, '<p>Words</p>', dark), '');
  assert.match(await styled(t, '<p>Words</p>', dark, EYES[0], (page) => recoloured(page, 'dark')), /when dark: color-contrast/);
  const hover = `${LARGE} button:hover { color: #888; background: #777 }`;
  assert.match(await styled(t, '<button>Words</button>', hover, EYES[0], touched), /hover active: color-contrast/);
  const forced = `${LARGE} @media (forced-colors: active) { button { outline: none } }`;
  assert.match(await styled(t, '<button>Words</button>', forced, EYES[0], recast), /in forced colours: no ring/);
});

test('what moves for who wants stillness is noticed', async (t) => {
  assert.match(await styled(t, '<p>x</p>', 'p { transition: color 1s }', EYES[0], (page) => page.evaluate(moving)), /moves: <p>/);
});

test('what only a script would do is noticed', async (t) => {
  const found = (body) => styled(t, body, LARGE, EYES[2], (page) => page.evaluate(scripted));
  assert.match(await found('<button type="button">x</button>'), /a button that needs a script/);
  assert.match(await found('<form><label>A <select><option>a</select></label></form>'), /a form that nothing sends/);
  assert.match(await found('<a hx-get="/x">x</a>'), /by a script alone/);
  assert.equal(await found('<form action="/"><button>x</button></form>'), '');
});

test('whoever has only a keyboard takes nothing by other means, and sees each step', async (t) => {
  const files = { '/x.css': `${LARGE} .mute { outline: none }` };
  const body = '<link rel="stylesheet" href="/x.css"><button>One</button><button class="mute">Two</button><button>Three</button>';
  const visitor = await Visitor.arrive(t, await site(t, body, { files }), { ...EYES[0], mouse: false });
  await visitor.open('/');
  const button = (name) => visitor.page.getByText(name);
  await assert.rejects(async () => button('One').click(), /only a keyboard/);
  await visitor.reach(button('One'));
  await assert.rejects(visitor.reach(button('Three')), /no ring/);
});

test('a visitor whom a page wronged fails the test on leaving', async (t) => {
  const visitor = await Visitor.arrive({ after() {} }, await site(t, '<img src="/x.png" alt="x">'));
  await visitor.open('/');
  await assert.rejects(visitor.leave(), /did what no page may do/);
});
