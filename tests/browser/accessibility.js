// axe-core's rules (WCAG 2.2 AA and good practice) on every page, light and dark, on a phone and on a desk.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { visitor } from './site.js';

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const ways = [
  { viewport: { width: 1280, height: 900 }, colorScheme: 'light' },
  { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' },
  { viewport: { width: 390, height: 844 }, colorScheme: 'light' },
];

export async function checkAccessibility(browser, base, pages, report) {
  const axe = await readFile(axePath, 'utf8');
  for (const way of ways) {
    const context = await browser.newContext({ ...way, reducedMotion: 'reduce' });
    const { tab, visit } = await visitor(context, base);
    for (const page of pages) {
      await visit(page);
      await tab.evaluate(axe);
      const result = await tab.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
      for (const violation of result.violations) {
        const place = violation.nodes[0].html.slice(0, 160);
        report.check(false, `${page} (${way.colorScheme} ${way.viewport.width}): ${violation.id}: ${place}`);
      }
      report.check(result.violations.length === 0, `${page} (${way.colorScheme} ${way.viewport.width}): axe finds faults`);
    }
    await context.close();
  }
}
