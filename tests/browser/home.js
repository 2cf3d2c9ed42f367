// A household that has moved in, and what fills its archive without a browser.

import assert from 'node:assert/strict';
import { command, newFolder, Server } from './server.js';
import { OWNER, Visitor } from './visitor.js';

/** The owner of the demo household. */
export const ANNA = { name: 'Anna', password: 'en bild per sida' };

/** A household that has moved in, and a program of its owner's that fills the archive through the JSON API. */
export class Home {
  static async open(t) {
    const home = new Home();
    home.server = await Server.start(t);
    const { name, password, household } = OWNER;
    const claim = new URLSearchParams({ code: await home.server.setupCode(), name, password, household });
    const reply = await fetch(`${home.origin}/setup`, {
      method: 'POST',
      body: claim,
      headers: { Origin: home.origin, 'Accept-Language': 'sv' },
      redirect: 'manual',
    });
    assert.equal(reply.status, 303, 'the owner moved in');
    home.program = await home.programOf(OWNER);
    return home;
  }

  /** The demo household, once it can be searched, with Anna's program. */
  static async demo(t) {
    const home = new Home();
    const folder = await newFolder(t);
    await command(['demo', '--data', folder, '--password-stdin'], { input: `${ANNA.password}\n` });
    home.server = await Server.start(t, { folder });
    home.program = await home.programOf(ANNA);
    await home.program.indexed();
    return home;
  }

  get origin() {
    return this.server.origin;
  }

  /** A program that may do what somebody may. */
  async programOf({ name }) {
    const token = await command(['token', 'create', '--data', this.server.folder, '--person', name]);
    return new Program(this.origin, token.trim());
  }

  /** Lets one more person in. */
  async invite({ name, password }, role = 'adult') {
    return this.program.add('people', { name, password, role });
  }

  /** Somebody of the household, signed in. */
  async visitor(t, eyes, who = OWNER) {
    const visitor = await Visitor.arrive(t, this.origin, eyes);
    await visitor.signIn(who);
    return visitor;
  }
}

/** A program that speaks the JSON API with a token. */
export class Program {
  #origin;
  #token;

  constructor(origin, token) {
    this.#origin = origin;
    this.#token = token;
  }

  /** Waits until the search index, which the first start builds, knows all things. */
  async indexed() {
    const headers = { authorization: `Bearer ${this.#token}` };
    while (!(await fetch(`${this.#origin}/api/v1/items?limit=1`, { headers })).ok);
  }

  /** What stands at a path of the API. */
  async get(path) {
    return this.ask('GET', path);
  }

  /** Adds one of a kind, such as `items`, and gives it as it was saved. */
  async add(kind, fields) {
    return this.ask('POST', kind, fields);
  }

  /** Asks for something, and holds the server to doing it. */
  async ask(method, path, fields) {
    const reply = await this.reply(method, path, fields);
    const text = await reply.text();
    assert.ok(reply.ok, `${method} ${path}: ${reply.status} ${text}`);
    return text && JSON.parse(text);
  }

  /** Puts a file where photos or documents belong, as a test chooses one in a form. */
  async upload(path, { name, mimeType, buffer }) {
    const form = new FormData();
    form.append('file', new Blob([buffer], { type: mimeType }), name);
    const reply = await this.#fetch('POST', path, form);
    assert.ok(reply.ok, `${path}: ${reply.status}`);
    return reply.json();
  }

  /** The answer, whatever it is. */
  async reply(method, path, fields) {
    return this.#fetch(method, path, fields && JSON.stringify(fields), fields && { 'Content-Type': 'application/json' });
  }

  async #fetch(method, path, body, headers) {
    return fetch(`${this.#origin}/api/v1/${path}`, {
      method,
      body,
      headers: { Authorization: `Bearer ${this.#token}`, ...headers },
    });
  }
}
