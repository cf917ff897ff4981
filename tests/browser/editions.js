// The other forms of the handbook: print.html on paper, and handbook.html, the whole of it in one file.
import { visitor } from './site.js';

async function checkPrint(browser, bases, pages, report) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  for (const [name, base] of Object.entries(bases)) {
    const { tab, visit } = await visitor(context, base);
    const problems = await visit('print.html');
    report.check(problems.length === 0, `print ${name}: ${problems.join('; ')}`);
    const chapters = await tab.$$eval('.chapter', (all) => all.map((chapter) => chapter.id));
    for (const page of pages) report.check(chapters.includes(page), `print ${name}: ${page} is not a chapter`);
    const dead = await tab.$$eval('a[href^="#"]', (links) => links.map((link) => decodeURIComponent(link.hash.slice(1)))
      .filter((id) => !document.getElementById(id)));
    report.check(dead.length === 0, `print ${name}: links lead nowhere: ${dead.slice(0, 5).join(', ')}`);
    if (name === 'file') {
      const bytes = await tab.pdf({ format: 'A4', preferCSSPageSize: true });
      const sheets = (bytes.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? []).length;
      report.check(sheets > pages.length, `print: ${sheets} sheets of paper for ${pages.length} chapters`);
    }
    await tab.close();
  }
  await context.close();
}

async function checkSingleFile(browser, base, pages, report) {
  for (const scripts of [true, false]) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, javaScriptEnabled: scripts, acceptDownloads: true });
    const { tab, visit } = await visitor(context, base);
    const problems = await visit('handbook.html');
    const name = `one file, scripts ${scripts}`;
    report.check(problems.length === 0, `${name}: ${problems.join('; ')}`);
    const seen = await tab.locator('main > .chapter:visible').count();
    report.check(scripts ? seen === 1 : seen === pages.length, `${name}: ${seen} chapters are shown`);
    if (scripts) {
      await visit('handbook.html', '#mbo/how-to-write.html');
      report.check(await tab.isVisible('[id="mbo/how-to-write.html"]'), `${name}: the address leads to a chapter`);
      await tab.keyboard.press('/');
      await tab.keyboard.type('用語集');
      await tab.waitForSelector('.suggestions:not([hidden]) [role="option"]');
      await tab.keyboard.press('ArrowDown');
      await tab.keyboard.press('Enter');
      await tab.waitForSelector('[id="glossary.html"]:visible');
      await visit('handbook.html', '#workbooks.html');
      const [download] = await Promise.all([tab.waitForEvent('download'), tab.click('[id="workbooks.html"] a[data-file]')]);
      report.check(download.suggestedFilename().endsWith('.xlsx'), `${name}: a workbook is saved as ${download.suggestedFilename()}`);
    }
    await context.close();
  }
}

export async function checkEditions(browser, bases, pages, files, report) {
  await checkPrint(browser, bases, pages, report);
  if (files.includes('handbook.html')) await checkSingleFile(browser, bases.file, pages, report);
  else report.skip('handbook.html: the site was built without --single-file');
}
