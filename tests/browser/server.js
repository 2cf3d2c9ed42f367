// The program, on a folder of its own, and its commands.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export const PATIENCE = 10_000; // ms: more than any page needs on a busy machine, and less than a person waits for a test

/** The program, serving a folder of its own until the test is over. */
export class Server {
  #process;
  #ended;
  #output = '';

  /** Starts the program, a household's server or the other `role` that it has, and waits until it answers. Stopped, and its end checked, after the test `t`. */
  static async start(t, { folder, role = 'serve', binary = requiredBinary() } = {}) {
    const server = new Server();
    server.folder = folder ?? (await newFolder(t));
    const address = `127.0.0.1:${await freePort()}`;
    server.origin = `http://${address}`;
    server.#process = run(binary, [role, '--data', server.folder, '--listen', address], server.folder);
    for (const stream of [server.#process.stdout, server.#process.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => (server.#output += text));
    }
    server.#ended = new Promise((resolve, reject) => {
      server.#process.on('close', (code, signal) => resolve(signal ?? code)).on('error', reject);
    });
    afterwards(t, () => server.stop());
    await server.#answers();
    return server;
  }

  /** What the program has printed so far. */
  get output() {
    return this.#output;
  }

  /** The one-time code that the program prints while nobody has claimed it. */
  async setupCode() {
    return this.#until('prints a setup code', () => this.#output.match(/Setup code: *([A-Z0-9]{4}-[A-Z0-9]{4})/)?.[1]);
  }

  /** Asks the program to end, by its own pid, and holds it to ending well and soon. */
  async stop() {
    if (this.#process.exitCode === null && this.#process.signalCode === null) this.#process.kill('SIGTERM');
    const late = new AbortController();
    const end = await Promise.race([this.#ended, sleep(PATIENCE, 'late', { signal: late.signal })]);
    late.abort();
    if (end === 'late') this.#process.kill('SIGKILL');
    assert.equal(end, 0, `the program ended with ${end}:\n${this.#output}`);
  }

  async #answers() {
    await this.#until('answers', async () => {
      const reply = await fetch(`${this.origin}/healthz`).catch(() => null);
      return reply?.ok;
    });
  }

  async #until(what, condition) {
    for (const start = Date.now(); Date.now() - start < PATIENCE; await sleep(25)) {
      const result = await condition();
      if (result) return result;
      if (this.#process.exitCode !== null) break;
    }
    throw new Error(`waited in vain until the program ${what}:\n${this.#output}`);
  }
}

/** Runs a command of the program to its end, with `input` on its standard input, and gives what it printed. */
export async function command(args, { input = '', binary = requiredBinary() } = {}) {
  const process = run(binary, args, tmpdir());
  let output = '';
  for (const stream of [process.stdout, process.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text));
  // One that reads nothing may be over before it is given anything.
  process.stdin.on('error', () => {}).end(input);
  const code = await new Promise((resolve, reject) => process.on('close', resolve).on('error', reject));
  assert.equal(code, 0, `${args.join(' ')}:\n${output}`);
  return output;
}

/** A folder of its own for a test, removed after it. */
export async function newFolder(t) {
  const folder = await mkdtemp(join(tmpdir(), 'smartinventory-'));
  afterwards(t, () => rm(folder, { recursive: true, force: true }));
  return folder;
}

const endings = new WeakMap();

/** Does something after the test `t`, the last thing first: visitors leave before the server that they look at ends. */
export function afterwards(t, act) {
  const before = endings.get(t);
  if (before) return before.push(act);
  const acts = [act];
  endings.set(t, acts);
  t.after(async () => {
    const failures = [];
    for (const act of acts.reverse()) await Promise.resolve(act()).catch((error) => failures.push(error));
    if (failures.length) throw failures[0];
  });
}

function requiredBinary() {
  const binary = process.env.SMARTINVENTORY_BINARY;
  if (!binary) throw new Error('SMARTINVENTORY_BINARY does not say where the program is: run `tests/run browser`');
  return binary;
}

function run(binary, args, home) {
  // Nothing of the developer's own settings.
  const env = { PATH: process.env.PATH, HOME: home, TZ: 'Europe/Stockholm', RUST_BACKTRACE: '1' };
  return spawn(binary, args, { cwd: home, env });
}

async function freePort() {
  const server = createServer();
  await new Promise((resolve, reject) => server.listen(0, '127.0.0.1', resolve).on('error', reject));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}
