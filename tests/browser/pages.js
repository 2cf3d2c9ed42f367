// Every page there is. `tests/parity.rs` holds the routes named here to those of the program: no new page goes unseen.

/**
 * The pages, by the routes that answer with one. `{id}` stands for one of the kind that the path begins with, or for
 * what `of` names of the household (`household.js`), and `{room}` for a room of it and for what is in none; `views` are
 * what the address says of how to show it.
 */
export const PAGES = [
  { route: '/' },
  { route: '/add' },
  { route: '/api/v1/' },
  { route: '/bequests/{id}', of: ['bequest', 'open'] },
  { route: '/bequests/{id}/edit' },
  { route: '/bin' },
  { route: '/bin/empty' },
  { route: '/categories' },
  { route: '/categories/new' },
  { route: '/categories/{id}' },
  { route: '/claims/{id}', of: ['claim', 'ended'] },
  { route: '/claims/{id}/edit', of: ['claim', 'ended'] },
  { route: '/history', views: ['', '?before=9'] },
  { route: '/incidents' },
  { route: '/incidents/new' },
  { route: '/incidents/{id}', of: ['incident', 'flood', 'undone'] },
  { route: '/incidents/{id}/edit', of: ['incident', 'flood'] },
  { route: '/incidents/{id}/photos' },
  { route: '/incidents/{id}/walk' },
  { route: '/incidents/{id}/walk/{room}', of: ['incident', 'flood'] },
  { route: '/insights' },
  { route: '/divisions' },
  { route: '/divisions/new' },
  { route: '/divisions/{id}', of: ['division', 'wishes', 'settledDivision'] },
  { route: '/divisions/{id}/edit' },
  { route: '/divisions/{id}/lots/{item}' },
  { route: '/divisions/{id}/things' },
  { route: '/insurance' },
  { route: '/insurance/new' },
  { route: '/insurance/{id}', of: ['policy', 'meagre'] },
  { route: '/insurance/{id}/edit', of: ['policy', 'meagre'] },
  { route: '/items', views: ['', '?view=table', '?q=elefant', '?state=archived', '?sort=name&value_from=100', '?limit=1'] },
  { route: '/items/new' },
  { route: '/items/{id}', of: ['thing', 'plain', 'archived', 'stolen', 'binned', 'template'] },
  { route: '/items/{id}/archive' },
  { route: '/items/{id}/bequests/new' },
  { route: '/items/{id}/claims/new' },
  { route: '/items/{id}/edit', of: ['thing', 'plain'] },
  { route: '/items/{id}/history' },
  { route: '/items/{id}/jobs/new', of: ['thing', 'plain'] },
  { route: '/items/{id}/lend' },
  { route: '/items/{id}/life', of: ['thing', 'plain', 'archived'] },
  { route: '/items/{id}/losses/new' },
  { route: '/items/{id}/memories/new' },
  { route: '/items/{id}/move' },
  { route: '/items/{id}/photos', of: ['thing', 'plain'] },
  { route: '/items/{id}/template' },
  { route: '/items/{id}/warranties/new' },
  { route: '/items/{id}/upkeep/new' },
  { route: '/jobs/{id}' },
  { route: '/jobs/{id}/edit' },
  { route: '/jobs/{id}/photos' },
  { route: '/loans/{id}', of: ['loan', 'back'] },
  { route: '/loans/{id}/edit' },
  { route: '/losses/{id}', of: ['loss', 'settled'] },
  { route: '/losses/{id}/edit', of: ['loss', 'settled'] },
  { route: '/memories/{id}', of: ['memory', 'untold'] },
  { route: '/memories/{id}/edit', of: ['memory', 'untold'] },
  { route: '/memories/{id}/photos' },
  { route: '/people' },
  { route: '/people/new' },
  { route: '/people/{id}', of: ['owner', 'guest', 'gone'] },
  { route: '/people/{id}/edit' },
  { route: '/people/{id}/password', of: ['guest'] },
  { route: '/photos/{id}/move' },
  { route: '/photos/{id}/read' },
  { route: '/places' },
  { route: '/places/home' },
  { route: '/places/new' },
  { route: '/places/{id}', of: ['place', 'house'] },
  { route: '/places/{id}/edit' },
  { route: '/places/{id}/move' },
  { route: '/places/{id}/photos', of: ['place', 'house'] },
  { route: '/ready' },
  { route: '/receipts', views: ['', '?q=elbyn', '?q=finnsinte'] },
  { route: '/receipts/new' },
  { route: '/receipts/past' },
  { route: '/receipts/{id}', of: ['receipt', 'bare', 'valuable', 'read', 'unread', 'blind'] },
  { route: '/receipts/{id}/edit', of: ['receipt', 'bare'] },
  { route: '/reminders' },
  { route: '/searches' },
  { route: '/searches/new', views: ['?sort=name'] },
  { route: '/searches/{id}/edit' },
  { route: '/reports' },
  { route: '/reports/new', views: ['?kind=inventory', '?kind=police_list', '?kind=estate'] },
  { route: '/reports/{id}', of: ['list', 'police'] },
  { route: '/reports/{id}/print', of: ['list', 'police'] },
  { route: '/settings' },
  { route: '/settings/intake' },
  { route: '/settings/reminders' },
  { route: '/tags' },
  { route: '/tags/{id}' },
  { route: '/templates' },
  { route: '/tray' },
  { route: '/warranties' },
  { route: '/warranties/{id}', of: ['warranty', 'insurance'] },
  { route: '/warranties/{id}/edit', of: ['warranty', 'insurance'] },
  { route: '/upkeep' },
  { route: '/upkeep/{id}', of: ['plan', 'metered'] },
  { route: '/upkeep/{id}/edit', of: ['plan', 'metered'] },
];

/** The pages of who is not signed in: before there is a household, and after. */
export const DOORS = [{ route: '/setup' }, { route: '/sign-in' }];

/** What else can be opened, and why it is no page. */
export const NO_PAGES = [
  { route: '/files/{id}', for: 'a file as it was put in' },
  { route: '/files/{id}/download', for: 'a file to keep' },
  { route: '/items/filter', for: 'leads to the list' },
  { route: '/items/suggest', for: 'a part of a page' },
  { route: '/n/{number}', for: 'leads to the thing' },
  { route: '/photos/{id}/{size}', for: 'a picture' },
  { route: '/reports/{id}/file', views: ['?format=csv'], for: 'a file to keep' },
  { route: '/reports/{id}/pictures/{key}', for: 'a picture' },
  { route: '/suggest/tags', for: 'a part of a page' },
  { route: '/suggest/things', for: 'a part of a page' },
];

/** What a secret in its address opens, which only a message or a phone knows: `tests/reminders` opens each. */
export const BY_SECRET = [{ route: '/answers/{link}' }, { route: '/answers/{link}/{answer}' }, { route: '/calendar/{file}' }];

/** What `{id}` stands for where a page does not say. */
const USUAL = {
  bequests: 'bequest',
  files: 'photo',
  insurance: 'policy',
  categories: 'category',
  claims: 'claim',
  divisions: 'division',
  incidents: 'incident',
  items: 'thing',
  jobs: 'job',
  loans: 'loan',
  losses: 'loss',
  memories: 'memory',
  people: 'owner',
  photos: 'photo',
  places: 'place',
  receipts: 'receipt',
  reports: 'list',
  searches: 'search',
  tags: 'tag',
  warranties: 'warranty',
  upkeep: 'plan',
};

/** The addresses at which a page can be seen in a household, whose parts' ids are `ids`. */
export function addresses({ route, of, views = [''] }, ids) {
  const [, kind] = route.split('/');
  route = route.replace('{number}', '1').replace('{size}', 'small').replace('{key}', `${ids.hash}.0.small`).replace('{item}', ids.plain);
  const paths = route.includes('{id}') ? (of ?? [USUAL[kind]]).map((name) => ids[name] && route.replace('{id}', ids[name])) : [route];
  const rooms = route.includes('{room}') ? [ids.hall, 'none'].filter(Boolean) : [''];
  return paths.filter(Boolean).flatMap((path) => rooms.flatMap((room) => views.map((view) => path.replace('{room}', room) + view)));
}
