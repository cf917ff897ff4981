// The search itself, without a page: folding, terms, the index's shards, ranking. search-box.js shows it. Folding and
// terms are those of generator/render/search; tests/render/search/fold.txt holds both to the same answers.
(function (global) {
  'use strict';

  // ---- folding ----
  var KATAKANA = /[\u30a1-\u30fa\u30fc\u31f0-\u31ff]/;
  var PAIRED = /[\u3005-\u3007\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\u{20000}-\u{3ffff}]/u;
  var LETTER = /[\p{L}\p{Nd}]/u;
  // What belongs to the sign before it: combining marks, half-width sound marks, letters of Hangul.
  var CLUSTER = /[\s\S][\p{M}\uff9e\uff9f\u1160-\u11ff\u3131-\u318e\uffa0-\uffdc]*/gu;
  var LONGEST_WORD = 40;  // bytes in UTF-8

  function lower(text) {
    return text.toLowerCase().replace(/ς/g, 'σ').replace(/ß/g, 'ss').replace(/[\u0345\u1f80-\u1ffc]/g, function (sign) {
      return sign.normalize('NFD').replace('\u0345', 'ι');
    });
  }
  function asHiragana(sign) {
    var code = sign.charCodeAt(0);
    var moves = (code >= 0x30a1 && code <= 0x30f6) || code === 0x30fd || code === 0x30fe;
    return moves ? String.fromCharCode(code - 0x60) : sign;
  }

  // Most signs of a text have stood there before.
  var foldings = new Map();
  function foldCluster(cluster) {
    var signs = foldings.get(cluster);
    if (!signs) {
      signs = Array.from(lower(cluster.normalize('NFKC')).normalize('NFKC'));
      foldings.set(cluster, signs);
    }
    return signs;
  }

  // The whole text at once, by what the browser brings along; foldWithPlaces() comes to the same, sign by sign.
  var LONG_END = new RegExp('(' + KATAKANA.source + '{3,})ー(?!' + KATAKANA.source + ')', 'g');
  function fold(text) {
    return lower(text.normalize('NFKC')).normalize('NFKC').replace(LONG_END, '$1').replace(/[\u30a1-\u30fe]/g, asHiragana);
  }

  // The folded text, and for each of its UTF-16 units where it stands in the text: from starts[i] to ends[i].
  function foldWithPlaces(text) {
    var signs = [], starts = [], ends = [], place = 0;
    (text.match(CLUSTER) || []).forEach(function (cluster) {
      foldCluster(cluster).forEach(function (sign) {
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

  // ---- the index: one directory, and shards that are loaded as scripts when a query asks for them ----
  var SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  var BASE = 32, LEVELS = 8;
  var index = null, shards = {}, waiting = {}, loadScript = null, missed = false, asked = '';

  var DIGITS = new Uint8Array(128);
  Array.from(SIGNS).forEach(function (sign, digit) { DIGITS[sign.charCodeAt(0)] = digit; });
  function numbers(text) {
    var out = [], number = 0, place = 1;
    for (var i = 0; i < text.length; ++i) {
      var digit = DIGITS[text.charCodeAt(i)];
      number += (digit % BASE) * place;
      if (digit >= BASE) { place *= BASE; continue; }
      out.push(number);
      number = 0;
      place = 1;
    }
    return out;
  }
  // As the bytes of UTF-8 sort; UTF-16 puts signs beyond U+FFFF elsewhere.
  function compare(a, b) {
    for (var i = 0; ; ) {
      var x = a.codePointAt(i), y = b.codePointAt(i);
      if (x !== y) return x === undefined ? -1 : y === undefined ? 1 : x - y;
      if (x === undefined) return 0;
      i += x > 0xffff ? 2 : 1;
    }
  }

  function settle(name, value) {
    shards[name] = value;
    (waiting[name] || []).forEach(function (done) { done(value); });
    delete waiting[name];
  }
  // A shard that cannot be loaded counts as empty: the rest of the answer is better than none.
  function load(name, empty) {
    return new Promise(function (done) {
      if (name in shards) return done(shards[name]);
      if (waiting[name]) return void waiting[name].push(done);
      waiting[name] = [done];
      if (!loadScript) return settle(name, empty);  // all there is was brought along
      var address = index ? index.version + '/' + name + '.js' : name + '.js' + (asked ? '?after=' + asked : '');
      setTimeout(loadScript, 0, address, function () {
        if (name in shards) return;
        missed = true;
        settle(name, empty);
      });
    });
  }
  // The handbook may have been published anew since this page was opened; then its shards have other addresses. Gives
  // whether that is so, and the new index is at hand.
  function openAnew() {
    var old = index;
    missed = false;
    if (!old) return Promise.resolve(false);
    asked = old.version;
    index = null;
    delete shards.index;
    return load('index', null).then(function () {
      if (!index) settle('index', index = old);
      if (index.version === old.version) return false;
      Object.keys(shards).forEach(function (name) { if (name !== 'index') delete shards[name]; });
      return true;
    });
  }
  function open(directory) {
    index = directory;
    index.sectionOf = [];
    index.kindOf = [];
    index.runs.forEach(function (run) {
      for (var i = 0; i < run[2]; ++i) { index.sectionOf.push(run[0]); index.kindOf.push(run[1]); }
    });
    index.textsFrom = [0];
    numbers(index.texts).forEach(function (count) {
      index.textsFrom.push(index.textsFrom[index.textsFrom.length - 1] + count);
    });
    settle('index', directory);
  }
  function take(kind, number, version, body) {
    if (index && version !== index.version) return;  // of another edition
    settle(kind + '-' + number, body);
  }
  // A group is `word postings`, or a first sign with its own postings and then each second sign with those of the pair.
  function readGroup(group, postings) {
    var space = group.indexOf(' ');
    if (space >= 0) return void postings.set(group.slice(0, space), group.slice(space + 1));
    var head = '';
    (group.match(/[^\x00-\x7f][\w-]*/gu) || []).forEach(function (piece) {
      var sign = piece.match(/^[^]/u)[0], list = piece.slice(sign.length);
      if (list) postings.set(head + sign, list);
      if (!head) head = sign;
    });
  }
  // The terms of a shard's groups that begin with `start`, each with its postings. The groups are sorted.
  function readTerms(body, start) {
    var postings = new Map(), at = body.startsWith(start) ? 0 : body.indexOf(',' + start) + 1, end;
    for (; body.startsWith(start, at) && at < body.length; at = end + 1) {
      end = body.indexOf(',', at);
      if (end < 0) end = body.length;
      readGroup(body.slice(at, end), postings);
    }
    return postings;
  }

  // The last of `list` (sorted by `after`) that does not lie after what is looked for.
  function lastNotAfter(list, after) {
    var low = 0, high = list.length;
    while (low < high) {
      var middle = (low + high) >> 1;
      if (after(list[middle])) high = middle;
      else low = middle + 1;
    }
    return Math.max(0, low - 1);
  }
  function shardOf(term) {
    return lastNotAfter(index.terms, function (first) { return compare(first, term) > 0; });
  }

  // ---- a query ----
  // Between the steps of an answer, so that none of them keeps a slow phone from answering a touch.
  function pause(value) {
    return new Promise(function (done) { setTimeout(done, 0, value); });
  }

  var MOST_TERMS = 10;       // of a query's part; a longer one is asked by terms taken evenly from it
  var MOST_OF_SYNONYM = 5;   // the same for what may stand for the part
  var MOST_SHARDS = 3;       // that a beginning of a word may reach into
  var FEW = 3;               // good entries, below which others are shown too
  var SYNONYM = 0.8, BEGINNING = 0.7, TYPO = 0.5;

  function evenly(list, most) {
    if (list.length <= most) return list;
    return Array.from({ length: most }, function (_, i) { return list[Math.floor(i * list.length / most)]; });
  }
  // What a part asks for. The last sign of a run stands in the index alone, but a query's need not be the last there.
  function questions(folded, last, most) {
    var found = [], list = terms(folded);
    list.forEach(function (term, i) {
      var signs = Array.from(term);
      if (!PAIRED.test(signs[0])) return void found.push({ term: term, word: true, open: last && i === list.length - 1 });
      if (signs.length === 2) return void found.push({ term: term });
      var before = i > 0 ? Array.from(list[i - 1]) : [];
      if (before.length !== 2 || before[1] !== term) found.push({ term: term, open: true });
    });
    return evenly(found.filter(function (question, i) {
      return found.findIndex(function (other) { return other.term === question.term; }) === i;
    }), most);
  }
  // Each part of the query with what may stand for it.
  function partsOf(query) {
    var parts = fold(query.slice(0, 200)).split(/\s+/).filter(function (part) { return terms(part).length > 0; }).slice(0, 8);
    return parts.map(function (part, i) {
      var readings = [{ text: part, weight: 1 }];
      index.synonyms.forEach(function (names) {
        names.forEach(function (name) {
          var whole = name === part;
          if (!whole && (Array.from(name).length < 3 || part.indexOf(name) < 0)) return;
          names.forEach(function (other) {
            var text = whole ? other : part.replace(name, function () { return other; });
            if (other !== name && readings.length < 5 && !readings.some(function (r) { return r.text === text; })) {
              readings.push({ text: text, weight: SYNONYM });
            }
          });
        });
      });
      readings.forEach(function (reading, number) {
        reading.questions = questions(reading.text, i === parts.length - 1, number === 0 ? MOST_TERMS : MOST_OF_SYNONYM);
      });
      return { text: part, readings: readings };
    });
  }

  // Optimal string alignment: swapped neighbours count once. Anything above `most` is most + 1.
  function distance(a, b, most) {
    if (Math.abs(a.length - b.length) > most) return most + 1;
    var before = [], last = [], row;
    for (var j = 0; j <= b.length; ++j) last.push(j);
    for (var i = 1; i <= a.length; ++i) {
      row = [i];
      for (j = 1; j <= b.length; ++j) {
        row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
      }
      before = last;
      last = row;
    }
    return last[b.length];
  }

  function shardsFor(question) {
    var first = shardOf(question.term), last = first;
    if (question.open) last = Math.min(shardOf(question.term + '\u{10ffff}'), first + MOST_SHARDS - 1);
    var numbers = [];
    for (var i = first; i <= last; ++i) numbers.push(i);
    return numbers;
  }
  function loadTerms(numbers, start) {
    return Promise.all(numbers.map(function (number) { return load('terms-' + number, ''); })).then(function (bodies) {
      return bodies.map(function (body) { return readTerms(body, start); });
    });
  }

  // Entries and their weights for one term, added to those of `hits` if that is more.
  function collect(term, factor, maps, hits) {
    maps.forEach(function (map) {
      var text = map.get(term);
      if (text === undefined) return;
      var entry = -1, list = numbers(text);
      var rarity = Math.log(1 + (index.entries - list.length + 0.5) / (list.length + 0.5));
      list.forEach(function (number) {
        entry += Math.floor(number / LEVELS) + 1;
        var score = factor * rarity * (number % LEVELS + 1) / LEVELS;
        if (score > (hits.get(entry) || 0)) hits.set(entry, score);
      });
    });
  }
  // The same first letter, or another one if the shard is at hand: what is far off costs too much to load.
  function similar(term, maps) {
    var most = term.length >= 8 ? 2 : term.length >= 4 ? 1 : 0, found = [];
    if (most === 0 || !/^[a-z]/.test(term)) return found;
    maps.forEach(function (map) {
      map.forEach(function (_, word) {
        if (/^[a-z]/.test(word) && distance(term, word, most) <= most) found.push(word);
      });
    });
    return found;
  }

  function answer(question) {
    var hits = new Map();
    var start = question.open ? question.term : question.word ? question.term + ' ' : question.term.match(/^[^]/u)[0];
    return loadTerms(shardsFor(question), start).then(function (maps) {
      collect(question.term, 1, maps, hits);
      if (question.open) {
        maps.forEach(function (map) {
          map.forEach(function (_, term) {
            if (term.length > question.term.length && term.indexOf(question.term) === 0) {
              collect(term, question.word ? BEGINNING : 1, maps, hits);
            }
          });
        });
      }
      if (hits.size > 0 || !question.word) return hits;
      var letter = question.term[0];
      var first = shardOf(letter), last = Math.min(shardOf(letter + '\u{10ffff}'), first + MOST_SHARDS - 1), near = [];
      for (var i = first; i <= last; ++i) near.push(i);
      return loadTerms(near, '').then(function (more) {
        similar(question.term, more).forEach(function (word) {
          collect(word, TYPO, more, hits);
          (question.instead = question.instead || []).push(word);
        });
        return hits;
      });
    });
  }

  // Of all terms of a reading most must be there: an entry with half of the pairs is about something else. Unless there
  // is hardly anything better.
  function answerReading(reading) {
    return Promise.all(reading.questions.map(answer)).then(function (lists) {
      var sums = new Map(), counts = new Map();
      lists.forEach(function (hits) {
        hits.forEach(function (score, entry) {
          sums.set(entry, (sums.get(entry) || 0) + score);
          counts.set(entry, (counts.get(entry) || 0) + 1);
        });
      });
      var needed = Math.ceil(lists.length * 0.6), strict = new Map(), loose = new Map();
      sums.forEach(function (score, entry) {
        var share = counts.get(entry) / lists.length;
        score *= share * share * reading.weight;
        loose.set(entry, score);
        if (counts.get(entry) >= needed) strict.set(entry, score);
      });
      return strict.size >= FEW ? strict : loose;
    });
  }
  function answerPart(part) {
    return Promise.all(part.readings.map(answerReading)).then(function (all) {
      var best = new Map();
      all.forEach(function (sums) {
        sums.forEach(function (score, entry) { best.set(entry, Math.max(score, best.get(entry) || 0)); });
      });
      return best;
    });
  }

  // ---- the found entries, looked at closely ----
  // What to mark: the readings of every part, and words that stood in for a mistyped one.
  function needles(parts) {
    var found = [];
    parts.forEach(function (part) {
      part.readings.forEach(function (reading) {
        found.push({ text: reading.text, weight: reading.weight, whole: true });
        reading.questions.forEach(function (question) {
          if (question.word) found.push({ text: question.term, weight: 0.3 });
          (question.instead || []).forEach(function (word) { found.push({ text: word, weight: TYPO }); });
        });
        if (reading.questions.length > 1) {
          reading.questions.forEach(function (question) {
            if (!question.word) found.push({ text: question.term, weight: 0.05 });
          });
        }
      });
    });
    return found;
  }
  function closeness(folded, needle) {
    if (folded === needle.text) return 1;
    var at = folded.indexOf(needle.text);
    return at < 0 ? 0 : at === 0 ? 0.7 : 0.6;
  }
  // How well title, headings and texts hold what was asked for, and which passage does best.
  function inspect(entry, number, score, wanted) {
    var title = fold(entry[1]), bonus = 0, best = 0, passage = 0, whole = false;
    wanted.forEach(function (needle) {
      if (needle.whole) bonus = Math.max(bonus, needle.weight * closeness(title, needle) * 2.5);
    });
    entry[2].forEach(function (each, i) {
      var heading = fold(each[1]), text = fold(each[2]), points = 0;
      wanted.forEach(function (needle) {
        points += needle.weight * ((heading && closeness(heading, needle) * 3) + (text.indexOf(needle.text) < 0 ? 0 : 1));
        if (needle.whole && needle.weight === 1 && (heading + ' ' + text).indexOf(needle.text) >= 0) whole = true;
      });
      if (points > best) { best = points; passage = i; }
    });
    return {
      number: number, path: entry[0], title: entry[1], passage: entry[2][passage],
      kind: index.kindOf[number], section: index.sections[index.sectionOf[number]],
      score: score * (1 + bonus + Math.min(best, 4) * 0.3 + (whole ? 0.5 : 0)),
    };
  }
  function textShard(number) {
    return lastNotAfter(index.textsFrom, function (from) { return from > number; });
  }
  function loadEntry(number) {
    var shard = textShard(number);
    return load('texts-' + shard, []).then(function (entries) { return entries[number - index.textsFrom[shard]]; });
  }

  // filter: {section, kind} as numbers, each may be missing. Gives {results, total, marks}; results are the best `most`.
  function search(query, filter, most) {
    return ask(query, filter, most).then(function (found) {
      if (!missed) return found;
      return openAnew().then(function (isNew) { return isNew ? ask(query, filter, most) : found; });
    });
  }
  function ask(query, filter, most) {
    return load('index', null).then(pause).then(function () {
      if (!index) return { results: [], total: 0, marks: [], failed: true };
      var parts = partsOf(query);
      return Promise.all(parts.map(answerPart)).then(pause).then(function (all) {
        var scores = new Map(), counts = new Map();
        all.forEach(function (best) {
          best.forEach(function (score, entry) {
            scores.set(entry, (scores.get(entry) || 0) + score);
            counts.set(entry, (counts.get(entry) || 0) + 1);
          });
        });
        var found = [];
        scores.forEach(function (score, entry) {
          if (filter && filter.section !== undefined && index.sectionOf[entry] !== filter.section) return;
          if (filter && filter.kind !== undefined && index.kindOf[entry] !== filter.kind) return;
          var share = counts.get(entry) / parts.length;
          found.push({ entry: entry, score: score * share * share });
        });
        found.sort(function (a, b) { return b.score - a.score || a.entry - b.entry; });
        var wanted = needles(parts);
        return Promise.all(found.slice(0, most).map(function (each) {
          return loadEntry(each.entry).then(pause).then(function (entry) {
            return entry && inspect(entry, each.entry, each.score, wanted);
          });
        })).then(pause).then(function (results) {
          results = results.filter(Boolean).sort(function (a, b) { return b.score - a.score || a.number - b.number; });
          return { results: results, total: found.length, marks: marksOf(parts) };
        });
      });
    });
  }

  // ---- excerpts ----
  function marksOf(parts) {
    var marks = [];
    parts.forEach(function (part) {
      part.readings.forEach(function (reading) {
        marks.push(reading.text);
        reading.questions.forEach(function (question) {
          if (question.word) marks.push(question.term);
          (question.instead || []).forEach(function (word) { marks.push(word); });
        });
      });
    });
    return marks.filter(function (mark, i) { return mark && marks.indexOf(mark) === i; });
  }
  // The text in pieces, every other one to be marked: [plain, marked, plain, …].
  function pieces(text, marks) {
    var folded = foldWithPlaces(text), spans = [];
    marks.forEach(function (mark) {
      for (var at = folded.text.indexOf(mark); at >= 0; at = folded.text.indexOf(mark, at + mark.length)) {
        spans.push([folded.starts[at], folded.ends[at + mark.length - 1]]);
      }
    });
    spans.sort(function (a, b) { return a[0] - b[0] || b[1] - a[1]; });
    var out = [], place = 0;
    spans.forEach(function (span) {
      if (span[0] < place) return;
      out.push(text.slice(place, span[0]), text.slice(span[0], span[1]));
      place = span[1];
    });
    out.push(text.slice(place));
    return out;
  }
  // Where the first of the marks stands in the text; 0 if none does.
  function firstMark(text, marks) {
    var folded = fold(text), first = Infinity;
    marks.forEach(function (mark) {
      var at = folded.indexOf(mark);
      if (at >= 0) first = Math.min(first, at);
    });
    if (first === Infinity) return 0;
    var low = 0, high = text.length;
    while (low < high) {
      var middle = (low + high) >> 1;
      if (fold(text.slice(0, middle)).length > first) high = middle;
      else low = middle + 1;
    }
    return Math.max(0, low - 1);
  }
  // About `length` signs round the first mark, from the beginning of its sentence if that is near.
  function excerpt(text, marks, length) {
    var at = firstMark(text, marks);
    var begin = Math.max(0, at - Math.floor(length / 3));
    var sentence = Math.max(text.lastIndexOf('。', at - 1), text.lastIndexOf('. ', at - 1)) + 1;
    if (at < length * 0.6) begin = 0;
    else if (sentence > begin - length / 4) begin = sentence;
    var end = Math.min(text.length, begin + length);
    if (/[\udc00-\udfff]/.test(text[begin] || '')) --begin;
    if (/[\udc00-\udfff]/.test(text[end] || '')) ++end;
    var out = pieces(text.slice(begin, end).trim(), marks);
    if (begin > 0) out[0] = '…' + out[0];
    if (end < text.length) out[out.length - 1] += '…';
    return out;
  }

  global.shirubeSearch = {
    fold: fold, foldWithPlaces: foldWithPlaces, terms: terms, numbers: numbers, distance: distance, pieces: pieces,
    excerpt: excerpt, search: search, open: open, take: take,
    // loader(name, failed) adds the script search/<name>; it calls `failed` if there is none.
    useLoader: function (loader) { loadScript = loader; },
    directory: function () { return load('index', null); },
  };
})(typeof window === 'undefined' ? globalThis : window);
