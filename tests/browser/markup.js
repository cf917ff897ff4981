// html-validate's rules on every file: what a browser forgives and a screen reader may not.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { HtmlValidate } from 'html-validate';

function blocksRendering(link) {
  const kind = link.getAttribute('rel');
  return ['stylesheet', 'preload', 'modulepreload', 'expect'].includes(kind) ? null : `rel="${kind}" blocks nothing`;
}

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  // The validator's table is older than <link rel="expect">, which HTML lets block rendering as a style sheet may.
  elements: ['html5', {
    link: {
      inherit: 'link',
      attributes: { blocking: { allowed: blocksRendering, list: true, enum: ['render'] } },
    },
  }],
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
    // A list without bullets is not a list to Safari's VoiceOver unless it says so; ours may be announced or not.
    'no-redundant-role': 'error',
    // Files come from the site itself.
    'require-sri': 'off',
  },
});

export async function checkMarkup(folder, pages, report) {
  for (const page of pages) {
    const text = await readFile(path.join(folder, page), 'utf8');
    const result = await validator.validateString(text, page);
    const messages = result.results[0]?.messages ?? [];
    for (const { ruleId, message, line, column } of messages) {
      report.check(false, `${page}:${line}:${column}: ${ruleId}: ${message}`);
    }
    report.check(messages.length === 0, `${page}: html-validate finds problems`);
  }
}
