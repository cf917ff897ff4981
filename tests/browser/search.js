// The search as a reader uses it: every query of searches.tsv on search.html, served and from a folder; the field in
// the header; the keyboard.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { filesOf, shareOut, visitor } from './site.js';

// What the filter by kind must lead to: the kind's number, a query, the page.
const kinds = [['1', '施策実行サイクル', 'measurement/indicators.html'], ['2', 'テックリード', 'career/paths/tech-lead.html'],
               ['3', '目標管理シート', 'workbooks/mbo-sheet.html'], ['5', 'フェーズA', 'roadmap/phase-a.html']];
const wanted = 3;  // results among which the page must be
const mostOfQuery = 300_000;  // bytes of scripts and shards that a query loads, before compression
const mostOfPage = 2_000;     // bytes of index for each page, compressed; of a hundred pages at least

async function readQueries(pages, report) {
  const text = await readFile(new URL('searches.tsv', import.meta.url), 'utf8');
  const queries = [];
  for (const line of text.split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    const [query, ...expected] = line.split('\t');
    const there = expected.filter((page) => pages.includes(page));
    if (there.length > 0) queries.push({ query, expected: there });
    else report.skip(`search for ${query}: the site has none of ${expected.join(', ')}`);
  }
  return queries;
}

// The pages of the first results, without fragments.
async function resultsOf(tab, base) {
  await tab.waitForSelector('.search-state:not(:empty)');
  const links = await tab.$$eval('#search-results a', (all) => all.map((link) => link.href));
  return links.map((link) => decodeURIComponent(link.slice(base.length).split('#')[0]));
}

async function checkWeight(folder, pages, report) {
  let bytes = 0;
  for (const file of await filesOf(folder)) {
    if (file.startsWith('search/')) bytes += gzipSync(await readFile(path.join(folder, file)), { level: 9 }).length;
  }
  report.check(bytes > 0 && bytes <= mostOfPage * Math.max(100, pages.length), `search: the index of ${pages.length} pages is ${bytes} bytes, compressed`);
}

// A folder's files have no size in the browser's books.
function weighQuery() {
  const own = performance.getEntriesByType('resource').filter(({ name }) => /\/search\/|\/assets\/[^/]+\/search/.test(name));
  return own.reduce((sum, { decodedBodySize }) => sum + decodedBodySize, 0);
}

async function checkQueries(context, base, name, queries, report) {
  await shareOut(context, base, queries, async ({ tab, visit }, { query, expected }) => {
    const problems = await visit('search.html', `?q=${encodeURIComponent(query)}`);
    const first = (await resultsOf(tab, base)).slice(0, wanted);
    const bytes = await tab.evaluate(weighQuery);
    report.check((bytes > 0 || base.startsWith('file:')) && bytes <= mostOfQuery, `${name}: ${query} loads ${bytes} bytes`);
    report.check(first.some((page) => expected.includes(page)), `${name}: ${query} finds ${first.join(', ')} and not ${expected[0]}`);
    report.check(problems.length === 0, `${name}: ${query}: ${problems.join('; ')}`);
  });
}

async function checkField(context, base, name, report) {
  const { tab, visit } = await visitor(context, base);
  await visit('mbo/index.html');
  await tab.keyboard.press('/');
  report.check(await tab.evaluate(() => document.activeElement.matches('.search-field')), `${name}: / leads into the field`);
  await tab.keyboard.type('kpi');
  await tab.waitForSelector('.suggestions:not([hidden]) [role="option"]');
  report.check((await tab.$$('.suggestions mark')).length > 0, `${name}: what was typed is marked`);
  await tab.keyboard.press('ArrowDown');
  const chosen = await tab.$eval('.suggestions [aria-selected="true"]', (option) => option.getAttribute('data-href'));
  const active = await tab.$eval('.search-field', (field) => field.getAttribute('aria-activedescendant'));
  report.check(active === 'suggestion-0', `${name}: the field names the chosen suggestion, not ${active}`);
  const target = new URL(chosen, tab.url()).href;
  await Promise.all([tab.waitForURL((url) => url.href === target), tab.keyboard.press('Enter')]);
  report.check(tab.url() === target, `${name}: Enter opens the chosen suggestion`);

  await visit('index.html');
  await tab.keyboard.press('/');
  await tab.keyboard.type('目標');
  await tab.waitForSelector('.suggestions:not([hidden])');
  await tab.keyboard.press('Escape');
  report.check(await tab.isHidden('.suggestions'), `${name}: Escape closes the suggestions`);
  await Promise.all([tab.waitForURL(/search\.html\?q=/), tab.keyboard.press('Enter')]);
  report.check((await resultsOf(tab, base)).length > 0, `${name}: Enter leads to all results`);
  await tab.close();
}

async function checkPage(context, base, name, pages, report) {
  const { tab, visit } = await visitor(context, base);
  await visit('search.html', '?q=' + encodeURIComponent('目標'));
  const all = await resultsOf(tab, base);
  await tab.selectOption('[data-filter="kind"]', { label: await tab.$eval('[data-filter="kind"] option:nth-child(3)', (option) => option.textContent) });
  await tab.waitForTimeout(300);
  const filtered = await resultsOf(tab, base);
  report.check(filtered.length > 0 && filtered.join() !== all.join(), `${name}: a filter changes the results`);
  for (const [kind, query, page] of kinds) {
    if (!pages.includes(page)) continue;
    await visit('search.html', '?q=' + encodeURIComponent(query));
    await resultsOf(tab, base);
    await tab.selectOption('[data-filter="kind"]', kind);
    const label = await tab.$eval(`[data-filter="kind"] option[value="${kind}"]`, (option) => option.textContent);
    await tab.waitForFunction((name) => [...document.querySelectorAll('#search-results a')]
      .every((link) => link.querySelector('.result-place')?.textContent.startsWith(name)), label);
    const found = await resultsOf(tab, base);
    report.check(found.length > 0 && found[0] === page, `${name}: ${query} of kind ${kind} finds ${found[0]}`);
  }
  await tab.focus('#search-page .search-field');
  await tab.keyboard.press('ArrowDown');
  report.check(await tab.evaluate(() => document.activeElement.matches('#search-results a')), `${name}: the arrow leads to the first result`);
  await tab.fill('#search-page .search-field', 'ぬぬぬぬ');
  await tab.waitForSelector('#search-results:empty', { state: 'attached' });
  report.check((await tab.textContent('.search-state')).includes('ぬぬぬぬ'), `${name}: what is not found is said`);
  await tab.fill('#search-page .search-field', '<img src=x onerror=alert(1)> 目標');
  await tab.waitForSelector('#search-results li');
  report.check((await tab.$$('#search-results img')).length === 0, `${name}: a query is text, never mark-up`);
  await tab.close();
}

export async function checkSearch(browser, bases, folder, pages, report) {
  await checkWeight(folder, pages, report);
  const queries = await readQueries(pages, report);
  for (const [name, base] of Object.entries(bases)) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
    await checkQueries(context, base, `search ${name}`, queries, report);
    await checkField(context, base, `search ${name}`, report);
    await checkPage(context, base, `search ${name}`, pages, report);
    await context.close();
  }
}
