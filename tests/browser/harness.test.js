// The harness itself, shown to notice what it is there to notice.

import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { test } from 'node:test';
import { EYES, Visitor } from './harness.js';

/** Serves one page as `/`, with other files beside it, and gives its origin. */
async function site(t, body, { policy = "default-src 'self'", files = {} } = {}) {
  const page = `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>A page</title><link rel="icon" href="/icon.png"><main><h1>A page</h1>${body}</main></html>`;
  const server = createServer((request, reply) => {
    const file = { '/': page, '/icon.png': '', ...files }[request.url];
    const type = request.url.endsWith('.js') ? 'text/javascript' : 'text/html; charset=utf-8';
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

async function faults(t, body, options, eyes = EYES[0]) {
  const visitor = await Visitor.arrive(t, await site(t, body, options), eyes);
  await visitor.open('/');
  await visitor.page.waitForLoadState('networkidle');
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

test('a visitor whom a page wronged fails the test on leaving', async (t) => {
  const visitor = await Visitor.arrive({ after() {} }, await site(t, '<img src="/x.png" alt="x">'));
  await visitor.open('/');
  await assert.rejects(visitor.leave(), /did what no page may do/);
});
