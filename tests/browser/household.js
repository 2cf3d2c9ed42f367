// A household with something of everything, so that every part of every page has something to show.

import { BLUE, BROKEN, INVOICE, PAPER, RED } from './files.js';
import { ERIK } from './visitor.js';

export const GUEST = { name: 'Ingrid', password: 'nio sorters kakor' };

/** Moves three things in, with all that there is to say of one of them, and gives the ids of what is there. */
export async function furnish({ program }) {
  const add = async (kind, fields) => (await program.add(kind, fields)).id;
  const receive = async (fields, paper = PAPER) => {
    const { id } = await program.upload('receipts', paper);
    await program.ask('PATCH', `receipts/${id}`, fields);
    return id;
  };
  const reading = async (id) => {
    while (['waiting', 'running'].includes((await program.get(`receipts/${id}`)).reading)) await new Promise((wake) => setTimeout(wake, 50));
    return id;
  };
  const owner = (await program.get('me')).id;
  const erik = await add('people', { ...ERIK, role: 'adult' });
  const guest = await add('people', { ...GUEST, role: 'guest' });
  const gone = await add('people', { name: 'Åke', password: 'åtta sorters kakor', role: 'adult' });
  await program.ask('DELETE', `people/${gone}`);

  const house = await add('places', { name: 'Villan', kind: 'house' });
  const hall = await add('places', { name: 'Hallen', kind: 'room', parent: house, note: 'Nyckeln hänger **bakom**.' });
  const place = await add('places', { name: 'Linneskåpet', kind: 'cupboard', parent: hall });
  await program.upload(`places/${place}/photos`, BLUE);
  await program.upload(`places/${place}/documents`, PAPER);

  const tag = await add('tags', { name: 'vinter' });
  const { categories } = await program.get('categories');
  const category = categories.find(({ parent }) => parent).id;
  const thing = await add('items', {
    name: 'Elcykeln',
    description: 'Går **fort** utför.',
    quantity: 2,
    category,
    tags: [tag],
    place,
    owners: [{ person: owner, parts: 2 }, { person: erik, parts: 1 }],
    maker: 'Monark',
    model: 'Karin',
    identifiers: [{ kind: 'frame', text: 'WSB-7714' }],
    colour: 'röd',
    condition: 'good',
    acquired: { on: '2019-05', how: 'bought', from: 'Göran', price: { amount: '21000', currency: 'SEK' } },
    value: { amount: '18500', currency: 'SEK' },
    insured: true,
    notes: 'Laddas i hallen.',
    fields: [{ kind: 'text', name: 'Däcktryck', value: '2,5 bar' }, { kind: 'yes_no', name: 'Låst', value: true }],
    guests: [guest],
  });
  const { attachments } = await program.upload(`items/${thing}/photos`, RED);
  const photo = attachments[0].id;
  await program.ask('PATCH', `photos/${photo}`, { caption: 'Vid bryggan' });
  await program.upload(`items/${thing}/photos`, BLUE);
  await program.upload(`items/${thing}/documents`, PAPER);
  const plain = await add('items', { name: 'Hink', private: true, owners: [{ person: owner }] });
  await add('items', { name: 'Cykelpump', inside: thing, links: [{ kind: 'accessory', to: plain }], value: { amount: '249', currency: 'SEK' } });
  for (const colour of ['grön', 'gul', 'blå', 'svart']) await program.ask('PATCH', `items/${plain}`, { colour });

  const archived = await add('items', { name: 'Skrivare' });
  await program.ask('POST', `items/${archived}/archive`, { how: 'sold', on: '2024', to: 'Grannen', price: { amount: '300', currency: 'SEK' } });
  const binned = await add('items', { name: 'Trasig lampa' });
  await program.ask('DELETE', `items/${binned}`);
  const { id: template } = await program.ask('POST', `items/${thing}/template`, { name: 'Cykelmall' });
  const nameless = await add('items', {});
  await program.upload(`items/${nameless}/photos`, RED);
  const search = await add('searches', { name: 'Det dyra', query: 'value_from=100000&sort=name' });
  const shop = { shop: 'Elbyn', on: '2019-05-17', total: { amount: '21000', currency: 'SEK' }, purposes: ['complaint', 'repair'] };
  const receipt = await receive({ ...shop, vat: { amount: '4200', currency: 'SEK' }, payment: 'invoice', number: 'F-88', note: 'Med **lås**.', lines: [{ text: 'Elcykel', price: { amount: '20500', currency: 'SEK' }, item: thing }, { text: 'Lås', price: { amount: '500', currency: 'SEK' } }] });
  const valuable = await receive({ ...shop, purposes: ['valuable', 'tax'], country: 'no', deal: 'durable', only: [owner] });
  await receive({ ...shop, purposes: ['complaint'] });
  const bare = await receive({});
  const read = await reading(await receive({}, INVOICE));
  const unread = await reading(await receive({}, BROKEN));
  const blind = await reading(await receive({}, RED));
  return { archived, bare, binned, blind, category, gone, guest, house, owner, photo, place, plain, read, receipt, search, tag, template, thing, unread, valuable };
}

/** Moves in many things more, and gives the ids of the last, whose name is long, and of the innermost place. */
export async function fill({ program }, house) {
  const add = async (kind, fields) => (await program.add(kind, fields)).id;
  const long = 'Trädgårdsmöbelimpregneringsmedelsförvaringslådsnyckelknippehållare';
  const words = ['vår', 'sommar', 'höst', 'jul', 'påsk', 'båt', 'bil', 'köksredskap', 'trädgård', 'friluftsliv', 'samling', 'ärvt', 'utlånat', 'trasigt'];
  const tags = [];
  for (const name of [...words, long.slice(0, 40)]) tags.push(await add('tags', { name }));
  const places = [];
  for (let at = 1; at <= 12; at += 1) places.push(await add('places', { name: `${['Källaren', 'Förrådet', 'Vinden'][at % 3]} ${at}`, kind: 'storage', parent: places.at(-3) ?? house }));
  places.push(await add('places', { name: long, kind: 'box', parent: places.at(-1) }));
  let last;
  for (let at = 1; at <= 160; at += 1) {
    const name = at % 40 === 0 ? `${long} ${at}` : `${['Cykelhjälm', 'Äppelkorg', 'Motorsåg', 'Ölglas', 'Skidor med bindningar och stavar'][at % 5]} ${at}`;
    last = await add('items', { name, place: places[at % places.length], tags: [tags[at % tags.length]], maker: 'Åkes & söner', value: { amount: `${at * 9871}`, currency: 'SEK' } });
  }
  return { long: last, deep: places.at(-1) };
}
