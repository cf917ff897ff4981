// What scripts add: colour scheme, menu, checklists, copying; and printing.
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { shareOut, visitor } from './site.js';

async function open(context, base, page) {
  const { tab, visit } = await visitor(context, base);
  await visit(page);
  return tab;
}

// The first page that has such mark-up.
async function firstWith(folder, pages, text) {
  for (const page of pages) {
    if ((await readFile(path.join(folder, page), 'utf8')).includes(text)) return page;
  }
  return null;
}

async function checkScheme(context, base, page, name, report) {
  const tab = await open(context, base, page);
  const chosen = () => tab.evaluate(() => document.documentElement.getAttribute('data-scheme'));
  await tab.click('.scheme-switch');
  report.check((await chosen()) === 'light', `${name}: the first click chooses light`);
  await tab.click('.scheme-switch');
  await tab.reload();
  report.check((await chosen()) === 'dark', `${name}: the chosen scheme is remembered`);
  await tab.click('.scheme-switch');
  report.check((await chosen()) === null, `${name}: the third click returns to automatic`);
  await tab.close();
}

async function checkMenu(browser, base, page, name, report) {
  const phone = { viewport: { width: 390, height: 844 } };
  for (const scripts of [true, false]) {
    const context = await browser.newContext({ ...phone, javaScriptEnabled: scripts });
    const tab = await open(context, base, page);
    report.check(!(await tab.isVisible('#navigation')), `${name} scripts ${scripts}: the menu starts closed`);
    await tab.click('.menu-link');
    report.check(await tab.isVisible('#navigation'), `${name} scripts ${scripts}: the menu opens`);
    if (scripts) await tab.keyboard.press('Escape');
    else await tab.click('.menu-close');
    report.check(!(await tab.isVisible('#navigation')), `${name} scripts ${scripts}: the menu closes`);
    await context.close();
  }
}

async function checkKeyboard(context, base, page, name, report) {
  const tab = await open(context, base, page);
  await tab.keyboard.press('Tab');
  const first = await tab.evaluate(() => document.activeElement.className);
  report.check(first === 'skip', `${name}: the first stop of the Tab key is the skip link`);
  await tab.keyboard.press('Enter');
  const focused = await tab.evaluate(() => document.activeElement.id);
  report.check(focused === 'main', `${name}: the skip link leads to the main part`);
  await tab.close();
}

async function checkChecklist(context, base, page, name, report) {
  if (!page) return report.skip(`${name}: no page has a checklist`);
  const tab = await open(context, base, page);
  const boxes = '[data-checklist] input';
  await tab.check(boxes);
  await tab.reload();
  report.check(await tab.isChecked(boxes), `${name}: a ticked box is remembered`);
  report.check((await tab.textContent('[data-progress]')).startsWith('1 '), `${name}: the progress counts it`);
  await tab.click('[data-reset]');
  await tab.reload();
  report.check(!(await tab.isChecked(boxes)), `${name}: the reset is remembered`);
  await tab.close();
}

async function checkCopy(context, base, page, name, report) {
  if (!page) return report.skip(`${name}: no page has a form to copy`);
  const tab = await open(context, base, page);
  const button = tab.locator('button[data-copy]').first();
  const expected = await tab.evaluate((id) => document.getElementById(id).textContent, await button.getAttribute('data-copy'));
  await button.click();
  await tab.waitForSelector('button[data-copy].is-done');
  report.check((await button.textContent()) === (await button.getAttribute('data-done')), `${name}: the button says that it copied`);
  const copied = await tab.evaluate(() => navigator.clipboard.readText());
  report.check(copied === expected, `${name}: the clipboard holds the form's text`);
  await tab.close();
}

// Where the reader's own colours rule, what only a background said is said by a line.
async function checkForcedColours(context, base, page, name, report) {
  const tab = await open(context, base, page);
  await tab.emulateMedia({ forcedColors: 'active' });
  const line = (selector, side) => tab.$eval(selector, (element, property) => getComputedStyle(element)[property], side);
  report.check((await line('.tree [aria-current="page"]', 'outlineStyle')) !== 'none', `${name}: forced colours hide the current page`);
  for (const control of ['.button:not([hidden])', '.search-field', '.scheme-switch']) {
    const found = await tab.$(control);
    if (found) report.check((await line(control, 'borderTopStyle')) === 'solid', `${name}: forced colours hide ${control}`);
  }
  await tab.close();
}

// The largest page of each folder: what is hard to print is long.
async function largestPages(folder, pages) {
  const largest = new Map();
  for (const page of pages) {
    const { size } = await stat(path.join(folder, page));
    const place = path.dirname(page);
    if (size > (largest.get(place)?.size ?? 0)) largest.set(place, { page, size });
  }
  return [...largest.values()].map(({ page }) => page);
}

async function checkPrint(context, base, pages, report) {
  await shareOut(context, base, pages, async ({ tab, visit }, page) => {
    await visit(page);
    const pdf = (await tab.pdf({ preferCSSPageSize: true })).toString('latin1');
    report.check(/\/Type\s*\/Page\b/.test(pdf), `${page}: prints no page`);
    report.check(/\/MediaBox\s*\[0 0 59[45][.\d]* 84[12][.\d]*\]/.test(pdf), `${page}: the paper is not A4`);
  });
}

export async function checkBehaviour(browser, bases, folder, pages, report) {
  const withList = await firstWith(folder, pages, ' data-checklist="');
  const withCopy = await firstWith(folder, pages, ' data-copy="');
  for (const [name, base] of Object.entries(bases)) {
    const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
    await checkScheme(context, base, pages[0], name, report);
    await checkKeyboard(context, base, pages[0], name, report);
    await checkChecklist(context, base, withList, name, report);
    if (withList) await checkForcedColours(context, base, withList, name, report);
    await checkCopy(context, base, withCopy, name, report);
    await context.close();
    await checkMenu(browser, base, pages[0], name, report);
  }
  const context = await browser.newContext();
  await checkPrint(context, bases.file, await largestPages(folder, pages), report);
  await context.close();
}
