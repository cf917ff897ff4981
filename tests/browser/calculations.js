// Calculations in the browser: what the page says without scripts, what the calculator computes, and what
// `shirube evaluate` prints are the same, as text and as number; also after an input was changed.
import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { address, visitor } from './site.js';

const program = process.env.SHIRUBE ?? 'out/release/bin/shirube';

function evaluate(id, settings) {
  const options = settings.flatMap((setting) => ['--set', setting]);
  return JSON.parse(execFileSync(program, ['evaluate', id, '--json', ...options], { encoding: 'utf8' }));
}

// name in formulas → what evaluate says of it
function expected(evaluation) {
  const lines = [...evaluation.inputs, ...evaluation.formulas];
  return new Map(lines.map((line) => [line.id.replaceAll('-', '_'), line]));
}

async function shownLines(tab, id) {
  return tab.$$eval(`[data-calculation="${id}"] [data-line]`, (cells) =>
    cells.map((cell) => ({ name: cell.dataset.line, text: cell.textContent, value: cell.value })));
}

function compare(shown, evaluation, where, report) {
  const lines = expected(evaluation);
  const wrong = shown.filter(({ name, text, value }) => {
    const line = lines.get(name);
    const sameNumber = typeof line.value !== 'number' || Math.abs(Number(value) - line.value) <= 1e-9 * Math.max(1, Math.abs(line.value));
    return text !== line.text || !sameNumber;
  });
  const differences = wrong.map(({ name, text, value }) => `${name}: ${text} (${value}), not ${lines.get(name).text} (${lines.get(name).value})`);
  report.check(shown.length > 3 && wrong.length === 0, `${where}: ${shown.length} values; ${differences.join('; ')}`);
}

async function tryOne(browser, base, page, id, report) {
  const name = `${base.slice(0, 4)} ${page} ${id}`;
  const plain = await browser.newContext({ javaScriptEnabled: false });
  const still = await visitor(plain, base);
  await still.visit(page);
  compare(await shownLines(still.tab, id), evaluate(id, []), `${name} without scripts`, report);
  await plain.close();

  const context = await browser.newContext();
  const { tab, visit } = await visitor(context, base);
  await visit(page);
  compare(await shownLines(tab, id), evaluate(id, []), `${name} as given`, report);
  const inputs = evaluate(id, []).inputs;
  const rows = await tab.$$eval(`[data-calculation="${id}"] [data-input]`, (all) => all.map((row) => row.dataset.input));
  report.check(rows.length === inputs.length, `${name}: every input has a row`);
  for (const [i, row] of rows.entries()) {
    const cell = `[data-calculation="${id}"] [data-input="${row}"]`;
    const slider = await tab.$(`${cell} input[type="range"]`);
    if (!slider) continue;
    const middle = await slider.evaluate((range) => {
      const [least, most, step] = [range.min, range.max, range.step].map(Number);
      return String(least + Math.round((most - least) / 3 / step) * step);
    });
    const drawn = await tab.$$eval('.calculation-chart', (charts) => charts.map((chart) => chart.innerHTML).join());
    await tab.fill(`${cell} input[type="number"]`, middle);
    await tab.waitForSelector('.calculation.is-live');
    const evaluation = evaluate(id, [`${inputs[i].id}=${middle}`]);
    compare(await shownLines(tab, id), evaluation, `${name} with ${inputs[i].id}=${middle}`, report);
    const states = await tab.$$eval(`[data-calculation="${id}"] [data-check]`, (all) => all.map((item) => item.className));
    report.check(states.every((state, at) => (state === 'is-met') === evaluation.checks[at].met),
      `${name} with ${inputs[i].id}=${middle}: the checks follow`);
    if (i === 0) {
      const redrawn = await tab.$$eval('.calculation-chart', (charts) => charts.map((chart) => chart.innerHTML).join());
      report.check(drawn === '' || drawn !== redrawn, `${name}: the charts follow`);
    }
    await tab.click('.calculation-bar button');
    compare(await shownLines(tab, id), evaluate(id, []), `${name} after the reset`, report);
  }

  await tab.fill(`[data-input="${rows[0]}"] input[type="number"]`, '-1');
  const invalid = await tab.getAttribute(`[data-input="${rows[0]}"] input[type="number"]`, 'aria-invalid');
  report.check(invalid === 'true', `${name}: a number out of range is refused`);
  compare(await shownLines(tab, id), evaluate(id, []), `${name} with a refused number`, report);

  await tab.goto(`${address(base, page)}?${id}.${inputs[0].id}=${inputs[0].value / 2}`);
  await tab.waitForSelector('.calculation.is-live');
  compare(await shownLines(tab, id), evaluate(id, [`${inputs[0].id}=${inputs[0].value / 2}`]), `${name} by a link`, report);
  await context.close();
}

export async function checkCalculations(browser, bases, folder, pages, report) {
  const found = [];
  for (const page of pages) {
    const text = await readFile(path.join(folder, page), 'utf8');
    const ids = [...text.matchAll(/ class="calculation"[^>]* data-calculation="([^"]+)"/g)].map((match) => match[1]);
    for (const id of new Set(ids)) found.push({ page, id });
  }
  if (found.length === 0) report.skip('no page has a calculation');
  for (const { page, id } of found) {
    for (const base of Object.values(bases)) await tryOne(browser, base, page, id, report);
  }
}
