// The style sheets of each page: all that it needs, and no more than a page may ship.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { filesOf } from './site.js';

const mostStyle = 25_000;

// The classes that a sheet has rules for.
function classesOf(css) {
  const selectors = css.replace(/"[^"]*"|'[^']*'/g, '').replace(/\{[^{}]*\}/g, ' ');
  return new Set([...selectors.matchAll(/\.([a-z][\w-]*)/g)].map(([, name]) => name));
}

export async function checkStyles(folder, pages, report) {
  const sheets = new Map();
  for (const file of await filesOf(folder)) {
    if (!file.startsWith('assets/') || !file.endsWith('.css')) continue;
    const css = await readFile(path.join(folder, file), 'utf8');
    sheets.set(path.basename(file), { bytes: Buffer.byteLength(css), classes: classesOf(css) });
  }
  for (const page of pages) {
    const html = await readFile(path.join(folder, page), 'utf8');
    const loaded = [...html.matchAll(/<link rel="stylesheet" href="[^"]*assets\/[^"/]+\/([^"]*)/g)].map(([, file]) => sheets.get(file));
    const bytes = loaded.reduce((sum, sheet) => sum + sheet.bytes, 0);
    // The page for what is missing is shown in any folder, and carries its style.
    report.check((bytes > 0 || (page === '404.html' && html.includes('<style>'))) && bytes <= mostStyle, `${page}: ships ${bytes} bytes of CSS`);
    const used = new Set([...html.matchAll(/ class="([^"]*)"/g)].flatMap(([, names]) => names.split(' ')));
    for (const name of used) {
      // A state is drawn in what has it.
      if (name.startsWith('is-')) continue;
      const known = [...sheets].filter(([, sheet]) => sheet.classes.has(name));
      const missing = known.length > 0 && !known.some(([, sheet]) => loaded.includes(sheet));
      report.check(!missing, `${page}: no sheet that it loads knows .${name}, but ${known.map(([file]) => file)} does`);
    }
  }
}
