// The first five minutes: claiming a new server, leaving it and coming back.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Server } from './server.js';
import { EYES, OWNER, Visitor } from './visitor.js';

for (const eyes of EYES) {
  describe(`A new server, ${eyes.name}`, () => {
    test('sends its first visitor to the setup page', async (t) => {
      const server = await Server.start(t);
      const visitor = await Visitor.arrive(t, server.origin, eyes);
      await visitor.open('/');
      assert.equal(visitor.path, '/setup');
      assert.equal(await visitor.page.locator('html').getAttribute('lang'), eyes.lang);
      await visitor.inspect();
    });

    test('refuses a wrong code and keeps what was filled in', async (t) => {
      const server = await Server.start(t);
      const visitor = await Visitor.arrive(t, server.origin, eyes);
      await visitor.claim({ setupCode: () => 'AAAA-AAAA' });
      assert.equal(visitor.path, '/setup');
      assert.equal(await visitor.page.locator('[name="household"]').inputValue(), OWNER.household);
      assert.equal(await visitor.page.locator('[name="name"]').inputValue(), OWNER.name);
      assert.equal(await visitor.page.locator('[name="code"]').getAttribute('aria-invalid'), 'true');
      await visitor.inspect();
    });

    test('is named and owned by whoever has the code, once', async (t) => {
      const server = await Server.start(t);
      const visitor = await Visitor.arrive(t, server.origin, eyes);
      await visitor.claim(server);
      assert.notEqual(visitor.path, '/setup');
      assert.match(await visitor.page.locator('body').innerText(), new RegExp(OWNER.household, 'i'));
      await visitor.inspect();

      const late = await Visitor.arrive(t, server.origin, eyes);
      await late.open('/setup');
      assert.equal(await late.page.locator('[name="code"]').count(), 0);
    });

    test('lets its owner sign out, and in again with the right password only', async (t) => {
      const server = await Server.start(t);
      const visitor = await Visitor.arrive(t, server.origin, eyes);
      await visitor.claim(server);
      await visitor.signOut();
      await visitor.open('/');
      assert.equal(visitor.path, '/sign-in');
      await visitor.inspect();

      await visitor.signIn({ name: OWNER.name, password: 'tretton sorters kakor' });
      assert.equal(visitor.path, '/sign-in');
      await visitor.inspect();

      await visitor.signIn();
      assert.notEqual(visitor.path, '/sign-in');
      assert.match(await visitor.page.locator('body').innerText(), new RegExp(OWNER.household, 'i'));
    });
  });
}
