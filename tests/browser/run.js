// node run.js FOLDER: opens every page of a built site in Chromium and looks at what a reader would.
// CHROMIUM names another browser than /usr/bin/chromium. The last line is `N passed, N failed`.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { checkAccessibility } from './accessibility.js';
import { checkBehaviour } from './behaviour.js';
import { checkCalculations } from './calculations.js';
import { checkEditions } from './editions.js';
import { checkLinks } from './links.js';
import { checkLoading } from './loading.js';
import { checkMarkup } from './markup.js';
import { checkLateScripts, checkParts } from './parts.js';
import { Report } from './report.js';
import { checkSearch } from './search.js';
import { serve } from './server.js';
import { checkSmallSite } from './small_site.js';
import { filesOf } from './site.js';
import { checkStyles } from './styles.js';

const folder = path.resolve(process.argv[2] ?? 'public');
const files = await filesOf(folder);
// The forms of the whole handbook are not pages of it.
const whole = ['print.html', 'handbook.html'];
const pages = files.filter((file) => file.endsWith('.html') && !whole.includes(file));
// The home page first: it is the one whose switch and menu are tried.
pages.sort((a, b) => Number(b === 'index.html') - Number(a === 'index.html'));
if (pages.length === 0) {
  console.log(`no pages in ${folder}`);
  process.exit(2);
}

const report = new Report();
const server = await serve(folder);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking',
         '--disable-component-update', '--disable-sync', '--no-first-run'],
});
const bases = { http: server.base, file: pathToFileURL(folder).href + '/' };
try {
  await checkMarkup(folder, pages, report);
  await checkStyles(folder, pages, report);
  await checkLinks(browser, bases.http, pages, files, report);
  await checkLoading(browser, bases, pages, report);
  await checkParts(browser, server, folder, pages, report);
  await checkLateScripts(browser, bases.http, pages, report);
  await checkSearch(browser, bases, folder, pages, report);
  await checkEditions(browser, bases, pages.filter((page) => page !== 'search.html' && page !== '404.html'), files, report);
  await checkBehaviour(browser, bases, folder, pages, report);
  await checkCalculations(browser, bases, folder, pages, report);
  await checkSmallSite(browser, report);
  await checkAccessibility(browser, bases.http, pages, report);
} finally {
  await browser.close();
  server.close();
}
process.exitCode = report.finish();
