// For each line its folded text, a tab and its terms, as the theme's search makes them.
'use strict';
require('../../themes/default/assets/search.js');
const { fold, terms } = globalThis.shirubeSearch;
const lines = require('fs').readFileSync(0, 'utf8').split('\n');
lines.pop();
process.stdout.write(lines.map((line) => fold(line) + '\t' + terms(fold(line)).join(' ') + '\n').join(''));
