// What no page may do, as far as a program can tell: each function runs in the page by itself, and gives sentences.

import axe from 'axe-core';

// What is asked of targets, `cramped` asks for more of, and a bar that lies over one for now is no fault.
const PASSED_OVER = { 'target-size': { enabled: false } };
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Everything that is wrong with a page as it is on the screen. */
export async function inspected(page) {
  return [
    ...(await violations(page)),
    ...(await page.evaluate(misshapen)),
    ...(await page.evaluate(misfits, page.viewportSize().width)),
    ...(await page.evaluate(cramped)),
    ...(await page.evaluate(unfocusable)),
  ];
}

/** What is wrong with a page in `theme` and in the other one, unfolded, and twice as large. */
export async function surveyed(page, theme) {
  await page.evaluate(unfold);
  const faults = [
    ...(await inspected(page)),
    ...(await magnified(page)),
    ...(await recoloured(page, { light: 'dark', dark: 'light' }[theme])),
  ];
  await page.emulateMedia({ colorScheme: theme });
  return faults;
}

/** All that a program can find wrong with a page in `theme` and in the other one, however it is looked at. */
export async function studied(page, tools, theme) {
  return [
    ...(await surveyed(page, theme)),
    ...(await page.evaluate(moving)),
    ...(await recast(page)),
    // In one theme, for this takes longest: another reader has the other one.
    ...(page.viewportSize().width > 1000 ? await touched(page, tools) : []),
  ];
}

/** Unfolds what a page has folded: but for menus, of which one is open at a time, and of many alike only some. */
function unfold() {
  for (const part of document.querySelectorAll('main details:not(.menu, .api-operation ~ .api-operation)')) part.open = true;
}

/** What axe finds on a page: everything, or by `rules` alone in what `scope` selects. */
export async function violations(page, rules, scope) {
  await page.evaluate(axe.source);
  const found = await page.evaluate(
    async ([tags, rules, passedOver, scope]) => {
      const { violations } = await axe.run(scope ?? document, {
        runOnly: rules ? { type: 'rule', values: rules } : tags,
        ...(rules ? {} : { rules: passedOver }),
        resultTypes: ['violations'],
        preload: false,
      });
      return violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((node) => node.html).join(' ')}`);
    },
    [RULES, rules, PASSED_OVER, scope],
  );
  return found;
}

/** What is amiss when a page is twice as large: no room, or words cut off. */
export async function magnified(page) {
  const { width, height } = page.viewportSize();
  await page.setViewportSize({ width: Math.round(width / 2), height: Math.round(height / 2) });
  const faults = await page.evaluate(misfits, Math.round(width / 2));
  await page.setViewportSize({ width, height });
  return faults.map((fault) => `twice as large: ${fault}`);
}

/** Whether everything can be read in the other colours too: light instead of dark, dark instead of light. */
export async function recoloured(page, theme) {
  await page.emulateMedia({ colorScheme: theme });
  const faults = await violations(page, ['color-contrast', 'link-in-text-block']);
  return faults.map((fault) => `when ${theme}: ${fault}`);
}

/** Whether what can be touched is read as well while it is pointed at, pressed, or where the keys are: some of each kind. */
export async function touched(page, tools) {
  const SOME = '[data-some]';
  await page.evaluate(() => {
    const kinds = new Map();
    for (const target of document.querySelectorAll('a, button, summary, input, select, textarea')) {
      if (!target.checkVisibility()) continue;
      const kind = `${target.localName} ${target.className} ${target.parentElement.className} ${target.ariaCurrent}`;
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
      if (kinds.get(kind) > 2) continue;
      // A row or card answers to the pointer with what stands in it.
      for (const part of [target, target.closest('li, tr')]) part?.toggleAttribute('data-some', true);
    }
  });
  await tools.send('DOM.enable');
  await tools.send('CSS.enable');
  const { root } = await tools.send('DOM.getDocument', { depth: 0 });
  const { nodeIds } = await tools.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector: SOME });
  const faults = [];
  for (const forcedPseudoClasses of [['hover', 'active'], ['focus', 'focus-visible', 'focus-within']]) {
    await Promise.all(nodeIds.map((nodeId) => tools.send('CSS.forcePseudoState', { nodeId, forcedPseudoClasses })));
    for (const fault of await violations(page, ['color-contrast'], SOME)) faults.push(`${forcedPseudoClasses.join(' ')}: ${fault}`);
  }
  await tools.send('CSS.disable');
  await tools.send('DOM.disable');
  await page.evaluate((some) => document.querySelectorAll(some).forEach((part) => part.removeAttribute('data-some')), SOME);
  return faults;
}

/** What is amiss for who has asked for colours of their own. */
export async function recast(page) {
  await page.emulateMedia({ forcedColors: 'active' });
  const faults = await page.evaluate(unfocusable);
  await page.emulateMedia({ forcedColors: 'none' });
  return faults.map((fault) => `in forced colours: ${fault}`);
}

/** How a page is put together: each id once, one heading above all others, its language told. */
export function misshapen() {
  const faults = [];
  const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
  const twins = ids.filter((id, at) => ids.indexOf(id) !== at);
  if (twins.length) faults.push(`two parts of the page are called ${twins.join(', ')}`);
  const headings = [...document.querySelectorAll('h1')].filter((heading) => heading.checkVisibility());
  if (headings.length !== 1) faults.push(`the page has ${headings.length} headings of the first order`);
  if (!document.documentElement.lang) faults.push('the page does not say in which language it is');
  return faults;
}

/** What does not fit: a page wider than the screen of `width` px, and words that are off it or cut off. */
export function misfits(width) {
  const faults = [];
  const { scrollWidth, clientWidth } = document.documentElement;
  // A phone makes room for what is too wide, and shows all of it smaller.
  const given = Math.min(clientWidth, width);
  if (scrollWidth > given) faults.push(`the page is ${scrollWidth} px wide on a screen of ${given} px`);
  const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (words.nextNode()) {
    const text = words.currentNode;
    const parent = text.parentElement;
    if (!text.data.trim() || parent.closest('.unseen, .skip, script, style, template') || !parent.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
    range.selectNodeContents(text);
    const box = range.getBoundingClientRect();
    if (!box.width) continue;
    let [start, end] = [0, given];
    for (let around = parent; around; around = around.parentElement) {
      const { overflowX, clipPath } = getComputedStyle(around);
      if (clipPath !== 'none' || ['auto', 'scroll'].includes(overflowX)) [start, end] = [-Infinity, Infinity];
      if (start === -Infinity) break;
      if (!['hidden', 'clip'].includes(overflowX)) continue;
      const { left, right } = around.getBoundingClientRect();
      [start, end] = [Math.max(start, left), Math.min(end, right)];
    }
    if (box.left < start - 1 || box.right > end + 1) {
      const cut = Math.round(Math.max(start - box.left, box.right - end));
      faults.push(`“${text.data.trim().slice(0, 40)}” is cut off by ${cut} px`);
    }
  }
  return faults;
}

/** What is smaller than a fingertip, of what is there to be touched; words in a sentence are as tall as their line. */
export function cramped() {
  const TOUCH = 44 - 0.5;
  const faults = new Set();
  const shown = (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  for (const target of document.querySelectorAll('a[href], button, summary, select, textarea, input:not([type="hidden"])')) {
    if (!shown(target) || target.closest('.skip') || target.matches('[tabindex="-1"]')) continue;
    if (getComputedStyle(target).display === 'inline' && inSentence(target)) continue;
    const boxes = [target, ...(target.labels ?? [])].filter(shown).map((part) => part.getBoundingClientRect());
    // What covers all of what it stands in is as large as that.
    const cover = getComputedStyle(target, '::after');
    if (cover.position === 'absolute' && cover.content !== 'none') boxes.push(inset(ground(target).getBoundingClientRect(), cover));
    const width = Math.max(...boxes.map((box) => box.right)) - Math.min(...boxes.map((box) => box.left));
    const height = Math.max(...boxes.map((box) => box.bottom)) - Math.min(...boxes.map((box) => box.top));
    if (width >= TOUCH && height >= TOUCH) continue;
    faults.add(`only ${Math.round(width)} × ${Math.round(height)} px to touch: ${target.cloneNode().outerHTML.slice(0, 120)} ${target.textContent.trim().slice(0, 30)}`);
  }
  return [...faults];

  function inSentence(target) {
    let block = target.parentElement;
    while (getComputedStyle(block).display === 'inline') block = block.parentElement;
    return block.textContent.trim().length > target.textContent.trim().length;
  }

  function inset({ left, right, top, bottom }, by) {
    const [start, end, above, below] = [by.left, by.right, by.top, by.bottom].map(parseFloat);
    return { left: left + start, right: right - end, top: top + above, bottom: bottom - below };
  }

  function ground(target) {
    for (let around = target; around; around = around.parentElement) {
      if (getComputedStyle(around).position !== 'static') return around;
    }
    return document.body;
  }
}

/** Where the focus cannot be seen, wherever a key can bring it or only `here`: no ring, or something in front of it. */
export function unfocusable(here) {
  const faults = new Set();
  const before = document.activeElement;
  const at = [scrollX, scrollY];
  // What somebody opened may lie over the rest until they close it.
  const parts = document.querySelector(':is(dialog, details.menu)[open]') ?? document;
  const all = 'a[href], button, summary, select, textarea, input:not([type="hidden"]), [tabindex]:not([tabindex="-1"])';
  for (const target of here ? [before] : parts.querySelectorAll(all)) {
    if (target === document.body || target.disabled || target.tabIndex < 0 || !target.checkVisibility({ visibilityProperty: true })) continue;
    if (!here) target.focus({ focusVisible: true });
    if (document.activeElement !== target) continue;
    const name = `${target.cloneNode().outerHTML.slice(0, 120)} ${target.textContent.trim().slice(0, 30)}`;
    if (target.tabIndex > 0) faults.add(`jumps the queue of keys: ${name}`);
    const ring = ringed(target);
    if (!ring) faults.add(`no ring shows that the focus is here: ${name}`);
    else if (!inSight(ring)) faults.add(`the focus is behind something or off the screen: ${name}`);
  }
  if (!here) {
    document.activeElement?.blur();
    before?.focus({ preventScroll: true });
    scrollTo(...at);
  }
  return [...faults];

  /** The element around which a ring can be seen: the target, or what it stands in. */
  function ringed(target) {
    for (let around = target, steps = 0; around && steps < 4; around = around.parentElement, steps += 1) {
      const { clipPath, opacity } = getComputedStyle(around);
      if (clipPath !== 'none' || opacity === '0') continue;
      const drawn = ({ outlineStyle, outlineWidth }) => outlineStyle === 'auto' || (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2);
      if (drawn(getComputedStyle(around))) return around;
      // Around all of what it stands in, such as a card.
      if (drawn(getComputedStyle(around, '::after'))) return around.offsetParent;
    }
    return null;
  }

  /** Whether some of an element is on the screen, and nothing else lies over all of it. */
  function inSight(element) {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const [from, to] = [Math.max(left, 0), Math.min(right, innerWidth)];
    const [above, below] = [Math.max(top, 0), Math.min(bottom, innerHeight)];
    if (to <= from || below <= above) return false;
    for (const x of [0.5, 0.1, 0.9]) {
      for (const y of [0.5, 0.1, 0.9]) {
        const there = document.elementFromPoint(from + (to - from) * x, above + (below - above) * y);
        if (there && (element.contains(there) || there.contains(element))) return true;
      }
    }
    return false;
  }
}

/** What moves although whoever looks has asked for stillness. */
export function moving() {
  const faults = new Set();
  for (const element of document.querySelectorAll('*')) {
    for (const part of [null, '::before', '::after']) {
      const { transitionDuration, animationName } = getComputedStyle(element, part);
      if (animationName === 'none' && transitionDuration.split(', ').every((time) => parseFloat(time) === 0)) continue;
      faults.add(`moves: ${element.cloneNode().outerHTML.slice(0, 120)}`);
    }
  }
  return [...faults];
}

/** What only a script would do: buttons that send nothing, forms that cannot be sent, requests without a link or form. */
export function scripted() {
  const faults = [];
  const shown = [...document.querySelectorAll('button, form, [hx-post], [hx-put], [hx-patch], [hx-delete], [hx-get]')].filter((element) => element.checkVisibility());
  for (const element of shown) {
    const tag = element.cloneNode().outerHTML.slice(0, 160);
    if (element.matches('button') && (element.type !== 'submit' || !element.form)) faults.push(`a button that needs a script: ${tag}`);
    if (element.matches('form')) {
      const fields = element.querySelectorAll('input:not([type="hidden"])');
      const sends = [...element.elements].some((part) => part.matches('button[type="submit"], button:not([type]), input[type="submit"]') && part.checkVisibility());
      if (!sends && fields.length !== 1) faults.push(`a form that nothing sends: ${tag}`);
    }
    const asks = element.matches('[hx-post], [hx-put], [hx-patch], [hx-delete], [hx-get]');
    // What renews itself offers nobody anything: without a script the page is opened again.
    const renews = element.matches('[hx-trigger^="every "]');
    if (asks && !renews && !element.closest('form[action], a[href]') && !element.form) faults.push(`asks for something by a script alone: ${tag}`);
  }
  return faults;
}
