// A household with something of everything, so that every part of every page has something to show.

import { BLUE, BROKEN, INVOICE, PAPER, RED, SOUND } from './files.js';
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
  const pump = await add('items', { name: 'Cykelpump', inside: thing, links: [{ kind: 'accessory', to: plain }], value: { amount: '249', currency: 'SEK' } });
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
  const promise = (of, fields) => add(`items/${of}/warranties`, fields);
  const warranty = await promise(thing, { kind: 'extended', provider: 'Elbyn', length: 'P50Y', contact: 'Ring **08-123 45**.', terms: 'Ram och motor.', proof: receipt });
  const insurance = await promise(plain, { kind: 'insurance', lifetime: true });
  await promise(plain, { until: '2019-05-17' });
  await promise(plain, {});
  const contacts = [{ on: '2024-05-03', with: 'Elbyn', said: 'Lämna in den.' }, { on: '2024-05-09' }];
  const claim = await add(`items/${thing}/claims`, { problem: 'Kedjan hoppar\nPå de lätta växlarna.', against: 'warranty', warranty, opened: '2024-05-03', contacts });
  await program.upload(`claims/${claim}/documents`, PAPER);
  const ended = await add(`items/${plain}/claims`, { problem: 'Läcker', opened: '2024-05-03', outcome: 'repaired', closed: '2024-06-01' });
  const monthly = { what: 'Olja kedjan', rhythm: 'after_done', every: 'P1M', first: '2024-05-01', season: { from: 4, to: 10 }, who: owner, note: 'Torka **först**.' };
  const plan = await add(`items/${thing}/upkeep`, monthly);
  const metered = await add(`items/${thing}/upkeep`, { what: 'Service', rhythm: 'metered', meter: { every: 2000, from: 150, unit: 'km' } });
  await add(`items/${thing}/upkeep`, { what: 'Byt däck', rhythm: 'months', months: [4, 10] });
  const job = await add(`items/${thing}/jobs`, { what: 'Ny kedja', by: 'Cykelverkstan', cost: { amount: '895', currency: 'SEK' }, meter: 1210, work: 'repair', note: 'Och **kassett**.' });
  await program.upload(`jobs/${job}/photos`, RED);
  await program.upload(`jobs/${job}/documents`, PAPER);
  for (const day of ['2024-03-01', '2024-05-01', '2024-06-01', '2025-06-01']) await add(`items/${thing}/jobs`, { what: 'Oljade kedjan', on: day, plan });
  const loan = await add(`items/${thing}/loans`, { to: 'Kalle', since: '2024-06-01', due: '2024-07-01', note: 'Med **lås**.' });
  const back = await add(`items/${plain}/loans`, { to: 'Lisa', since: '2024-06-01', back: '2024-07-01' });
  const memory = await add(`items/${thing}/memories`, { title: 'Första turen', text: 'Ända till **havet**.', on: '2020-06', people: ['Elsa', 'Gustav'], place: 'Smögen' });
  await program.upload(`memories/${memory}/photos`, RED);
  await program.upload(`memories/${memory}/documents`, SOUND);
  await program.upload(`memories/${memory}/documents`, PAPER);
  const untold = await add(`items/${plain}/memories`, { title: 'Det minns ingen' });
  for (const title of ['Andra turen', 'Tredje turen', 'Fjärde turen']) await add(`items/${thing}/memories`, { title, on: '2021' });
  const bequest = await add(`items/${thing}/bequests`, { to: 'Maja', note: 'Hon **cyklar** mest.' });
  const open = await add(`items/${plain}/bequests`, { to: 'Gustav', open: true });
  await program.ask('PATCH', `items/${thing}`, { affection: 'dear', separate: { why: 'gift', note: 'Gåvobrev 2019' }, new_price: { amount: '23900', currency: 'SEK' }, priced_at: 'Elbyn' });
  const kronor = (amount) => ({ amount, currency: 'SEK' });
  const policy = await add('policies', { insurer: 'Svalan', number: '12-345', sum_insured: kronor('20000'), single_limit: kronor('5000'), valuables_limit: kronor('100'), deductible: kronor('1500'), contact: 'Ring **020-12 34**.', renews_on: '2030-03-01' });
  const row = { basis: 'purchase', steps: [{ months: 12, percent: 100 }], then: 60, floor: 20, cap: kronor('15000') };
  const meagre = await add('policies', { insurer: 'Tärnan', sum_insured: { amount: '9000000', currency: 'EUR' }, table: { version: '2026-01-01', source: 'Villkor H 12, s. 31', rows: [{ kind: 'bikes', ...row, cap: null }, { kind: 'other', ...row, cap: { amount: '1500', currency: 'EUR' } }] } });
  const stolen = await add('items', { name: 'Systemkamera', place, value: { amount: '8900', currency: 'SEK' } });
  await program.upload(`items/${stolen}/photos`, BLUE);
  const report = { police_number: '5000-K123456-24', authority: 'Polisen i Umeå', insurer: 'Trygga Hem', policy: 'F-7714', claim_number: 'S-2024' };
  const incident = await add('incidents', { kind: 'burglary', title: 'Inbrottet i maj', from: '2024-05-02T08:00', to: '2024-05-03', place: 'Björkvägen 4', story: 'Dörren stod **öppen**.', entry: 'Altandörren.', ...report, people: 'Göran såg **en bil**.', contacts, items: [stolen] });
  await program.upload(`incidents/${incident}/photos`, RED);
  await program.upload(`incidents/${incident}/documents`, PAPER);
  const { losses } = await program.get(`incidents/${incident}/losses`);
  const loss = losses[0].id;
  const payment = { settlement: 'paid', settled_on: '2024-06-01', amount: { amount: '900', currency: 'SEK' }, by: 'Trygga Hem' };
  const settled = await add(`items/${thing}/losses`, { incident, fate: 'damaged', note: 'Repad **lack**.', ...payment });
  await program.ask('PUT', `incidents/${incident}/losses/${plain}`, { fate: 'fine' });
  const flood = await add('incidents', { kind: 'water' });
  const undone = await add('incidents', { kind: 'fire', title: 'Falskt alarm' });
  await program.ask('DELETE', `incidents/${undone}`);
  const walked = await add('rounds', { name: 'Förra årets', note: 'Vinden **står** kvar.' });
  const found = { [thing]: { finding: 'seen' }, [plain]: { finding: 'gone', note: 'Hos **Olle**?' }, [stolen]: { finding: 'new' } };
  for (const [item, said] of Object.entries(found)) await program.ask('PUT', `rounds/${walked}/sightings/${item}`, said);
  await program.ask('POST', `rounds/${walked}/end`);
  const given = await add('rounds', {});
  await program.ask('DELETE', `rounds/${given}`);
  const round = await add('rounds', {});
  await program.ask('PUT', `rounds/${round}/sightings/${plain}`, { finding: 'gone' });
  const list = await add('reports', { kind: 'inventory' });
  const parties = [{ name: 'Anna', person: owner }, { name: 'Bo' }];
  const sharing = { occasion: 'cohabitants', on: '2024-05-01', parties, note: 'Bo hämtar **i maj**.', things: { items: [thing, pump] } };
  const division = await add('divisions', { name: 'Hemmet', ...sharing });
  const wishes = await add('divisions', { name: 'Stugan', ...sharing, method: 'wishes' });
  for (const party of [0, 1]) await add(`divisions/${wishes}/moves`, { move: 'wish', lot: pump, party, rank: 'most' });
  const settledDivision = await add('divisions', { name: 'Mormors dödsbo', ...sharing, occasion: 'heirs' });
  for (const move of [{ move: 'take', lot: pump, turn: 0 }, { move: 'settle' }]) await add(`divisions/${settledDivision}/moves`, move);
  const { hash } = await program.get(`photos/${photo}`);
  const police = await add('reports', { kind: 'police_list', incident });
  await add(`incidents/${incident}/shares`, { reports: [police], label: 'Svalan, Eva' });
  return { archived, back, bare, bequest, binned, blind, category, claim, division, ended, flood, given, gone, guest, hall, hash, house, incident, insurance, job, list, loan, loss, meagre, memory, metered, open, owner, photo, place, plain, plan, police, policy, read, receipt, round, search, settled, settledDivision, stolen, tag, template, thing, undone, unread, untold, valuable, walked, warranty, wishes };
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
