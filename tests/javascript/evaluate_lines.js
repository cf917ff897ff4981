// Reads one generated formula a line and prints its value as JSON a line; an error is {"error": "#N/A"}.
'use strict';
require('../../themes/default/assets/formula.js');
const F = globalThis.F = globalThis.shirubeFormula;
const lines = require('fs').readFileSync(0, 'utf8').split('\n');
lines.pop();
const out = lines.map((line) => {
  try {
    const value = (0, eval)(line);
    return JSON.stringify(F.isError(value) ? { error: String(value) } : value === undefined ? null : value);
  } catch (failure) {
    return JSON.stringify({ failure: String(failure) });
  }
});
process.stdout.write(out.join('\n') + '\n');
