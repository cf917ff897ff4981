// The files of a built site, without those that it keeps from the edition before.
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';

export async function filesOf(folder) {
  const entries = await readdir(folder, { recursive: true });
  const manifest = JSON.parse(await readFile(path.join(folder, 'manifest.json'), 'utf8'));
  const previous = new Set(manifest.files.filter(({ life }) => life === 'previous').map((file) => file.path));
  const files = [];
  for (const entry of entries) {
    const name = entry.split(path.sep).join('/');
    if (!previous.has(name) && (await stat(path.join(folder, entry))).isFile()) files.push(name);
  }
  return files.sort();
}

// The address of a page below `base`, each part encoded.
export function address(base, page) {
  return base + page.split('/').map(encodeURIComponent).join('/');
}

// One tab that goes from page to page and notes everything that goes wrong on the way.
export async function visitor(context, base) {
  const tab = await context.newPage();
  let problems = [];
  tab.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') problems.push(`console: ${message.text()}`);
  });
  tab.on('pageerror', (error) => problems.push(`script error: ${error.message}`));
  tab.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(base) && !url.startsWith('data:')) problems.push(`request outside: ${url}`);
  });
  tab.on('requestfailed', (request) => problems.push(`request failed: ${request.url()}`));
  tab.on('response', (response) => {
    if (response.status() >= 400) problems.push(`status ${response.status()}: ${response.url()}`);
  });
  return {
    tab,
    // The problems of this page alone.
    async visit(page, query = '') {
      problems = [];
      await tab.goto(address(base, page) + query, { waitUntil: 'load' });
      return problems;
    },
  };
}

// work({tab, visit}, item) for every item (a page, a query), by several tabs at a time.
const tabs = 3;
export async function shareOut(context, base, items, work) {
  let next = 0;
  async function walk() {
    const visitors = await visitor(context, base);
    while (next < items.length) await work(visitors, items[next++]);
    await visitors.tab.close();
  }
  await Promise.all(Array.from({ length: Math.min(tabs, items.length) }, walk));
}
