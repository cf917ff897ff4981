// Calculations that answer at once: inputs become fields and sliders, results, checks and charts follow. The numbers
// come from assets/calculations/VERSION/ID.js. What the formulas mean (formula.js) and how charts follow (calculator-charts.js) is
// loaded when somebody is about to change an input: as given, the page says everything itself.
(function () {
  'use strict';
  var F = null;
  var models = {}, calculations = {};
  var address = (document.currentScript || {}).src || '';
  globalThis.shirubeCalculation = function (model) { models[model.id] = model; };

  function all(selector, root) { return Array.prototype.slice.call((root || document).querySelectorAll(selector)); }
  function make(tag, attributes, text) {
    var element = document.createElement(tag);
    Object.keys(attributes || {}).forEach(function (name) { element.setAttribute(name, attributes[name]); });
    if (text) element.textContent = text;
    return element;
  }
  // A value in the unit that readers see (6.25 for 0.0625) and back, without the dust of binary fractions.
  function toUnit(input, value) { return Number((value * input.scale).toFixed(10)); }
  function fromUnit(input, number) { return number / input.scale; }

  function shown(value, format) {
    if (typeof value === 'number') return F.formatNumber(format, value);
    if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
    return F.isError(value) ? '—' : String(value);
  }

  // ---- the numbers ----
  function Calculation(model) {
    this.model = model;
    this.given = {};
    model.inputs.forEach(function (input) { this.given[input.name] = input.value; }, this);
    this.inputs = Object.assign({}, this.given);
    this.followers = [];  // of the inputs
    this.readers = [];    // of the results
  }
  // Everything by name, for the inputs with some of them changed.
  Calculation.prototype.values = function (inputs, changed) {
    var values = Object.assign({}, inputs, changed);
    this.model.formulas.forEach(function (formula) { values[formula.name] = F.result(formula.formula(F, values)); });
    return values;
  };
  Calculation.prototype.series = function (inputs) {
    var series = this.model.series, rows = [], values = this.values(inputs);
    for (var number = series.first; number <= series.last; ++number) {
      var row = Object.assign({}, values);
      row[series.index] = number;
      series.columns.forEach(function (column) { row[column.name] = F.result(column.formula(F, row)); });
      rows.push(row);
    }
    return rows;
  };
  Calculation.prototype.isAsGiven = function () {
    return Object.keys(this.given).every(function (name) { return this.given[name] === this.inputs[name]; }, this);
  };
  Calculation.prototype.scenario = function () {
    var own = this;
    return this.model.scenarios.filter(function (scenario) {
      return Object.keys(own.given).every(function (name) {
        var value = name in scenario.values ? scenario.values[name] : own.given[name];
        return value === own.inputs[name];
      });
    })[0];
  };
  Calculation.prototype.set = function (values) {
    Object.assign(this.inputs, values);
    this.follow();
  };
  Calculation.prototype.follow = function () {
    this.followers.forEach(function (follower) { follower(); });
    var own = this;
    withFormulas(function () { own.read(); });
  };
  Calculation.prototype.read = function () {
    var values = this.values(this.inputs);
    this.readers.forEach(function (reader) { reader(values); });
  };
  Calculation.prototype.formatOf = function (name) {
    return this.model.inputs.concat(this.model.formulas).filter(function (line) { return line.name === name; })[0].format;
  };

  // ---- what is loaded late ----
  var waiting = [];
  function addScript(name, done) {
    var script = document.createElement('script');
    script.src = address.replace('calculator.js', name);
    script.onload = done;
    document.head.appendChild(script);
  }
  function ready() {
    F = globalThis.shirubeFormula;
    all('[data-chart]').forEach(function (root) {
      var calculation = calculations[root.getAttribute('data-calculation')];
      if (calculation) globalThis.shirubeCalculationChart(calculation, root);
    });
    waiting.forEach(function (work) { work(); });
    all('.calculation[data-calculation]').forEach(function (root) { root.classList.add('is-live'); });
  }
  function withFormulas(work) {
    if (F) return work();
    if (waiting.push(work) > 1) return;
    // The handbook in one file has brought them along.
    if (globalThis.shirubeCalculationChart) return ready();
    addScript('formula.js', function () { addScript('calculator-charts.js', ready); });
  }

  // ---- links ----
  function parameter(calculation, input) { return calculation.model.id + '.' + input.id; }
  function readLink(calculation) {
    var query = new URLSearchParams(location.search), values = {};
    calculation.model.inputs.forEach(function (input) {
      var text = query.get(parameter(calculation, input));
      if (text === null || text === '' || !isAllowed(input, Number(text))) return;
      values[input.name] = fromUnit(input, Number(text));
    });
    return values;
  }
  function link(calculation, anchor) {
    var query = new URLSearchParams(location.search);
    calculation.model.inputs.forEach(function (input) {
      var value = calculation.inputs[input.name];
      if (value === calculation.given[input.name]) query.delete(parameter(calculation, input));
      else query.set(parameter(calculation, input), String(toUnit(input, value)));
    });
    var text = query.toString();
    return location.href.replace(/[?#].*$/, '') + (text ? '?' + text : '') + '#' + anchor;
  }

  // ---- fields ----
  function isAllowed(input, number) {
    if (!isFinite(number)) return false;
    var value = fromUnit(input, number);
    return (input.least === null || value >= input.least) && (input.most === null || value <= input.most);
  }

  function field(calculation, input, row, words) {
    var heading = row.querySelector('th');
    var id = 'input-' + calculation.model.id + '-' + input.id;
    var number = make('input', { type: 'number', id: id, inputmode: 'decimal', 'aria-label': input.label, step: 'any' });
    var cell = row.querySelector('[data-line]').parentNode;
    var text = cell.querySelector('[data-line]');
    var unit = make('span', { 'class': 'unit', 'aria-hidden': 'true' }, input.unit);
    var limits = row.querySelectorAll('td')[1];
    var slider = null;
    if (input.least !== null && input.most !== null) {
      slider = make('input', { type: 'range', 'aria-label': words.slider.split('{0}').join(input.label),
        min: toUnit(input, input.least), max: toUnit(input, input.most),
        step: input.step === null ? 'any' : toUnit(input, input.step) });
      limits.insertBefore(slider, limits.firstChild);
      slider.addEventListener('input', function () { change(Number(slider.value), slider); });
    }
    var wrong = make('span', { 'class': 'field-error', id: id + '-error', hidden: '' },
      words.wrong.split('{0}').join(limits.textContent));
    function change(value, from) {
      var allowed = from === slider || (number.value.trim() !== '' && isAllowed(input, value));
      number.toggleAttribute('aria-invalid', false);
      if (!allowed) {
        number.setAttribute('aria-invalid', 'true');
        number.setAttribute('aria-describedby', wrong.id);
      } else {
        number.removeAttribute('aria-describedby');
      }
      wrong.hidden = allowed;
      if (!allowed) return;
      var values = {};
      values[input.name] = fromUnit(input, value);
      calculation.set(values);
    }
    number.addEventListener('input', function () { change(Number(number.value), number); });
    // The browser's own text of the value stays for print.
    text.classList.add('for-print');
    cell.classList.add('field');
    cell.appendChild(number);
    cell.appendChild(unit);
    cell.appendChild(wrong);
    heading.id = heading.id || id + '-label';
    calculation.followers.push(function () {
      var value = toUnit(input, calculation.inputs[input.name]);
      if (document.activeElement !== number) {
        number.value = String(value);
        number.removeAttribute('aria-invalid');
        wrong.hidden = true;
      }
      if (slider && document.activeElement !== slider) slider.value = value;
    });
    if (!slider) return;
    slider.setAttribute('aria-valuetext', text.textContent);
    calculation.readers.push(function (values) {
      slider.setAttribute('aria-valuetext', F.formatNumber(input.format, values[input.name]));
    });
  }

  function controls(calculation, section, bar) {
    var model = calculation.model;
    var status = make('span', { 'class': 'calculation-status', role: 'status' });
    if (model.scenarios.length > 0) {
      var label = make('label', {}, bar.getAttribute('data-scenario') + ' ');
      var choice = make('select');
      choice.appendChild(make('option', { value: '' }, bar.getAttribute('data-own')));
      model.scenarios.forEach(function (scenario) {
        choice.appendChild(make('option', { value: scenario.id }, scenario.label));
      });
      choice.addEventListener('change', function () {
        var chosen = model.scenarios.filter(function (scenario) { return scenario.id === choice.value; })[0];
        if (chosen) calculation.set(Object.assign({}, calculation.given, chosen.values));
      });
      label.appendChild(choice);
      bar.appendChild(label);
      calculation.followers.push(function () {
        var scenario = calculation.scenario();
        choice.value = scenario ? scenario.id : '';
      });
    }
    var reset = make('button', { type: 'button' }, bar.getAttribute('data-reset'));
    reset.addEventListener('click', function () { calculation.set(calculation.given); });
    var share = make('button', { type: 'button' }, bar.getAttribute('data-link'));
    share.addEventListener('click', function () {
      var address = link(calculation, section.id);
      function done() { status.textContent = bar.getAttribute('data-linked'); }
      try { history.replaceState(null, '', address); } catch (error) { /* a page opened from a folder may refuse */ }
      if (navigator.clipboard) navigator.clipboard.writeText(address).then(done, function () { status.textContent = address; });
      else status.textContent = address;
    });
    bar.appendChild(reset);
    bar.appendChild(share);
    bar.appendChild(status);
    bar.hidden = false;
    calculation.followers.push(function () {
      reset.disabled = calculation.isAsGiven();
      status.textContent = '';
    });
  }

  function section(calculation, root) {
    var bar = root.querySelector('.calculation-bar');
    if (bar) {
      var words = { slider: bar.getAttribute('data-slider'), wrong: bar.getAttribute('data-wrong') };
      calculation.model.inputs.forEach(function (input) {
        field(calculation, input, root.querySelector('[data-input="' + input.name + '"]'), words);
      });
      controls(calculation, root, bar);
    }
    all('[data-line]', root).forEach(function (text) {
      var name = text.getAttribute('data-line'), format = calculation.formatOf(name);
      calculation.readers.push(function (values) {
        text.value = typeof values[name] === 'number' ? String(values[name]) : shown(values[name], format);
        text.textContent = shown(values[name], format);
        text.parentNode.classList.toggle('negative', typeof values[name] === 'number' && values[name] < 0);
      });
    });
    all('[data-check]', root).forEach(function (item) {
      var check = calculation.model.checks.filter(function (one) { return one.id === item.getAttribute('data-check'); })[0];
      var mark = item.querySelector('.check-mark');
      calculation.readers.push(function (values) {
        var met = F.result(check.formula(F, values)) === true;
        item.className = met ? 'is-met' : 'is-open';
        mark.textContent = mark.getAttribute(met ? 'data-met' : 'data-open');
      });
    });
    ['focusin', 'pointerover'].forEach(function (event) {
      root.addEventListener(event, function () { withFormulas(function () {}); }, { once: true });
    });
  }

  document.addEventListener('DOMContentLoaded', function () {
    all('[data-calculation]').forEach(function (root) {
      var model = models[root.getAttribute('data-calculation')];
      if (!model) return;
      var calculation = calculations[model.id] || (calculations[model.id] = new Calculation(model));
      if (!root.hasAttribute('data-chart')) section(calculation, root);
    });
    Object.keys(calculations).forEach(function (id) {
      var calculation = calculations[id], asked = readLink(calculation);
      if (Object.keys(asked).length > 0) calculation.set(asked);
      else calculation.followers.forEach(function (follower) { follower(); });
    });
  });
})();
