// What formulas mean, in the browser and in node: the methods that generated formulas call, with the results of the
// generator's own evaluation. A value is a number, a text, a truth value, null for a blank cell, one of `errors`, or an
// array of these for a column.
(function (root) {
  'use strict';
  var PRECISION = 15;

  function FormulaError(text) { this.text = text; }
  FormulaError.prototype.toString = function () { return this.text; };
  var errors = {
    divideByZero: new FormulaError('#DIV/0!'), value: new FormulaError('#VALUE!'), name: new FormulaError('#NAME?'),
    number: new FormulaError('#NUM!'), missing: new FormulaError('#N/A'), reference: new FormulaError('#REF!')
  };
  // What was read from cells; of those an aggregate takes the numbers alone.
  function Cells(value) { this.value = value; }
  function plain(operand) { return operand instanceof Cells ? operand.value : operand; }
  function isError(value) { return value instanceof FormulaError; }
  function isText(value) { return typeof value === 'string'; }
  function isNumber(value) { return typeof value === 'number'; }
  function kind(value) {
    return value === null ? 'blank' : Array.isArray(value) ? 'column' : isError(value) ? 'error' : typeof value;
  }

  // ---- decimals: what people see has 15 digits ----
  // 0.d1d2d3… × 10^point, without a sign; d1 is not 0.
  function decompose(number) {
    var size = Math.abs(number);
    var text = size.toExponential(PRECISION - 1);
    var longer = size.toExponential(60);
    // Exactly between two: JavaScript takes the larger one, we take the even one.
    if (/^\d\.\d{14}50*e/.test(longer) && /[02468]$/.test(longer.slice(0, 16))) text = longer.slice(0, 16) + longer.slice(longer.indexOf('e'));
    var e = text.indexOf('e');
    return { digits: text.slice(0, e).replace('.', ''), point: Number(text.slice(e + 1)) + 1 };
  }
  function compose(digits, point, negative) { return Number((negative ? '-' : '') + '0.' + digits + 'e' + point); }
  // The digits one unit in the last place up, as [digits, point].
  function raised(digits, point) {
    var list = digits.split('');
    for (var i = list.length - 1; i >= 0; --i) {
      if (list[i] !== '9') {
        list[i] = String(Number(list[i]) + 1);
        return [list.join(''), point];
      }
      list[i] = '0';
    }
    return ['1' + list.join(''), point + 1];
  }
  function roundDecimal(number, decimals, rounding) {
    if (number === 0) return 0;
    var places = Math.max(-400, Math.min(400, Math.trunc(decimals)));
    var decimal = decompose(number);
    var kept = decimal.point + places;
    if (kept >= PRECISION) return number;
    var up = rounding === 'up';
    if (rounding === 'half') up = kept >= 0 && decimal.digits[kept] >= '5';
    if (kept <= 0) return up ? compose('1', 1 - places, number < 0) : 0;
    if (rounding === 'up') up = /[1-9]/.test(decimal.digits.slice(kept));
    var result = [decimal.digits.slice(0, kept), decimal.point];
    if (up) result = raised(result[0], result[1]);
    return compose(result[0], result[1], number < 0);
  }
  function numberToText(number) {
    var widest = 20;
    if (number === 0) return '0';
    var sign = number < 0 ? '-' : '';
    var decimal = decompose(number);
    var digits = decimal.digits.replace(/0+$/, '');
    var point = decimal.point;
    if (point > widest || digits.length - point > widest) {
      var exponent = String(Math.abs(point - 1));
      return sign + digits[0] + (digits.length > 1 ? '.' + digits.slice(1) : '') + 'E' + (point < 1 ? '-' : '+') +
        (exponent.length < 2 ? '0' : '') + exponent;
    }
    if (point <= 0) return sign + '0.' + '0'.repeat(-point) + digits;
    if (digits.length <= point) return sign + digits + '0'.repeat(point - digits.length);
    return sign + digits.slice(0, point) + '.' + digits.slice(point);
  }
  // null for what is no number.
  function textToNumber(text) {
    var found = /^ *([+-]?)((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d*)?|\.\d+)([eE][+-]?\d+)?(%?) *$/.exec(text);
    if (!found) return null;
    var mantissa = found[2].replace(/,/g, '');
    var number = Number(mantissa + (found[3] || ''));
    if (!isFinite(number) || (number === 0 && /[1-9]/.test(mantissa))) return null;
    if (found[4]) number /= 100;
    return found[1] === '-' ? -number : number;
  }
  function nearlyEqual(a, b) {
    if (a === b) return true;
    if (a === 0 || b === 0) return false;
    var x = Math.abs(a), y = Math.abs(b), exact = 9007199254740992;
    if (x <= exact && y <= exact && a === Math.floor(a) && b === Math.floor(b)) return false;
    return Math.abs(a - b) < Math.min(x, y) * Math.pow(2, -48);
  }
  // On the 15 digits: 4.35 * 100 is 435.
  function floorDecimal(number) { return roundDecimal(number, 0, number < 0 ? 'up' : 'down'); }
  // A date is the number of its day; 25569 is 1 January 1970. Month from 0, and any month and day of a year.
  var EPOCH = 25569, DAY = 86400000;
  function serial(year, month, day) { return Date.UTC(year, month, day) / DAY + EPOCH; }
  function dayOrError(day) { return day >= 61 && day <= 2958465 ? day : errors.number; }
  function finite(number) { return isFinite(number) ? number + 0 || 0 : errors.number; }

  // ---- number formats: Excel's notation, already accepted by the generator ----
  function readSection(text) {
    var section = { before: '', after: '', digits: false, grouped: false, shift: 0, leastWhole: 0, leastDecimals: 0, mostDecimals: 0 };
    // A comma before a digit groups, one behind the last digit of the whole part divides by 1000.
    var found = /^((?:"[^"]*"|\\[^]|[^0#"\\])*)([0#,]*)(?:\.([0#]*)(,*))?([^]*)$/.exec(text);
    var whole = found[2], decimals = found[3] || '';
    section.digits = whole + decimals !== '';
    section.grouped = /,[0#]/.test(whole);
    section.shift = -3 * (/,*$/.exec(whole)[0].length + (found[4] || '').length);
    section.leastWhole = whole.replace(/[^0]/g, '').length;
    section.leastDecimals = decimals.replace(/[^0]/g, '').length;
    section.mostDecimals = decimals.length;
    function literal(part) {
      return part.replace(/"([^"]*)"|\\([^])|%/gu, function (all, quoted, escaped) {
        if (all === '%') section.shift += 2;
        return quoted !== undefined ? quoted : escaped !== undefined ? escaped : all;
      });
    }
    section.before = literal(found[1]);
    section.after = literal(found[5]);
    return section;
  }
  function readFormat(format) {
    return (format.match(/(?:"[^"]*"|\\[^]|[^;"\\])+|(?:^|;)(?=;|$)/g) || ['']).map(function (text) {
      return readSection(text === ';' ? '' : text);
    });
  }
  function sectionText(section, magnitude) {
    var digits = '', point = 0;
    if (magnitude !== 0) {
      var decimal = decompose(magnitude);
      point = decimal.point + section.shift;
      var kept = point + section.mostDecimals;
      digits = decimal.digits;
      if (kept < 0) {
        digits = '';
      } else if (kept < digits.length) {
        var up = digits[kept] >= '5';
        var result = kept > 0 ? [digits.slice(0, kept), point] : ['', point];
        if (up) result = kept > 0 ? raised(result[0], result[1]) : ['1', point + 1];
        digits = result[0];
        point = result[1];
      }
      digits = digits.replace(/0+$/, '');
    }
    if (digits === '') point = 0;
    function digit(place) { return digits[place + point] || '0'; }
    var whole = '', decimals = '';
    for (var place = -Math.max(point, section.leastWhole); place < 0; ++place) whole += digit(place);
    for (place = 0; place < section.mostDecimals; ++place) decimals += digit(place);
    while (decimals.length > section.leastDecimals && decimals[decimals.length - 1] === '0') decimals = decimals.slice(0, -1);
    if (section.grouped) whole = whole.replace(/\B(?=(\d{3})+$)/g, ',');
    return { text: whole + (decimals ? '.' + decimals : ''), zero: digits === '' };
  }
  // The text that the page and the cell show.
  function formatNumber(format, number) {
    if (!isNumber(number) || !isFinite(number)) return '—';
    var sections = readFormat(format), count = sections.length;
    var section = sections[number < 0 && count > 1 ? 1 : number === 0 && count > 2 ? 2 : 0];
    var shown = section.digits ? sectionText(section, Math.abs(number)) : { text: '', zero: false };
    return (number < 0 && count === 1 && !shown.zero ? '-' : '') + section.before + shown.text + section.after;
  }

  // ---- texts ----
  function foldOne(point) {
    if (point === 'ı') return point;
    var code = point.codePointAt(0);  // Cherokee alone folds to its capitals
    if (code >= 0x13A0 && code <= 0x13F5) return point;
    if (code >= 0x13F8 && code <= 0x13FD) return String.fromCodePoint(code - 8);
    if (code >= 0xAB70 && code <= 0xABBF) return String.fromCodePoint(code - 0x97D0);
    return point.toLowerCase().toUpperCase().toLowerCase();
  }
  function fold(text) { return Array.from(text, foldOne).join(''); }
  function compareTexts(left, right) {
    var a = Array.from(fold(left)), b = Array.from(fold(right));
    for (var i = 0; i < a.length && i < b.length; ++i) {
      if (a[i] !== b[i]) return a[i].codePointAt(0) - b[i].codePointAt(0);
    }
    return a.length - b.length;
  }
  function matchesPattern(text, pattern) {
    var points = Array.from(fold(text)), written = Array.from(fold(pattern)), signs = [];
    for (var i = 0; i < written.length; ++i) {
      if (written[i] === '~' && /^[*?~]$/.test(written[i + 1] || '')) signs.push({ exact: written[++i] });
      else if (written[i] === '*') signs.push({ many: true });
      else signs.push(written[i] === '?' ? { one: true } : { exact: written[i] });
    }
    var at = 0, sign = 0, retryAt = -1, retrySign = -1;
    while (at < points.length) {
      if (sign < signs.length && signs[sign].many) {
        retryAt = at;
        retrySign = ++sign;
      } else if (sign < signs.length && (signs[sign].one || signs[sign].exact === points[at])) {
        ++at;
        ++sign;
      } else if (retryAt >= 0) {
        at = ++retryAt;
        sign = retrySign;
      } else {
        return false;
      }
    }
    while (sign < signs.length && signs[sign].many) ++sign;
    return sign === signs.length;
  }

  // ---- conversions; an error is given back ----
  function toNumber(value) {
    if (isNumber(value) || isError(value)) return value;
    if (value === null) return 0;
    if (typeof value === 'boolean') return value ? 1 : 0;
    var number = isText(value) ? textToNumber(value) : null;
    return number === null ? errors.value : number;
  }
  function toText(value) {
    if (isText(value) || isError(value)) return value;
    if (value === null) return '';
    if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
    return isNumber(value) ? numberToText(value) : errors.value;
  }
  function toTruth(value) {
    if (typeof value === 'boolean' || isError(value)) return value;
    if (value === null) return false;
    if (isNumber(value)) return value !== 0;
    if (isText(value) && compareTexts(value, 'TRUE') === 0) return true;
    if (isText(value) && compareTexts(value, 'FALSE') === 0) return false;
    return errors.value;
  }
  function filled(blank, other) {
    if (blank !== null) return blank;
    return isText(other) ? '' : typeof other === 'boolean' ? false : 0;
  }
  function rank(value) { return isNumber(value) ? 0 : isText(value) ? 1 : 2; }
  function compare(left, right) {
    var a = filled(left, right), b = filled(right, left);
    if (rank(a) !== rank(b)) return rank(a) - rank(b);
    if (isNumber(a)) return nearlyEqual(a, b) ? 0 : a < b ? -1 : 1;
    return isText(a) ? compareTexts(a, b) : Number(a) - Number(b);
  }

  // ---- criteria of COUNTIF and SUMIF ----
  function criterion(value) {
    var operand = value === null ? 0 : value, relation = '=', written = false;
    if (isText(value)) {
      var found = /^(<>|<=|>=|=|<|>)?([^]*)$/.exec(value);
      written = found[1] !== undefined;
      relation = found[1] || '=';
      operand = textToNumber(found[2]);
      if (operand === null) {
        operand = compareTexts(found[2], 'TRUE') === 0 ? true : compareTexts(found[2], 'FALSE') === 0 ? false : found[2];
      }
    }
    function matches(cell) {
      if (operand === '') return cell === null || (!written && cell === '');
      if (isText(operand)) return isText(cell) && matchesPattern(cell, operand);
      if (!isNumber(operand)) return cell === operand;
      var number = isText(cell) ? textToNumber(cell) : isNumber(cell) ? cell : null;
      return number !== null && nearlyEqual(number, operand);
    }
    return function (cell) {
      if (relation === '=') return matches(cell);
      if (relation === '<>') return !matches(cell);
      if (kind(cell) !== kind(operand)) return false;
      var order = compare(cell, operand);
      return relation === '<' ? order < 0 : relation === '<=' ? order <= 0 : relation === '>' ? order > 0 : order >= 0;
    };
  }

  // ---- calling ----
  // A method of single values: the first error is the result, a column is #VALUE!.
  function single(work) {
    return function () {
      var values = Array.prototype.map.call(arguments, plain);
      var error = values.find(isError);
      if (error) return error;
      return values.some(Array.isArray) ? errors.value : work.apply(null, values);
    };
  }
  function ofNumbers(work) {
    return single(function () {
      var numbers = Array.prototype.map.call(arguments, toNumber);
      return numbers.find(isError) || work.apply(null, numbers);
    });
  }
  function comparison(holds) { return single(function (a, b) { return holds(compare(a, b)); }); }
  // One value of a function that takes columns elsewhere.
  function one(operand) {
    var value = plain(operand);
    return Array.isArray(value) ? errors.value : value;
  }
  function column(operand) {
    var value = plain(operand);
    return Array.isArray(value) ? value : [value];
  }
  // Row by row; a column that is shorter than another ends in #N/A.
  function rows(work) {
    var operands = Array.prototype.slice.call(arguments, 1).map(plain);
    var columns = operands.filter(Array.isArray);
    if (columns.length === 0) return work.apply(null, operands);
    var length = Math.max.apply(null, columns.map(function (cells) { return cells.length; }));
    return Array.from({ length: length }, function (_, i) {
      return work.apply(null, operands.map(function (operand) {
        return !Array.isArray(operand) ? operand : i < operand.length ? operand[i] : errors.missing;
      }));
    });
  }
  // Numbers in cells, and whatever is written in place and can be one; or an error.
  function collect(operands) {
    var numbers = [];
    for (var i = 0; i < operands.length; ++i) {
      var value = plain(operands[i]);
      var fromCells = operands[i] instanceof Cells || Array.isArray(value);
      var cells = Array.isArray(value) ? value : [value];
      for (var k = 0; k < cells.length; ++k) {
        if (fromCells && !isNumber(cells[k]) && !isError(cells[k])) continue;
        var number = toNumber(cells[k]);
        if (isError(number)) return number;
        numbers.push(number);
      }
    }
    return numbers;
  }
  function aggregate(work) {
    return function () {
      var numbers = collect(arguments);
      return isError(numbers) ? numbers : work(numbers);
    };
  }
  // A compensated sum: the order of the rows does not show.
  function total(numbers) {
    var sum = 0, lost = 0;
    numbers.forEach(function (value) {
      var next = sum + value;
      lost += Math.abs(sum) >= Math.abs(value) ? (sum - next) + value : (value - next) + sum;
      sum = next;
    });
    return isFinite(sum) ? sum + lost : sum;
  }
  function truths(operands) {
    var found = { all: true, any: false, error: errors.value }, first = true;
    for (var i = 0; i < operands.length; ++i) {
      var value = plain(operands[i]);
      var fromCells = operands[i] instanceof Cells || Array.isArray(value);
      var cells = Array.isArray(value) ? value : [value];
      for (var k = 0; k < cells.length; ++k) {
        if (fromCells && (cells[k] === null || isText(cells[k]))) continue;
        var truth = toTruth(cells[k]);
        if (isError(truth)) return { error: truth };
        if (first) found.error = null;
        first = false;
        found.all = found.all && truth;
        found.any = found.any || truth;
      }
    }
    return found;
  }
  function count(operands, takes) {
    return Array.prototype.reduce.call(operands, function (sum, operand) {
      var value = plain(operand);
      if (Array.isArray(value)) return sum + value.filter(function (cell) { return takes(cell, true); }).length;
      return sum + (takes(value, operand instanceof Cells) ? 1 : 0);
    }, 0);
  }
  // As in expression/reach.cpp.
  function slack(value, goal) { return 1e-9 * Math.max(0.001, Math.abs(value), Math.abs(goal)); }

  function rounding(way) {
    return ofNumbers(function (number, decimals) { return finite(roundDecimal(number, decimals, way)); });
  }
  var sum = aggregate(function (numbers) { return finite(total(numbers)); });

  root.shirubeFormula = {
    errors: errors, isError: isError, numberToText: numberToText, textToNumber: textToNumber, formatNumber: formatNumber, fold: fold,
    roundDecimal: roundDecimal, rows: rows,
    cells: function (value) { return new Cells(value); },
    result: function (operand) {
      var value = plain(operand);
      return value === null ? 0 : Array.isArray(value) ? errors.value : value;
    },

    add: ofNumbers(function (a, b) { return nearlyEqual(a, -b) ? 0 : finite(a + b); }),
    subtract: ofNumbers(function (a, b) { return nearlyEqual(a, b) ? 0 : finite(a - b); }),
    multiply: ofNumbers(function (a, b) { return finite(a * b); }),
    divide: ofNumbers(function (a, b) { return b === 0 ? errors.divideByZero : finite(a / b); }),
    power: ofNumbers(function (a, b) {
      if (a === 0 && b === 0) return errors.number;
      return a === 0 && b < 0 ? errors.divideByZero : finite(Math.pow(a, b));
    }),
    concatenate: single(function (a, b) { return toText(a) + toText(b); }),
    equal: comparison(function (order) { return order === 0; }),
    notEqual: comparison(function (order) { return order !== 0; }),
    less: comparison(function (order) { return order < 0; }),
    lessEqual: comparison(function (order) { return order <= 0; }),
    greater: comparison(function (order) { return order > 0; }),
    greaterEqual: comparison(function (order) { return order >= 0; }),
    plus: single(function (value) { return value; }),
    minus: ofNumbers(function (a) { return finite(-a); }),
    percent: ofNumbers(function (a) { return finite(a / 100); }),

    choose: function (condition, yes, no) {
      var truth = toTruth(plain(condition()));
      if (isError(truth)) return truth;
      return truth ? yes() : no ? no() : false;
    },
    insteadOfError: function (first, second) {
      var operand = first(), value = plain(operand);
      return isError(value) || Array.isArray(value) ? second() : operand;
    },
    all: function () { var found = truths(arguments); return found.error || found.all; },
    any: function () { var found = truths(arguments); return found.error || found.any; },
    negate: single(function (value) { var truth = toTruth(value); return isError(truth) ? truth : !truth; }),

    sum: sum,
    minimum: aggregate(function (numbers) { return numbers.length ? numbers.reduce(function (a, b) { return Math.min(a, b); }) : 0; }),
    maximum: aggregate(function (numbers) { return numbers.length ? numbers.reduce(function (a, b) { return Math.max(a, b); }) : 0; }),
    average: aggregate(function (numbers) { return numbers.length ? finite(total(numbers) / numbers.length) : errors.divideByZero; }),
    median: aggregate(function (numbers) {
      if (!numbers.length) return errors.number;
      numbers.sort(function (a, b) { return a - b; });
      var middle = Math.floor(numbers.length / 2);
      return numbers.length % 2 ? numbers[middle] : finite((numbers[middle - 1] + numbers[middle]) / 2);
    }),
    product: aggregate(function (numbers) {
      return numbers.length ? finite(numbers.reduce(function (a, b) { return a * b; })) : 0;
    }),
    standardDeviation: aggregate(function (numbers) {
      if (numbers.length < 2) return errors.divideByZero;
      var mean = total(numbers) / numbers.length;
      return finite(Math.sqrt(total(numbers.map(function (x) { return (x - mean) * (x - mean); })) / (numbers.length - 1)));
    }),
    countNumbers: function () {
      return count(arguments, function (value, fromCells) { return isNumber(fromCells ? value : toNumber(value)); });
    },
    countFilled: function () { return count(arguments, function (value) { return value !== null; }); },
    sumOfProducts: function () {
      var products = [], error = null;
      for (var i = 0; i < arguments.length; ++i) {
        var value = plain(arguments[i]);
        if (isError(value)) return value;
        var cells = column(value);
        if (i === 0) products = cells.map(function () { return 1; });
        if (cells.length !== products.length) return errors.value;
        cells.forEach(function (cell, row) {
          if (isError(cell)) error = error || cell;
          products[row] *= isNumber(cell) ? cell : 0;
        });
      }
      return error || finite(total(products));
    },

    countBlank: function (cells) {
      return column(cells).filter(function (cell) { return cell === null || cell === ''; }).length;
    },
    countIf: function (cells, wanted) { return column(cells).filter(criterion(one(wanted))).length; },
    sumIf: function (cells, wanted, summands) {
      var keys = column(cells), takes = criterion(one(wanted)), values = summands === undefined ? keys : column(summands);
      if (values.length !== keys.length) return errors.value;
      return sum(values.filter(function (_, i) { return takes(keys[i]); }));
    },
    atIndex: function (from, wanted) {
      var value = plain(from);
      if (isError(value)) return value;
      var place = toNumber(one(wanted));
      if (isError(place)) return place;
      place = Math.trunc(place);
      if (place < 0) return errors.value;
      if (place === 0) return from;
      var cells = column(value);
      if (place > cells.length) return errors.reference;
      return from instanceof Cells ? new Cells(cells[place - 1]) : cells[place - 1];
    },
    findPosition: function (sought, where, way) {
      var wanted = one(sought), range = plain(where), direction = way === undefined ? 1 : one(way);
      var error = [wanted, range, direction].find(isError);
      if (error) return error;
      var step = toNumber(direction);
      if (isError(step)) return step;
      var cells = column(range), last = 0;
      for (var i = 0; i < cells.length; ++i) {
        if (wanted === null || kind(cells[i]) !== kind(wanted)) continue;
        if (step === 0) {
          if (!(isText(wanted) ? matchesPattern(cells[i], wanted) : compare(cells[i], wanted) === 0)) continue;
          last = i + 1;
          break;
        }
        var order = compare(cells[i], wanted);
        if (step > 0 ? order > 0 : order < 0) break;
        last = i + 1;
        if (step < 0 && order === 0) break;
      }
      return last === 0 ? errors.missing : last;
    },

    absolute: ofNumbers(function (number) { return Math.abs(number); }),
    squareRoot: ofNumbers(function (number) { return number < 0 ? errors.number : Math.sqrt(number); }),
    whole: ofNumbers(function (number) { return finite(floorDecimal(number)); }),
    remainder: ofNumbers(function (number, divisor) {
      if (divisor === 0) return errors.divideByZero;
      var times = floorDecimal(number / divisor);
      if (!(Math.abs(times) < 9007199254740992)) return errors.number;
      return nearlyEqual(number, times * divisor) ? 0 : finite(number - times * divisor);
    }),
    reaches: ofNumbers(function (number, goal) { return number - goal >= -slack(number, goal); }),
    attained: ofNumbers(function (before, after, goal, direction) {
      if (direction * (after - goal) >= -slack(after, goal)) return 1;
      return direction * (goal - before) > 0 ? finite(Math.max(0, (after - before) / (goal - before))) : 0;
    }),
    exponential: ofNumbers(function (number) { return finite(Math.exp(number)); }),
    naturalLogarithm: ofNumbers(function (number) { return number <= 0 ? errors.number : finite(Math.log(number)); }),
    date: ofNumbers(function (year, month, day) {
      year = Math.trunc(year), month = Math.trunc(month), day = Math.trunc(day);
      if (year < 1900 || year > 9999 || Math.abs(month) > 1e6 || Math.abs(day) > 1e7) return errors.number;
      return dayOrError(serial(year, month - 1, day));
    }),
    monthsLater: ofNumbers(function (start, months) {
      var day = Math.floor(start), later = Math.trunc(months);
      if (isError(dayOrError(day)) || Math.abs(later) > 120000) return errors.number;
      var from = new Date((day - EPOCH) * DAY), month = from.getUTCMonth() + later;
      var last = serial(from.getUTCFullYear(), month + 1, 0);
      return dayOrError(Math.min(serial(from.getUTCFullYear(), month, from.getUTCDate()), last));
    }),
    roundHalf: rounding('half'), roundUp: rounding('up'), roundDown: rounding('down'),

    length: single(function (value) { return toText(value).length; }),
    trim: single(function (value) { return toText(value).replace(/ +/g, ' ').replace(/^ | $/g, ''); })
  };
})(typeof globalThis === 'object' ? globalThis : window);
