// axe-core's rules (WCAG 2.2 AA and good practice) on every page. All of them on a desk in light; then, in the same tab,
// what another colour scheme or another width can change.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { shareOut } from './site.js';

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const colours = ['color-contrast', 'link-in-text-block'];
const layout = ['target-size', 'scrollable-region-focusable', 'aria-hidden-focus', 'region', 'skip-link', 'heading-order',
                'page-has-heading-one', 'landmark-one-main', 'landmark-unique', 'bypass', 'meta-viewport'];
const desk = { width: 1280, height: 900 }, phone = { width: 390, height: 844 };
const ways = [
  { viewport: desk, colorScheme: 'light', rules: null },
  { viewport: desk, colorScheme: 'dark', rules: colours },
  { viewport: phone, colorScheme: 'dark', rules: colours },
  { viewport: phone, colorScheme: 'light', rules: [...colours, ...layout] },
];

function inspect(rules) {
  const runOnly = rules ? { runOnly: { type: 'rule', values: rules } } : {};
  return window.axe.run(document, { resultTypes: ['violations'], ...runOnly });
}

export async function checkAccessibility(browser, base, pages, report) {
  const axe = await readFile(axePath, 'utf8');
  const context = await browser.newContext({ viewport: desk, colorScheme: 'light', reducedMotion: 'reduce' });
  await shareOut(context, base, pages, async ({ tab, visit }, page) => {
    await tab.setViewportSize(desk);
    await tab.emulateMedia({ colorScheme: 'light' });
    await visit(page);
    await tab.evaluate(axe);
    for (const { viewport, colorScheme, rules } of ways) {
      await tab.setViewportSize(viewport);
      await tab.emulateMedia({ colorScheme });
      const { violations } = await tab.evaluate(inspect, rules);
      const name = `${page} (${colorScheme} ${viewport.width})`;
      for (const violation of violations) {
        report.check(false, `${name}: ${violation.id}: ${violation.nodes[0].html.slice(0, 160)}`);
      }
      report.check(violations.length === 0, `${name}: axe finds problems`);
    }
  });
  await context.close();
}
