// Every address in every page leads to a file of the site, and every fragment to an element.
import path from 'node:path/posix';
import { shareOut } from './site.js';

function gather() {
  const addresses = [];
  for (const element of document.querySelectorAll('[href], [src]')) {
    addresses.push(element.getAttribute('href') ?? element.getAttribute('src'));
  }
  const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
  return { addresses, ids };
}

export async function checkLinks(browser, base, pages, files, report) {
  const context = await browser.newContext();
  const found = new Map();
  await shareOut(context, base, pages, async ({ tab, visit }, page) => {
    await visit(page);
    found.set(page, await tab.evaluate(gather));
  });
  await context.close();

  const known = new Set(files);
  for (const [page, { addresses, ids }] of found) {
    report.check(new Set(ids).size === ids.length, `${page}: duplicate ids: ${ids.filter((id, i) => ids.indexOf(id) !== i)}`);
    for (const address of new Set(addresses)) {
      if (/^(https?|mailto|tel|data):/.test(address)) continue;
      report.check(!/^[/\\]|^[a-z]+:/i.test(address), `${page}: address is not relative: ${address}`);
      // The way up, on the page for what is missing: it is shown in any folder.
      if (page === '404.html' && /^\.\.?\/$/.test(address)) continue;
      const [file, fragment] = address.replace(/\?[^#]*/, '').split('#');
      const target = file === '' ? page : path.normalize(path.join(path.dirname(page), decodeURIComponent(file)));
      report.check(known.has(target), `${page}: no file for ${address}`);
      if (fragment && found.has(target)) {
        report.check(found.get(target).ids.includes(decodeURIComponent(fragment)), `${page}: no element for ${address}`);
      }
    }
  }
}
