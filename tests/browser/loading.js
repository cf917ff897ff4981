// Every page, at several sizes, in both colour schemes, with and without scripts, from a server and from the folder.
import { shareOut } from './site.js';

// `narrow` is a desk's window at 400 %.
const sizes = { narrow: { width: 320, height: 256 }, phone: { width: 390, height: 844 }, tablet: { width: 820, height: 1100 }, desk: { width: 1280, height: 900 } };

// What a page loads before anybody has touched it.
const mostScript = 30_000;

const ways = [
  { from: 'http', size: 'phone', scheme: 'light', scripts: true },
  { from: 'http', size: 'tablet', scheme: 'dark', scripts: true },
  { from: 'http', size: 'desk', scheme: 'light', scripts: true, weigh: true },
  { from: 'http', size: 'phone', scheme: 'dark', scripts: false },
  { from: 'file', size: 'desk', scheme: 'dark', scripts: true, paper: true },
  { from: 'file', size: 'narrow', scheme: 'light', scripts: true },
  { from: 'file', size: 'desk', scheme: 'light', scripts: false },
];

function look() {
  const root = document.documentElement;
  return {
    // A page that waits for a part that it does not have would be painted late.
    awaited: [...document.querySelectorAll('link[rel="expect"]')].map((link) => document.querySelector(link.getAttribute('href'))?.localName),
    overflow: root.scrollWidth - root.clientWidth,
    headings: document.querySelectorAll('h1').length,
    title: document.title,
    language: root.lang,
    mainVisible: (document.querySelector('main')?.getBoundingClientRect().height ?? 0) > 0,
    background: getComputedStyle(root).backgroundColor,
    // 404.html of a site without a base_url: nothing that it could ask for has an address.
    standsAlone: document.querySelector('link[rel="stylesheet"], script[src]') === null,
  };
}

export const mostShift = 0.005;

// In a page: how far its layout has shifted, the bytes of its scripts, and those of them that should have been there when it
// was first painted.
export function weigh() {
  const files = performance.getEntriesByType('resource').filter((file) => new URL(file.name).pathname.endsWith('.js'));
  const awaited = [...document.querySelectorAll('script[blocking="render"]')].map((script) => script.src);
  const painted = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Infinity;  // not yet
  const late = awaited.filter((name) => files.every((file) => file.name !== name || file.responseEnd > painted));
  return new Promise((done) => {
    let shift = 0;
    new PerformanceObserver((list) => list.getEntries().forEach((entry) => { shift += entry.value; }))
      .observe({ type: 'layout-shift', buffered: true });
    setTimeout(() => done({ shift, awaited, late, script: files.reduce((sum, file) => sum + file.decodedBodySize, 0) }), 60);
  });
}

function frameIsHidden() {
  return ['.top', '#navigation', '.scheme-switch'].every((part) => (document.querySelector(part)?.offsetHeight ?? 0) === 0);
}

function isDark(colour) {
  const [red, green, blue] = colour.match(/\d+/g).map(Number);
  return red + green + blue < 3 * 80;
}

export async function checkLoading(browser, bases, pages, report) {
  for (const way of ways) {
    const context = await browser.newContext({
      viewport: sizes[way.size], colorScheme: way.scheme, javaScriptEnabled: true, reducedMotion: 'reduce',
    });
    // Scripts are blocked by request, so that this file's own look at the page still runs.
    if (!way.scripts) await context.route(/\.js(\?|$)/, (route) => route.fulfill({ body: '', contentType: 'text/javascript' }));
    const name = `${way.from} ${way.size} ${way.scheme}${way.scripts ? '' : ' no scripts'}`;
    await shareOut(context, bases[way.from], pages, async ({ tab, visit }, page) => {
      const problems = await visit(page);
      const seen = await tab.evaluate(look);
      for (const problem of problems) report.check(false, `${page} (${name}): ${problem}`);
      report.check(problems.length === 0, `${page} (${name}): loads with problems`);
      report.check(seen.standsAlone || seen.awaited.length === 1 && seen.awaited[0] === 'span', `${page} (${name}): painting waits for ${seen.awaited}`);
      report.check(seen.overflow <= 0, `${page} (${name}): ${seen.overflow} px wider than the window`);
      report.check(seen.headings === 1, `${page} (${name}): ${seen.headings} headings of the first level`);
      report.check(seen.title !== '' && seen.language !== '' && seen.mainVisible, `${page} (${name}): no title, language or main part`);
      report.check(isDark(seen.background) === (way.scheme === 'dark'), `${page} (${name}): background is ${seen.background}`);
      report.check(!seen.standsAlone || page === '404.html', `${page} (${name}): has no style`);
      if (way.weigh && !seen.standsAlone) {
        const { shift, script, awaited, late } = await tab.evaluate(weigh);
        report.check(shift < mostShift, `${page}: the layout shifts by ${shift}`);
        report.check(awaited.length > 0, `${page}: its first picture waits for no script`);
        report.check(late.length === 0, `${page}: is painted before it has ${late.join(', ')}`);
        // search.html loads the search itself.
        report.check(page === 'search.html' || (script > 0 && script <= mostScript), `${page}: ships ${script} bytes of script`);
      }
      if (!way.paper) return;
      await tab.emulateMedia({ media: 'print' });
      report.check(await tab.evaluate(frameIsHidden), `${page}: the frame is printed`);
      report.check(!isDark(await tab.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)), `${page}: paper is dark`);
      await tab.emulateMedia({ media: null });
    });
    await context.close();
  }
}
