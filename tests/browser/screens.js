// Takes the pictures of the pages for docs/screens: the demo household, on a phone and a laptop, light and dark.
//
//   SMARTINVENTORY_BINARY=$PWD/target/debug/smartinventory node tests/browser/screens.js [NAME…]

import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ANNA, Home } from './home.js';
import { Visitor } from './visitor.js';

/** The pages: `path` says where to go, `first` which link to follow from there to an example, or which one after the other. */
const PAGES = [
  { name: 'start', path: '/' },
  { name: 'items', path: '/items' },
  { name: 'search', path: '/items?q=cykel' },
  { name: 'item', path: '/items?q=kamera', first: 'main a[href^="/items/"]' },
  { name: 'places', path: '/places' },
  { name: 'place', path: '/places', first: 'main .tree-row' },
  { name: 'receipts', path: '/receipts' },
  { name: 'reading', path: '/receipts', first: 'main .list a[href^="/receipts/"]' },
  { name: 'receipt', path: '/receipts?q=Datorbutiken', first: 'main .list a[href^="/receipts/"]' },
  { name: 'warranties', path: '/warranties' },
  { name: 'insurance', path: '/insurance' },
  { name: 'claim', path: '/warranties', first: 'main .list a[href^="/claims/"]' },
  { name: 'upkeep', path: '/upkeep' },
  { name: 'reminders', path: '/reminders' },
  { name: 'reminding', path: '/settings/reminders' },
  { name: 'plan', path: '/upkeep', first: 'main .list a[href^="/upkeep/"]' },
  { name: 'memories', path: '/items?q=moraklockan', first: 'main a[href^="/items/"]', then: '/life' },
  { name: 'insights', path: '/insights' },
  { name: 'ready', path: '/ready' },
  { name: 'incidents', path: '/incidents' },
  { name: 'incident', path: '/incidents', first: 'main .list a[href^="/incidents/"]' },
  { name: 'walk', path: '/incidents', first: 'main .list a[href^="/incidents/"]', then: '/walk' },
  { name: 'room', path: '/incidents', first: ['main .list a[href^="/incidents/"]', 'main .walk-way a', 'main .list a[href*="/walk/"]'] },
  { name: 'reports', path: '/reports' },
  { name: 'division', path: '/divisions', first: 'main .list a[href^="/divisions/"]' },
  { name: 'round', path: '/rounds', first: 'main .list a[href^="/rounds/"]' },
  { name: 'edit', path: '/items?q=kamera', first: 'main a[href^="/items/"]', then: '/edit' },
  { name: 'add', path: '/add' },
  { name: 'tray', path: '/tray' },
  { name: 'people', path: '/people' },
  { name: 'tags', path: '/tags' },
  { name: 'categories', path: '/categories' },
  { name: 'templates', path: '/templates' },
  { name: 'history', path: '/history' },
  { name: 'bin', path: '/bin' },
  { name: 'settings', path: '/settings' },
  { name: 'api', path: '/api/v1/' },
  { name: 'sign-in', path: '/sign-in', stranger: true },
];

const SIZES = [
  { width: 390, height: 844 },
  { width: 1280, height: 800 },
];
const THEMES = ['light', 'dark'];
const LARGEST = 150_000; // bytes of a picture: a clone brings them all
const QUALITIES = [80, 70, 60, 50, 40];

const FOLDER = join(dirname(fileURLToPath(import.meta.url)), '../../docs/screens');

const names = process.argv.slice(2);
const unknown = names.filter((name) => !PAGES.some((page) => page.name === name));
if (unknown.length) throw new Error(`no page is called ${unknown}; there are ${PAGES.map((page) => page.name).join(', ')}`);
const pages = PAGES.filter((page) => !names.length || names.includes(page.name));

const leaving = [];
const shoot = { after: (leave) => leaving.unshift(leave) };
try {
  const home = await Home.demo(shoot);
  await mkdir(FOLDER, { recursive: true });
  for (const size of SIZES) {
    for (const theme of THEMES) {
      const stranger = await Visitor.arrive(shoot, home.origin, { size, theme });
      const member = await Visitor.arrive(shoot, home.origin, { size, theme });
      await member.signIn(ANNA);
      for (const page of pages) await picture(page.stranger ? stranger : member, page, `${size.width}-${theme}`);
    }
  }
} finally {
  for (const leave of leaving) await leave();
}

async function picture(visitor, { name, path, first, then = '' }, suffix) {
  const reply = await visitor.open(path);
  if (!reply.ok()) throw new Error(`${path}: ${reply.status()}`);
  const links = [first ?? []].flat();
  for (const [at, link] of links.entries()) {
    const href = await visitor.page.locator(link).first().getAttribute('href');
    await visitor.open(at + 1 < links.length ? href : href + then);
  }
  await visitor.page.waitForLoadState('networkidle');
  for (const quality of QUALITIES) {
    const bytes = await visitor.picture(quality);
    if (bytes.length > LARGEST) continue;
    await writeFile(join(FOLDER, `${name}-${suffix}.webp`), bytes);
    console.log(`${name}-${suffix}.webp  ${Math.ceil(bytes.length / 1000)} kB`);
    return;
  }
  throw new Error(`${name}-${suffix}: larger than ${LARGEST} bytes at any quality`);
}
