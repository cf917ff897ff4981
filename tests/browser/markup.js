// html-validate's rules on every file: what a browser forgives and a screen reader may not.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { HtmlValidate } from 'html-validate';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    // The generator escapes less than the rule wants, and writes void elements and doctype as HTML has them.
    'no-raw-characters': 'off',
    'void-style': 'off',
    'doctype-style': ['error', { style: 'lowercase' }],
    'no-trailing-whitespace': 'off',
    'attribute-boolean-style': 'off',
    'long-title': 'off',
    // Ids come from Japanese headings.
    'valid-id': ['error', { relaxed: true }],
    // A list without bullets is no list to Safari's VoiceOver unless it says so; ours may be announced or not.
    'no-redundant-role': 'error',
    // Files come from the site itself.
    'require-sri': 'off',
  },
});
// Chapters of one book each have their own heading of the first level.
const book = new Set(['print.html', 'handbook.html']);

export async function checkMarkup(folder, pages, report) {
  for (const page of pages) {
    const text = await readFile(path.join(folder, page), 'utf8');
    const result = await validator.validateString(text, page);
    const messages = (result.results[0]?.messages ?? []).filter(
      (message) => !(book.has(page) && message.ruleId === 'heading-level'));
    for (const { ruleId, message, line, column } of messages) {
      report.check(false, `${page}:${line}:${column}: ${ruleId}: ${message}`);
    }
    report.check(messages.length === 0, `${page}: html-validate finds faults`);
  }
}
