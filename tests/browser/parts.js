// A page that arrives in parts, as on a slow line or a busy machine. It may be painted only when it is whole:
// the columns of a table that is still arriving would move.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { mostShift, weigh } from './loading.js';
import { address, shareOut } from './site.js';

const timeToPaint = 150;
const longest = 10_000;

// After the rows of tables that a page is cut: a quarter, the half or three quarters of them, by turns from page to page.
function rowsOf(bytes) {
  const rows = [];
  for (let at = bytes.indexOf('</tr>'); at >= 0; at = bytes.indexOf('</tr>', at + 1)) rows.push(at + '</tr>'.length);
  return rows;
}

// Whether the first part is there with all that a browser wants before it paints.
function mayPaint(query) {
  const sheets = document.querySelectorAll('link[rel="stylesheet"]').length;
  return location.search === query && document.querySelector('td') !== null && document.styleSheets.length === sheets;
}

// Asks a tab again and again, also while it changes its page; whether it says yes in time.
async function until(tab, question, argument) {
  for (const end = Date.now() + longest; Date.now() < end;) {
    if (await tab.evaluate(question, argument).catch(() => false)) return true;
    await tab.waitForTimeout(20);
  }
  return false;
}

export async function checkParts(browser, server, folder, pages, report) {
  const ways = [];
  for (const page of pages) {
    const rows = rowsOf(await readFile(path.join(folder, page)));
    if (rows.length >= 4) ways.push({ page, cut: rows[Math.floor(rows.length * (ways.length % 3 + 1) / 4)] });
  }
  report.check(ways.length > 0, 'no page has a table to cut');
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
  await shareOut(context, server.base, ways, async ({ tab, visit }, { page, cut }) => {
    const query = `?cut=${cut}`;
    const loaded = visit(page, query);
    report.check(await until(tab, mayPaint, query), `${page}: its first ${cut} bytes do not arrive`);
    await tab.waitForTimeout(timeToPaint);
    const painted = await tab.evaluate(() => performance.getEntriesByType('paint').length);
    server.sendRest(`/${page}${query}`);
    await loaded;
    const { shift } = await tab.evaluate(weigh);
    report.check(shift < mostShift, `${page}: cut after ${cut} bytes, the layout shifts by ${shift}`);
    report.check(painted === 0, `${page}: cut after ${cut} bytes, it is painted before the rest arrives`);
  });
  await context.close();
}

// A browser that does not know blocking="render" paints before the scripts that change a page are there, on a slow line
// long before: what they add may not move what was painted.
export async function checkLateScripts(browser, base, pages, report) {
  // A long window sees the whole page at once; there a shift is a smaller part of what is seen.
  const context = await browser.newContext({ viewport: { width: 390, height: 4000 }, reducedMotion: 'reduce' });
  await shareOut(context, base, pages, async ({ tab, visit }, page) => {
    let release;
    const painted = new Promise((done) => { release = done; });
    await tab.route(/\.js(\?|$)/, async (route) => {
      if (!route.request().url().includes('scheme.js')) await painted;
      await route.continue();
    });
    await tab.route((url) => url.pathname.endsWith('.html'), async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: (await response.text()).replaceAll(' defer blocking="render"', ' defer') });
    });
    const loaded = visit(page);
    const file = new URL(address(base, page)).pathname;
    const isPainted = (path) => location.pathname === path && performance.getEntriesByName('first-contentful-paint').length > 0;
    report.check(await until(tab, isPainted, file), `${page}: is not painted before its scripts are there`);
    release();
    await loaded;
    const { shift } = await tab.evaluate(weigh);
    report.check(shift < mostShift / 4, `${page}: late scripts shift the layout by ${shift}`);
    await tab.unrouteAll({ behavior: 'wait' });
  });
  await context.close();
}
