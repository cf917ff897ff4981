// node run.js PUBLIC [PAGE…]: Lighthouse's points for the home page, an article, the ROI page and the results of a search
// (or the pages named), on a phone and on a desk. Accessibility and best practices must be 100; performance depends on what else the machine does.
import path from 'node:path';
import { launch } from 'chrome-launcher';
import lighthouse, { desktopConfig } from 'lighthouse';
import { serve } from '../../browser/server.js';

const usual = ['index.html', 'mbo/how-to-write.html', 'measurement/roi.html', 'search.html?q=KPI'];
const pages = process.argv.length > 3 ? process.argv.slice(3) : usual;
const categories = ['performance', 'accessibility', 'best-practices'];
const server = await serve(path.resolve(process.argv[2] ?? 'public'));
const chrome = await launch({
  chromePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  chromeFlags: ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
});
let short = 0;
try {
  for (const [device, config] of [['phone', undefined], ['desk', desktopConfig]]) {
    for (const page of pages) {
      const { lhr } = await lighthouse(server.base + page, { port: chrome.port, onlyCategories: categories, logLevel: 'error' }, config);
      const points = categories.map((name) => Math.round(lhr.categories[name].score * 100));
      const shift = lhr.audits['cumulative-layout-shift'].displayValue;
      console.log(`${page.padEnd(24)} ${device}  ${categories.map((name, i) => `${name} ${points[i]}`).join(', ')}; layout shift ${shift}`);
      for (const name of categories.slice(1)) {
        const failed = lhr.categories[name].auditRefs.map(({ id }) => lhr.audits[id])
          .filter((audit) => audit.score !== null && audit.score < 1 && audit.scoreDisplayMode === 'binary');
        for (const audit of failed) console.log(`  ${name}: ${audit.id}: ${audit.title}`);
        short += failed.length;
      }
    }
  }
} finally {
  chrome.kill();
  server.close();
}
process.exitCode = short === 0 ? 0 : 1;
