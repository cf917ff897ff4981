// Charts of a calculation follow the reader's inputs: curves get a line for them beside the scenarios; a tornado and a
// grid, which start from the given inputs, are replaced by tables with the same marks.
(function () {
  'use strict';
  var F = globalThis.shirubeFormula;
  var SVG = 'http://www.w3.org/2000/svg';

  function html(tag, attributes, text) {
    var element = document.createElement(tag);
    Object.keys(attributes || {}).forEach(function (name) { element.setAttribute(name, attributes[name]); });
    if (text !== undefined) element.textContent = text;
    return element;
  }
  function svg(tag, attributes, text) {
    var element = document.createElementNS(SVG, tag);
    Object.keys(attributes).forEach(function (name) { element.setAttribute(name, attributes[name]); });
    if (text !== undefined) element.textContent = text;
    return element;
  }
  function scale(drawing, name) {
    var parts = drawing.getAttribute('data-' + name).split(' ').map(Number);
    return function (value) {
      var inside = Math.max(parts[0], Math.min(parts[1], value));
      return parts[2] + (inside - parts[0]) / (parts[1] - parts[0]) * (parts[3] - parts[2]);
    };
  }
  // The part of a line of points between two heights.
  function clipped(points, least, most) {
    var kept = [];
    points.forEach(function (point, i) {
      if (i > 0) {
        var before = points[i - 1];
        [least, most].filter(function (edge) { return (before[1] - edge) * (point[1] - edge) < 0; })
          .sort(function (a, b) { return before[1] < point[1] ? a - b : b - a; })
          .forEach(function (edge) {
            kept.push([before[0] + (point[0] - before[0]) * (edge - before[1]) / (point[1] - before[1]), edge]);
          });
      }
      if (point[1] >= least && point[1] <= most) kept.push(point);
    });
    return kept;
  }
  function isNumber(value) { return typeof value === 'number' && isFinite(value); }
  function fill(pattern, values) {
    return pattern.replace(/\{(\d)\}/g, function (all, place) { return values[place]; });
  }

  // What every chart knows of its calculation.
  function Chart(calculation, root) {
    this.calculation = calculation;
    this.root = root;
    this.part = calculation.model.charts[root.getAttribute('data-chart')];
    this.drawings = Array.prototype.slice.call(root.querySelectorAll('svg[data-x]'));
  }
  Chart.prototype.word = function (name) { return this.root.getAttribute('data-' + name); };
  Chart.prototype.label = function (name) { return this.calculation.model.labels[name]; };
  Chart.prototype.text = function (name, value) {
    return isNumber(value) ? F.formatNumber(this.calculation.formatOf(name), value) : F.isError(value) ? '—' : String(value);
  };
  Chart.prototype.output = function (changed) {
    return this.calculation.values(this.calculation.inputs, changed)[this.part.output];
  };
  Chart.prototype.changed = function (input, value) {
    var values = {};
    values[input] = value;
    return values;
  };
  Chart.prototype.isKnown = function () { return Boolean(this.calculation.scenario()) || this.calculation.isAsGiven(); };

  // ---- a line of one's own ----
  Chart.prototype.sentence = function (parts) {
    var paragraph = this.root.querySelector('.chart-own');
    if (!paragraph) {
      paragraph = html('p', { 'class': 'chart-own' });
      this.root.appendChild(paragraph);
    }
    paragraph.hidden = parts.length === 0;
    paragraph.textContent = parts.length === 0 ? '' : fill(this.word('now-value'), [this.word('now'), parts.join('　')]);
  };
  Chart.prototype.draw = function (points, mark, level) {
    var own = this;
    this.drawings.forEach(function (drawing) {
      var old = drawing.querySelector('.own');
      if (old) drawing.removeChild(old);
      if (points.length === 0) return;
      var x = scale(drawing, 'x'), y = scale(drawing, 'y');
      function place(point) { return x(point[0]).toFixed(1) + ' ' + y(point[1]).toFixed(1); }
      var group = svg('g', { 'class': 'own', 'aria-hidden': 'true' });
      if (isNumber(level)) {
        var across = drawing.getAttribute('data-x').split(' ');
        group.appendChild(svg('path', { 'class': 'threshold', d: 'M' + across[2] + ' ' + y(level).toFixed(1) + 'H' + across[3] }));
      }
      var heights = drawing.getAttribute('data-y').split(' ').map(Number);
      var seen = clipped(points, heights[0], heights[1]);
      if (seen.length > 1) group.appendChild(svg('path', { 'class': 'own-line', d: 'M' + seen.map(place).join('L') }));
      if (mark) {
        group.appendChild(svg('circle', { 'class': 'own-point', cx: x(mark[0]).toFixed(1), cy: y(mark[1]).toFixed(1), r: 6 }));
        group.appendChild(svg('text', { 'class': 'own-label', x: x(mark[0]).toFixed(1), y: (y(mark[1]) - 12).toFixed(1),
          'text-anchor': 'middle', 'font-size': 14 }, own.word('now')));
      }
      drawing.appendChild(group);
    });
  };

  function breakEven(chart) {
    var part = chart.part, over = part.over;
    return function (values) {
      var points = over.values.map(function (value) {
        return [value, chart.output(chart.changed(over.input, value))];
      }).filter(function (point) { return isNumber(point[1]); });
      var at = values[over.input], gained = values[part.output], reach = values[part.reach];
      var hidden = chart.isKnown() || points.length < 2 || !isNumber(gained);
      chart.draw(hidden ? [] : points, [at, gained], reach);
      chart.sentence(hidden ? [] : [over.input, part.output, part.reach].map(function (name) {
        return chart.label(name) + ' ' + chart.text(name, values[name]);
      }));
    };
  }

  function series(chart) {
    var model = chart.calculation.model, shown = model.series.columns[model.series.columns.length - 1];
    return function (values) {
      var rows = chart.calculation.series(chart.calculation.inputs);
      var points = rows.map(function (row) { return [row[model.series.index], row[shown.name]]; })
        .filter(function (point) { return isNumber(point[1]); });
      var hidden = chart.isKnown() || points.length < 2;
      var last = points[points.length - 1];
      chart.draw(hidden ? [] : points, last);
      var parts = hidden ? [] : [F.formatNumber(shown.format, points[0][1]) + ' → ' + F.formatNumber(shown.format, last[1])];
      var even = chart.part.even;
      if (even && !hidden) parts.push(chart.label(even) + ' ' + chart.text(even, values[even]));
      chart.sentence(parts);
    };
  }

  // ---- tables with marks ----
  Chart.prototype.replace = function (table) {
    var figure = this.root.querySelector('figure');
    var own = this.root.querySelector('.own-chart');
    if (own) this.root.removeChild(own);
    figure.hidden = Boolean(table);
    if (!table) return;
    var frame = html('div', { 'class': 'own-chart table-frame wide', role: 'group', tabindex: '0',
      'aria-label': this.word('now-title') });
    table.insertBefore(html('caption', {}, this.word('now-title')), table.firstChild);
    frame.appendChild(table);
    this.root.appendChild(frame);
  };
  function table(heads) {
    var element = html('table', { 'class': 'records' }), row = html('tr');
    heads.forEach(function (head) { row.appendChild(html('th', { scope: 'col' }, head)); });
    element.appendChild(html('thead')).appendChild(row);
    element.appendChild(html('tbody'));
    return element;
  }

  function tornado(chart) {
    var part = chart.part, given = chart.calculation;
    return function (values) {
      if (given.isAsGiven()) return chart.replace(null);
      var base = values[part.output];
      var ends = part.variations.map(function (end) {
        return { input: end.input, value: end.value, result: chart.output(chart.changed(end.input, end.value)) };
      });
      var most = Math.max.apply(null, ends.map(function (end) { return Math.abs(end.result - base) || 0; }));
      var element = table([chart.word('input'), chart.word('changed'), chart.label(part.output), chart.word('difference')]);
      ends.forEach(function (end) {
        var row = html('tr'), difference = end.result - base, cell = html('td', { 'class': 'number' });
        row.appendChild(html('th', { scope: 'row' }, chart.label(end.input)));
        row.appendChild(html('td', { 'class': 'number' }, chart.text(end.input, end.value)));
        row.appendChild(html('td', { 'class': 'number' }, chart.text(part.output, end.result)));
        cell.textContent = chart.text(part.output, difference);
        var bar = html('span', { 'class': difference < 0 ? 'own-bar is-low' : 'own-bar', 'aria-hidden': 'true' });
        bar.style.width = (most > 0 ? Math.abs(difference) / most * 100 : 0) + '%';
        cell.appendChild(bar);
        row.appendChild(cell);
        element.lastChild.appendChild(row);
      });
      chart.replace(element);
    };
  }

  function grid(chart) {
    var part = chart.part;
    return function () {
      if (chart.calculation.isAsGiven()) return chart.replace(null);
      var heads = part.columns.values.map(function (value) { return chart.text(part.columns.input, value); });
      var element = table([chart.label(part.rows.input) + ' ↓　' + chart.label(part.columns.input) + ' →'].concat(heads));
      part.rows.values.forEach(function (rowValue) {
        var row = html('tr');
        row.appendChild(html('th', { scope: 'row' }, chart.text(part.rows.input, rowValue)));
        part.columns.values.forEach(function (columnValue) {
          var changed = chart.changed(part.rows.input, rowValue);
          changed[part.columns.input] = columnValue;
          var values = chart.calculation.values(chart.calculation.inputs, changed);
          var reached = values[part.output] >= values[part.reach];
          var cell = html('td', { 'class': reached ? 'number own-reached' : 'number own-short' },
            chart.text(part.output, values[part.output]));
          cell.appendChild(html('span', { 'class': 'note' }, chart.word(reached ? 'reached' : 'not-reached')));
          row.appendChild(cell);
        });
        element.lastChild.appendChild(row);
      });
      chart.replace(element);
    };
  }

  var kinds = { 'break-even': breakEven, series: series, tornado: tornado, grid: grid };
  globalThis.shirubeCalculationChart = function (calculation, root) {
    calculation.readers.push(kinds[root.getAttribute('data-chart')](new Chart(calculation, root)));
  };
})();
