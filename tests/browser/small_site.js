// Sites that ours is not: an English one with an address, owners, old addresses and a file of the theme of its own. Built
// into a temporary folder and opened as a reader would.
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { serve } from './server.js';
import { visitor } from './site.js';

const program = process.env.SHIRUBE ?? 'out/release/bin/shirube';
const sentence = '評価の担当者は、四半期の見通しを確かめてから、次の段階へ進める。';
const files = {
  'site.yaml': `title: Field guide
organisation: Example Ltd
language: en
base_url: https://guide.example/
edit_url: https://git.example/edit/main/{path}
theme_overrides: theme
`,
  'content/index.md': '---\ntitle: Field guide\ndescription: How we work\n---\n\n- [Rules](rules.md)\n',
  'content/rules.md': `---
title: Rules
owner: Quality team
last_reviewed: 2026-04-01
aliases: [old/rules.html, 'old/long.html#pay']
---

## Pay {#pay}

Some text.

## Leave {#leave}

![A plan](plan.svg)
`,
  // A title that is a sentence, and a word that nothing breaks.
  'content/sentence.md': `---\ntitle: ${'A title that is a whole sentence '.repeat(9)}${'LongWord'.repeat(12)}\n---\n\n## One {#one}\n\nText.\n\n## ${'A heading that is a sentence '.repeat(6)} {#two}\n\nText.\n`,
  'content/plan.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20" width="40" height="20"><path d="M0 0h40v20z"/></svg>\n',
  // 5 kB of Markdown, of which the budget speaks.
  'content/long.md': `---\ntitle: Five kilobytes\n---\n\n${Array.from({ length: 10 }, (_, i) => `## 見出し${i}の書き方\n\n${sentence.repeat(4)}\n`).join('\n')}`,
  'theme/words/en.yaml': null,  // the theme's own, with one word changed
};

async function build(folder) {
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    const own = new URL('../../themes/default/words/en.yaml', import.meta.url);
    await writeFile(file, text ?? (await readFile(own, 'utf8')).replace(/^owner: .*$/m, 'owner: In charge'));
  }
  execFileSync(program, ['build', '-q', '-r', folder], { stdio: ['ignore', 'ignore', 'inherit'] });
  return path.join(folder, 'public');
}

async function checkWords(tab, visit, report) {
  const problems = await visit('rules.html');
  report.check(problems.length === 0, `English site: ${problems.join('; ')}`);
  report.check((await tab.getAttribute('html', 'lang')) === 'en', 'English site: the language is not marked');
  const frame = await tab.$$eval('.top, #navigation, .page-details, .edit-page, .neighbours, .foot, .contents summary',
    (parts) => parts.map((part) => part.innerText + [...part.querySelectorAll('[aria-label], [title], [placeholder]')]
      .map((each) => `${each.ariaLabel} ${each.title} ${each.getAttribute('placeholder')}`).join(' ')).join(' '));
  report.check(!/[ぁ-んァ-ヶ一-龠]/.test(frame), `English site: the interface speaks Japanese: ${frame.match(/[ぁ-んァ-ヶ一-龠]+/)}`);
  const details = await tab.innerText('.page-details');
  report.check(details.includes('Quality team') && details.includes('2026-04-01'), `English site: the details are ${details}`);
  report.check(details.includes('In charge'), 'a word of the theme is not overridden');
  report.check((await tab.getAttribute('.edit-page a', 'href')) === 'https://git.example/edit/main/content/rules.md', 'the edit link leads elsewhere');
  const meta = (name) => tab.getAttribute(`meta[property="og:${name}"]`, 'content');
  report.check((await meta('url')) === 'https://guide.example/rules.html', 'the address for others is wrong');
  report.check(/^https:\/\/guide\.example\/assets\/[0-9a-f]{8}\/share\.png$/.test(await meta('image')), 'the picture for others is wrong');
}

async function checkRedirects(tab, base, name, report) {
  for (const [from, to] of [['old/rules.html', 'rules.html'], ['old/rules.html#leave', 'rules.html#leave'], ['old/long.html#pay', 'rules.html']]) {
    await tab.goto(base + from);
    await tab.waitForURL((url) => url.href.startsWith(base + 'rules.html'));
    report.check(tab.url().startsWith(base + to), `${name}: ${from} leads to ${tab.url()}`);
  }
}

async function checkZoom(tab, visit, name, report) {
  await visit('rules.html');
  await tab.click('.zoom-button');
  report.check(await tab.isVisible('dialog.zoom img'), `${name}: the picture is not enlarged`);
  await tab.keyboard.press('Escape');
  report.check(await tab.isHidden('dialog.zoom'), `${name}: Escape does not close the picture`);
  report.check(await tab.evaluate(() => document.activeElement.matches('.zoom-button')), `${name}: the focus is lost after the picture`);
}

async function checkLongTitle(tab, visit, report) {
  for (const width of [320, 390, 820, 1280]) {
    await tab.setViewportSize({ width, height: 900 });
    for (const page of ['sentence.html', 'rules.html', 'index.html']) {
      await visit(page);
      const { overflow, tallest } = await tab.evaluate(() => ({
        overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
        tallest: Math.max(0, ...[...document.querySelectorAll('.tree a, .breadcrumbs li, .neighbours .where, .contents nav a')].map((each) => each.offsetHeight)),
      }));
      report.check(overflow <= 0, `a long title makes ${page} ${overflow} px wider than a window of ${width}`);
      report.check(tallest < 120, `a long title takes ${tallest} px of the frame of ${page} in a window of ${width}`);
    }
  }
}

async function checkWeight(folder, tab, visit, report) {
  await visit('long.html');
  const html = (await stat(path.join(folder, 'long.html'))).size;
  const sizes = await tab.evaluate(() => {
    const files = performance.getEntriesByType('resource');
    const sum = (end) => files.filter((file) => new URL(file.name).pathname.endsWith(end)).reduce((all, file) => all + file.decodedBodySize, 0);
    return { script: sum('.js'), style: sum('.css') };
  });
  report.check(html <= 30_000, `5 kB of Markdown become ${html} bytes of HTML`);
  report.check(sizes.style > 0 && sizes.style <= 25_000, `5 kB of Markdown ship ${sizes.style} bytes of CSS`);
  report.check(sizes.script > 0 && sizes.script <= 30_000, `5 kB of Markdown ship ${sizes.script} bytes of script`);
}

export async function checkSmallSite(browser, report) {
  const root = await mkdtemp(path.join(tmpdir(), 'shirube-site-'));
  const folder = await build(root);
  const server = await serve(folder);
  const bases = { http: server.base, file: `file://${folder}/` };
  try {
    for (const [name, base] of Object.entries(bases)) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
      const { tab, visit } = await visitor(context, base);
      await checkWords(tab, visit, report);
      await checkRedirects(tab, base, name, report);
      await checkZoom(tab, visit, name, report);
      if (name === 'http') await checkWeight(folder, tab, visit, report);
      if (name === 'http') await checkLongTitle(tab, visit, report);
      await context.close();
    }
  } finally {
    server.close();
    await rm(root, { recursive: true, force: true });
  }
}
