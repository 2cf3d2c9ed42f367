// A home that publishes to the registry, as docs/registry-protocol.md says.

import assert from 'node:assert/strict';
import { createHash, generateKeyPairSync, randomBytes, randomUUID, sign } from 'node:crypto';

const JSON_TYPE = 'application/json';

/** The 32 bytes of a public key, as the protocol writes them. */
const written = (key) => key.export({ format: 'jwk' }).x;

/** A day so many days from today. */
const day = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** A home with a key of its own. */
export class Publisher {
  #keys = generateKeyPairSync('ed25519');
  #contact = generateKeyPairSync('x25519');

  /** One that the registry at this address knows. */
  static async known(origin) {
    const home = new Publisher();
    home.origin = origin;
    await home.send('POST', '/v1/publishers', { key: written(home.#keys.publicKey) });
    return home;
  }

  /** Reports a bicycle with this frame number stolen, and gives its entry. */
  async publish(frame, changes = {}) {
    const entry = {
      version: 1,
      registry: this.origin,
      entry_id: randomUUID(),
      revision: 1,
      state: 'stolen',
      visibility: 'browse',
      category: 'vehicles.bicycles',
      title: 'Röd damcykel med korg',
      identifiers: [{ kind: 'frame_number', value: frame }],
      incident: { from: day(-2), to: day(-1), country: 'SE', county: 'SE-C' },
      contact: written(this.#contact.publicKey),
      accept_tips: true,
      expires: day(300),
      issued: new Date().toISOString(),
      ...changes,
    };
    const payload = Buffer.from(JSON.stringify(entry));
    const signature = sign(null, Buffer.concat([Buffer.from('stolen-registry-v1 entry\n'), payload]), this.#keys.privateKey);
    const keyid = written(this.#keys.publicKey);
    const envelope = { payload: payload.toString('base64url'), signature: signature.toString('base64url'), keyid };
    await this.send('PUT', `/v1/entries/${entry.entry_id}`, envelope);
    return entry;
  }

  /** Sends a signed request, and holds it to being taken. */
  async send(method, path, said) {
    const target = `${this.origin}${path}`;
    const body = said && JSON.stringify(said);
    const headers = {};
    const covered = [
      ['@method', method],
      ['@target-uri', target],
    ];
    if (body) {
      headers['content-type'] = JSON_TYPE;
      headers['content-digest'] = `sha-256=:${createHash('sha256').update(body).digest('base64')}:`;
      covered.push(['content-digest', headers['content-digest']], ['content-type', JSON_TYPE]);
    }
    const created = Math.floor(Date.now() / 1000);
    const names = covered.map(([name]) => `"${name}"`).join(' ');
    const nonce = randomBytes(24).toString('base64url');
    const keyid = written(this.#keys.publicKey);
    const parameters = `(${names});created=${created};expires=${created + 120};nonce="${nonce}";keyid="${keyid}";tag="stolen-registry-v1"`;
    const lines = covered.map(([name, value]) => `"${name}": ${value}\n`).join('');
    const signature = sign(null, Buffer.from(`${lines}"@signature-params": ${parameters}`), this.#keys.privateKey);
    headers['signature-input'] = `sig1=${parameters}`;
    headers.signature = `sig1=:${signature.toString('base64')}:`;
    const reply = await fetch(target, { method, headers, body });
    const text = await reply.text();
    assert.ok(reply.ok, `${method} ${path}: ${reply.status} ${text}`);
    return text && JSON.parse(text);
  }
}
