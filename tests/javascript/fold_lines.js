// For each line its folded text, a tab and its terms, as the theme's search makes them; and what the same line is when it
// is folded character by character, if that differs.
'use strict';
require('../../themes/default/assets/search.js');
const { fold, foldWithPlaces, terms } = globalThis.shirubeSearch;
const lines = require('fs').readFileSync(0, 'utf8').split('\n');
lines.pop();
process.stdout.write(lines.map((line) => {
  const folded = fold(line), placed = foldWithPlaces(line).text;
  return folded + '\t' + terms(folded).join(' ') + (placed === folded ? '' : '\tby signs: ' + placed) + '\n';
}).join(''));
