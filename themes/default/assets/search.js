// The search itself, without a page: folding, terms, the index's shards, ranking. search-box.js shows it. Folding and
// terms are those of generator/render/search; tests/render/search/fold.txt holds both to the same answers.
(function (global) {
  'use strict';

  // ---- folding ----
  var KATAKANA = /[\u30a1-\u30fa\u30fc\u31f0-\u31ff]/;
  var PAIRED = /[\u3005-\u3007\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\u{20000}-\u{3ffff}]/u;
  var LETTER = /[\p{L}\p{Nd}]/u;
  // What belongs to the sign before it: combining marks, half-width sound marks.
  var CLUSTER = /[\s\S][\p{M}\uff9e\uff9f]*/gu;
  var LONGEST_WORD = 40;  // bytes in UTF-8

  function lower(text) {
    return text.toLowerCase().replace(/ς/g, 'σ').replace(/ß/g, 'ss').replace(/\u0345/g, 'ι');
  }
  function asHiragana(sign) {
    var code = sign.charCodeAt(0);
    var moves = (code >= 0x30a1 && code <= 0x30f6) || code === 0x30fd || code === 0x30fe;
    return moves ? String.fromCharCode(code - 0x60) : sign;
  }

  // The folded text, and for each of its UTF-16 units where it stands in the text: from starts[i] to ends[i].
  function foldWithPlaces(text) {
    var signs = [], starts = [], ends = [], place = 0;
    (text.match(CLUSTER) || []).forEach(function (cluster) {
      Array.from(lower(cluster.normalize('NFKC')).normalize('NFKC')).forEach(function (sign) {
        signs.push(sign);
        starts.push(place);
        ends.push(place + cluster.length);
      });
      place += cluster.length;
    });
    var out = { text: '', starts: [], ends: [] }, katakana = 0;
    signs.forEach(function (sign, i) {
      var closes = i + 1 === signs.length || !KATAKANA.test(signs[i + 1]);
      var dropped = sign === 'ー' && closes && katakana >= 3;
      katakana = KATAKANA.test(sign) ? katakana + 1 : 0;
      if (dropped) return;
      sign = asHiragana(sign);
      out.text += sign;
      for (var unit = 0; unit < sign.length; ++unit) { out.starts.push(starts[i]); out.ends.push(ends[i]); }
    });
    return out;
  }
  function fold(text) { return foldWithPlaces(text).text; }

  // ---- terms ----
  function bytesOf(sign) {
    var code = sign.codePointAt(0);
    return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  function terms(folded) {
    var signs = Array.from(folded), found = [], i = 0;
    while (i < signs.length) {
      if (PAIRED.test(signs[i])) {
        found.push(i + 1 < signs.length && PAIRED.test(signs[i + 1]) ? signs[i] + signs[i + 1] : signs[i]);
        ++i;
      } else if (LETTER.test(signs[i])) {
        var word = '', bytes = 0;
        for (; i < signs.length && LETTER.test(signs[i]) && !PAIRED.test(signs[i]); ++i) {
          if (bytes + bytesOf(signs[i]) > LONGEST_WORD) continue;
          word += signs[i];
          bytes += bytesOf(signs[i]);
        }
        found.push(word);
      } else {
        ++i;
      }
    }
    return found;
  }

  global.shirubeSearch = { fold: fold, foldWithPlaces: foldWithPlaces, terms: terms };
})(typeof window === 'undefined' ? globalThis : window);
