// node compare.js PUBLIC SECONDS: the queries of tests/browser/searches.tsv through our search and through Pagefind, over
// the same pages. SECONDS is what our whole build took. Prints for each what was found among the first three, the bytes
// that a query loads, size and time of the index.
import { execFileSync } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { serve } from '../../browser/server.js';

const source = path.resolve(process.argv[2]);
const work = await mkdtemp(path.join(tmpdir(), 'shirube-search-'));
const site = path.join(work, 'public');

async function filesBelow(folder) {
  const found = [];
  for (const name of await readdir(folder, { recursive: true })) {
    const file = path.join(folder, name);
    if ((await stat(file)).isFile()) found.push(file);
  }
  return found;
}
async function sizes(files) {
  let plain = 0, compressed = 0;
  for (const file of files) {
    const bytes = await readFile(file);
    plain += bytes.length;
    // Pagefind's own files are compressed already.
    compressed += Math.min(bytes.length, gzipSync(bytes, { level: 9 }).length);
  }
  return { plain, compressed };
}
function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
async function queries() {
  const pages = (await filesBelow(site)).map((file) => path.relative(site, file));
  const text = await readFile(new URL('../../browser/searches.tsv', import.meta.url), 'utf8');
  return text.split('\n').filter((line) => line && !line.startsWith('#')).map((line) => {
    const [query, ...expected] = line.split('\t');
    return { query, expected: expected.filter((page) => pages.includes(page)) };
  }).filter(({ expected }) => expected.length > 0);
}

// Opens a tab that keeps nothing in its cache: a new context for each query would take longer than the query.
async function coldTab(browser) {
  const context = await browser.newContext({ bypassCSP: true });
  const tab = await context.newPage();
  await (await context.newCDPSession(tab)).send('Network.setCacheDisabled', { cacheDisabled: true });
  return tab;
}
// What the search's own files weigh, scripts too; the page does not count.
let loaded = 0;
function count(name, bytes) {
  if (/^\/(search\/|pagefind\/|assets\/[^/]+\/search)/.test(name)) loaded += bytes;
}
async function ask(tab, base, address, find) {
  loaded = 0;
  await tab.goto(base + address);
  const found = await find(tab);
  return { found: found.map((url) => decodeURIComponent(new URL(url, base).pathname.slice(1))).slice(0, 3), bytes: loaded };
}
const ours = (query) => [`search.html?q=${encodeURIComponent(query)}`, async (tab) => {
  await tab.waitForSelector('.search-state:not(:empty)');
  return tab.$$eval('#search-results a', (links) => links.map((link) => link.href));
}];
const pagefind = (query) => ['404.html', (tab) => tab.evaluate(async (text) => {
  const engine = await import('/pagefind/pagefind.js');
  await engine.init();
  const answer = await engine.search(text);
  return Promise.all(answer.results.slice(0, 3).map(async (result) => (await result.data()).url));
}, query)];

async function measure(browser, base, how, asked) {
  let found = 0;
  const bytes = [], missed = [];
  const tab = await coldTab(browser);
  for (const { query, expected } of asked) {
    const answer = await ask(tab, base, ...how(query));
    bytes.push(answer.bytes);
    if (answer.found.some((page) => expected.includes(page))) found += 1;
    else missed.push(query);
  }
  await tab.context().close();
  return { found, bytes: median(bytes), most: Math.max(...bytes), missed };
}
function row(name, result, total, size, seconds) {
  const kilobytes = (bytes) => (bytes / 1000).toFixed(0).padStart(5) + ' kB';
  console.log(`${name.padEnd(10)} found ${result.found} of ${total}; a query loads ${kilobytes(result.bytes)} (most ${kilobytes(result.most)}); `
    + `index ${kilobytes(size.plain)}, compressed ${kilobytes(size.compressed)}; made in ${seconds.toFixed(2)} s`);
  if (result.missed.length) console.log(`           not found: ${result.missed.join('、')}`);
}

try {
  await cp(source, site, { recursive: true });
  // The forms of the whole handbook would be above every page.
  for (const whole of ['print.html', 'handbook.html']) await rm(path.join(site, whole), { force: true });
  const start = performance.now();
  execFileSync('npx', ['pagefind', '--site', site, '--quiet'], { cwd: fileURLToPath(new URL('.', import.meta.url)), stdio: 'ignore' });
  const pagefindSeconds = (performance.now() - start) / 1000;

  const asked = await queries();
  const server = await serve(site, { served: count });
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'] });
  const own = await measure(browser, server.base, ours, asked);
  const other = await measure(browser, server.base, pagefind, asked);
  await browser.close();
  server.close();
  const seconds = Number(process.argv[3] ?? NaN);
  row('shirube', own, asked.length, await sizes(await filesBelow(path.join(site, 'search'))), seconds);
  row('Pagefind', other, asked.length, await sizes(await filesBelow(path.join(site, 'pagefind'))), pagefindSeconds);
} finally {
  await rm(work, { recursive: true, force: true });
}
