// node run.js PUBLIC [PAGE…]: Lighthouse over the home page, an article, the ROI page and the results of a search (or the
// pages named), on a phone and on a desk. Accessibility and best practices must be 100. Points for performance depend on what
// else the machine does, so they are printed; what they are made of and no clock can change must be as it should. The last
// line is `N passed, M failed`.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { launch } from 'chrome-launcher';
import lighthouse, { desktopConfig } from 'lighthouse';
import { Report } from '../browser/report.js';
import { serve } from '../browser/server.js';

const usual = ['index.html', 'mbo/how-to-write.html', 'measurement/roi.html', 'search.html?q=KPI'];
const pages = process.argv.length > 3 ? process.argv.slice(3) : usual;
const categories = ['performance', 'accessibility', 'best-practices'];
// Audits of performance that look at the page and not at the clock.
const timeless = ['unsized-images', 'no-document-write', 'uses-passive-event-listeners', 'non-composited-animations', 'redirects',
                  'duplicated-javascript', 'legacy-javascript', 'font-display', 'viewport', 'unminified-css'];
// A page with everything that it loads by itself, before compression.
const mostBytes = 400_000, mostRequests = 30, mostElements = 1_500;
// The points stay; what waits for a quiet machine and what only a report shows is left out.
const options = { onlyCategories: categories, logLevel: 'error', disableFullPageScreenshot: true };

function check(name, lhr, report) {
  for (const category of categories.slice(1)) {
    const { score, auditRefs } = lhr.categories[category];
    const failed = auditRefs.map(({ id }) => lhr.audits[id]).filter((audit) => audit.score !== null && audit.score < 1 && audit.scoreDisplayMode === 'binary');
    report.check(score === 1, `${name}: ${category} ${Math.round(score * 100)}: ${failed.map((audit) => `${audit.id}: ${audit.title}`).join('; ')}`);
  }
  for (const id of timeless) {
    const { score, title, displayValue } = lhr.audits[id];
    report.check(score === null || score === 1, `${name}: ${id}: ${title} ${displayValue ?? ''}`);
  }
  const shift = lhr.audits['cumulative-layout-shift'].numericValue;
  report.check(shift < 0.0005, `${name}: the layout shifts by ${shift}`);
  const requests = lhr.audits['network-requests'].details.items;
  const bytes = requests.reduce((sum, request) => sum + request.resourceSize, 0);
  report.check(bytes > 0 && bytes <= mostBytes, `${name}: loads ${bytes} bytes`);
  report.check(requests.length <= mostRequests, `${name}: makes ${requests.length} requests`);
  const elements = lhr.audits['dom-size'].numericValue;
  report.check(elements <= mostElements, `${name}: has ${elements} elements`);
  // Style sheets, the script that sets the colours, and those that finish the page before it is first painted; not the search.
  const blocking = lhr.audits['render-blocking-resources'].details?.items ?? [];
  for (const { url } of blocking) {
    report.check(/\.css(\?|$)|\/(scheme|site|checklist|copy|zoom|calculator)\.js(\?|$)/.test(url), `${name}: ${url} blocks the first picture`);
  }
}

// For this run only; the browser is set to trust it.
function makeCertificate() {
  const folder = mkdtempSync(path.join(tmpdir(), 'shirube-certificate-'));
  const [key, cert] = ['key.pem', 'cert.pem'].map((name) => path.join(folder, name));
  execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2',
                           '-subj', '/CN=localhost', '-keyout', key, '-out', cert], { stdio: 'pipe' });
  const certificate = { key: readFileSync(key), cert: readFileSync(cert) };
  rmSync(folder, { recursive: true });
  return certificate;
}

const server = await serve(path.resolve(process.argv[2] ?? 'public'), { certificate: makeCertificate() });
const chrome = await launch({
  chromePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  chromeFlags: ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--ignore-certificate-errors'],
});
const report = new Report();
try {
  for (const [device, config] of [['phone', undefined], ['desk', desktopConfig]]) {
    for (const page of pages) {
      const look = () => lighthouse(server.base + page, { port: chrome.port, ...options }, config);
      let { lhr } = await look();
      // A busy machine may paint nothing for as long as Lighthouse waits: then it has looked at nothing yet.
      if (lhr.runtimeError) ({ lhr } = await look());
      if (lhr.runtimeError) report.check(false, `${page} ${device}: ${lhr.runtimeError.message}`);
      else check(`${page} ${device}`, lhr, report);
      const points = categories.map((category) => `${category} ${Math.round(lhr.categories[category].score * 100)}`);
      console.log(`${page.padEnd(24)} ${device}  ${points.join(', ')}`);
    }
  }
} finally {
  chrome.kill();
  server.close();
}
process.exitCode = report.finish();
