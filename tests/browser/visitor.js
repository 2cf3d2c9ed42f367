// Visitors, who look at the program in a real browser and report whatever is amiss.

import assert from 'node:assert/strict';
import { chromium } from 'playwright-core';
import { inspected, unfocusable } from './inspection.js';
import { afterwards, PATIENCE } from './server.js';

export const PHONE = { width: 390, height: 844 };
export const LAPTOP = { width: 1280, height: 800 };

/** The ways in which people look: every page is to work in each of them. */
export const EYES = [
  { name: 'on a phone, light, in Swedish', size: PHONE, theme: 'light', lang: 'sv' },
  { name: 'on a laptop, dark, in English', size: LAPTOP, theme: 'dark', lang: 'en' },
  { name: 'on a phone, dark, in English, without JavaScript', size: PHONE, theme: 'dark', lang: 'en', script: false },
];

/** Whoever claims a server in these tests. */
export const OWNER = { name: 'Astrid', password: 'tolv sorters kakor', household: 'Familjen Ekström' };

/** One more of the household. */
export const ERIK = { name: 'Erik', password: 'elva sorters kakor' };

/** Somebody with a browser of their own, as far as a page can tell. Every page they open is watched for what no page may do. */
export class Visitor {
  #context;
  #tools;
  #script;
  #mouse;
  #origin;
  #faults = [];

  /** Lets a visitor in, who leaves after the test `t`; the test fails then if a page was at fault. */
  static async arrive(t, origin, { size = PHONE, theme = 'light', lang = 'sv', script = true, mouse = true, records = false } = {}) {
    const visitor = new Visitor();
    visitor.#origin = origin;
    const browser = await enter();
    afterwards(t, () => visitor.leave());
    visitor.#context = await browser.newContext({
      baseURL: origin,
      colorScheme: theme,
      // Who records lets a page have the microphone and the camera; anybody else refuses.
      permissions: records ? ['microphone', 'camera'] : [],
      // What small screens are made for: fingers, which cannot hover.
      hasTouch: size === PHONE,
      isMobile: size === PHONE,
      locale: { sv: 'sv-SE', en: 'en-GB' }[lang],
      reducedMotion: 'reduce',
      serviceWorkers: 'block',
      timezoneId: 'Europe/Stockholm',
      viewport: size,
    });
    visitor.#context.setDefaultTimeout(PATIENCE);
    visitor.#watch();
    visitor.page = await visitor.#context.newPage();
    visitor.#mouse = mouse;
    if (!mouse) putAway(visitor.page);
    visitor.#tools = await visitor.#context.newCDPSession(visitor.page);
    visitor.#script = script;
    await visitor.#allowScript(script);
    return visitor;
  }

  /** Opens a path of the server. */
  async open(path) {
    return this.page.goto(path);
  }

  /** Fills in the fields of the form that has them all, by name, and sends it. */
  async send(fields) {
    const names = Object.keys(fields);
    const form = names.reduce((forms, name) => forms.filter({ has: this.page.locator(`[name="${name}"]`) }), this.page.locator('form'));
    for (const name of names) await this.write(form.locator(`[name="${name}"]`), fields[name]);
    if (!this.#mouse) return this.press();
    await this.follow(form.locator('button:not([type="button"]), [type="submit"]').first());
  }

  /** Opens the answer to a form that holds these fields. */
  async post(path, fields = {}) {
    await this.#loading(() =>
      this.page.evaluate(
        ([path, fields]) => {
          const form = Object.assign(document.createElement('form'), { method: 'post', action: path });
          for (const [name, value] of fields) form.append(Object.assign(document.createElement('input'), { type: 'hidden', name, value }));
          document.body.append(form);
          form.submit();
        },
        [path, Object.entries(fields)],
      ),
    );
  }

  /** Writes into a field, instead of what stands there. */
  async write(field, text) {
    await this.unfold(field);
    if (this.#mouse) return field.fill(text);
    await this.reach(field);
    await this.page.keyboard.press('Control+A');
    await this.page.keyboard.type(text);
  }

  /** Claims a server as its owner, through the setup page. */
  async claim(server, owner = OWNER) {
    await this.open('/setup');
    await this.send({ code: await server.setupCode(), ...owner });
  }

  /** Signs in through the sign-in page. */
  async signIn({ name, password } = OWNER) {
    await this.open('/sign-in');
    await this.send({ name, password });
  }

  /** Signs out from the page that is open. */
  async signOut() {
    await this.follow(this.page.locator('form[action="/sign-out"] button').first());
  }

  /** Clicks what loads another page, and waits for that; unfolds the menus and parts that it stands in first. */
  async follow(target) {
    await this.unfold(target);
    if (this.#mouse) return this.#loading(() => target.click());
    await this.reach(target);
    await this.press();
  }

  /** Unfolds what is folded around something, as a person does who looks for it. */
  async unfold(target) {
    const folded = target.locator('xpath=ancestor::details[not(@open)]');
    while (!(await target.isVisible()) && (await folded.count())) {
      const summary = folded.first().locator('> summary');
      if (this.#mouse) await summary.click();
      else {
        await this.reach(summary);
        await this.page.keyboard.press('Enter');
      }
    }
  }

  /** Ticks a box, or one of several of which one is ticked. */
  async tick(box) {
    await this.unfold(box);
    if (this.#mouse) return box.check();
    const [kind, name] = await box.evaluate(({ type, name }) => [type, name]);
    if (kind === 'radio') {
      // Tab comes to the one that is ticked, else to the first; arrows tick the others.
      const group = this.page.locator(`main input[name="${name}"]`);
      const ticked = group.and(this.page.locator(':checked'));
      await this.reach((await ticked.count()) ? ticked : group.first());
      const all = await group.count();
      for (let at = 0; at < all && !(await box.isChecked()); at += 1) await this.page.keyboard.press(at ? 'ArrowDown' : 'Space');
    } else {
      await this.reach(box);
      if (!(await box.isChecked())) await this.page.keyboard.press('Space');
    }
    assert.ok(await box.isChecked(), `${box} is ticked`);
  }

  /** Chooses from a list by the first letters, as a keyboard has them: no list takes å from Playwright. */
  async pick(list, name) {
    await this.unfold(list);
    await this.reach(list);
    await this.page.keyboard.type(name);
    const chosen = await list.evaluate(({ selectedOptions }) => selectedOptions[0].label.trim());
    assert.ok(chosen.startsWith(name), `${name} is chosen, not ${chosen}`);
  }

  /** Presses a key that loads another page, and waits for that. */
  async press(key = 'Enter') {
    await this.#loading(() => this.page.keyboard.press(key));
  }

  /** Goes to something by Tab alone, and holds the page to letting one see where one is, all the way. */
  async reach(target, most = 150) {
    for (let presses = 0; presses <= most; presses += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await this.page.keyboard.press('Tab');
      assert.deepEqual(await this.page.evaluate(unfocusable, 'here'), []);
    }
    assert.fail(`no ${most} presses of Tab come to ${target}`);
  }

  /** What the page says, as far as it can be seen. */
  async text() {
    return this.page.locator('main').innerText();
  }

  /** Takes the last change back by the message that told of it. */
  async undo() {
    await this.follow(this.page.locator('#toasts form button'));
  }

  /** The path of the page that is open. */
  get path() {
    return new URL(this.page.url()).pathname;
  }

  /** Looks closely at the page that is open, and fails the test if anything is amiss. */
  async inspect() {
    await this.examine(inspected);
    this.#blameless();
  }

  /** Takes what `look` finds on the page that is open for faults of it. */
  async examine(look) {
    // To look is a script itself; those of the page were passed over when it loaded and stay so.
    await this.#allowScript(true);
    for (const what of await look(this.page, this.#tools)) this.#fault(what);
    await this.#allowScript(this.#script);
  }

  /** The screen as WebP, for JPEG blurs letters and PNG bloats photos. */
  async picture(quality) {
    const { data } = await this.#tools.send('Page.captureScreenshot', { format: 'webp', quality });
    return Buffer.from(data, 'base64');
  }

  /** What was amiss on the pages so far; asking forgives it. For the tests of these. */
  faults() {
    return this.#faults.splice(0);
  }

  /** Closes the browser, and fails if a page was at fault. */
  async leave() {
    await this.#context.close();
    exit();
    this.#blameless();
  }

  async #loading(act) {
    const loaded = this.page.waitForEvent('load');
    await Promise.all([loaded, act()]);
  }

  async #allowScript(allowed) {
    await this.#tools.send('Emulation.setScriptExecutionDisabled', { value: !allowed });
  }


  #blameless() {
    assert.deepEqual(this.faults(), [], 'pages did what no page may do');
  }

  #fault(what) {
    this.#faults.push(`${this.page?.url()}: ${what}`);
  }

  #watch() {
    this.#context.on('weberror', (error) => this.#fault(error.error().message));
    this.#context.on('console', (message) => {
      // A refused form is an answer, not a defect; what a page fails to load is judged by its reply below.
      const refused = message.text().startsWith('Failed to load resource');
      // Violations of the content security policy are errors here too.
      if (['error', 'warning'].includes(message.type()) && !refused) this.#fault(message.text());
    });
    this.#context.on('request', (request) => {
      const url = new URL(request.url());
      const local = url.origin === this.#origin || ['data:', 'blob:'].includes(url.protocol);
      if (!local) this.#fault(`asks another host: ${url}`);
    });
    this.#context.on('requestfailed', (request) => {
      const reason = request.failure()?.errorText;
      // Leaving a page ends what it was still loading.
      if (reason !== 'net::ERR_ABORTED') this.#fault(`${request.url()}: ${reason}`);
    });
    this.#context.on('response', (reply) => {
      const part = !['document', 'fetch', 'xhr'].includes(reply.request().resourceType());
      if (reply.status() >= (part ? 400 : 500)) this.#fault(`${reply.url()}: ${reply.status()}`);
    });
  }
}

// Visitors share a process, for to start one takes longer than most journeys; it ends when none has come for a while.
const EMPTY = 1_500; // ms: more than a test needs before its visitor arrives
let browser;
let visitors = 0;
let closing;

async function enter() {
  clearTimeout(closing);
  visitors += 1;
  browser ??= launch();
  return browser;
}

function exit() {
  visitors -= 1;
  if (visitors > 0) return;
  closing = setTimeout(async () => {
    const empty = browser;
    browser = undefined;
    await (await empty).close();
  }, EMPTY);
}

function launch() {
  return chromium.launch({
    executablePath: process.env.SMARTINVENTORY_CHROMIUM ?? '/usr/bin/chromium',
    args: [
      // It shows nothing but our own pages, and root, as in a container, has no sandbox.
      '--no-sandbox',
      // A microphone that hears beeps, and a camera that sees a pie.
      '--use-fake-device-for-media-stream',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** Leaves somebody with the keyboard alone: whatever Playwright does by other means, or on its own, is refused. */
function putAway(page) {
  const refused = (thing, names) => {
    for (const name of names) {
      thing[name] = () => {
        throw new Error(`${name}: there is only a keyboard`);
      };
    }
  };
  // A locator asks its frame.
  refused(page.mainFrame(), ['check', 'click', 'dblclick', 'dispatchEvent', 'dragAndDrop', 'fill', 'focus', 'hover', 'press', 'selectOption', 'setChecked', 'setInputFiles', 'tap', 'type', 'uncheck']);
  refused(page.mouse, ['click', 'dblclick', 'down', 'move', 'up', 'wheel']);
  refused(page.touchscreen, ['tap']);
}
