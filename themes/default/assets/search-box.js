// Shows the search: suggestions below the field in the header, and the page search.html. site.js loads this when somebody
// goes to the field; the search itself (search.js and the index) follows.
(function () {
  'use strict';
  var box = document.querySelector('.search-box');
  if (!box) return;
  var root = box.getAttribute('data-root');
  var words = JSON.parse(box.getAttribute('data-words'));
  // The handbook in one file brings the whole search with it, and has no page for results.
  var single = box.hasAttribute('data-single');
  var MOST_SUGGESTIONS = single ? 12 : 6, PAGE = 10, QUIET = 120;

  // ---- loading ----
  function addScript(address, done) {
    var script = document.createElement('script');
    script.src = address;
    script.onload = script.onerror = done;
    document.head.appendChild(script);
  }
  var engine = null;
  function load() {
    if (!engine) {
      engine = window.shirubeSearch ? Promise.resolve() : new Promise(function (done) {
        addScript(box.getAttribute('data-assets') + 'search.js', done);
      });
      engine = engine.then(function () {
        if (!single) window.shirubeSearch.useLoader(function (name, failed) { addScript(root + 'search/' + name, failed); });
        return window.shirubeSearch;
      });
    }
    return engine;
  }
  function searchPage(query) { return root + 'search.html' + (query ? '?q=' + encodeURIComponent(query) : ''); }
  function addressOf(result) {
    if (single) {
      var part = result.passage[0], term = /^term-/.test(part);
      return '#' + encodeURIComponent(term ? part : result.path + (part ? ':' + part : ''));
    }
    var path = result.path.split('/').map(encodeURIComponent).join('/');
    return root + path + (result.passage[0] ? '#' + encodeURIComponent(result.passage[0]) : '');
  }

  // ---- writing ----
  function element(name, className, text) {
    var made = document.createElement(name);
    if (className) made.className = className;
    if (text) made.textContent = text;
    return made;
  }
  function addMarked(parent, pieces) {
    pieces.forEach(function (piece, i) {
      if (piece) parent.appendChild(i % 2 ? element('mark', '', piece) : document.createTextNode(piece));
    });
    return parent;
  }
  function place(result) {
    var parts = [];
    if (result.kind > 0) parts.push(words.kinds[result.kind]);
    if (result.section && result.section !== result.title) parts.push(result.section);
    return parts.join(' · ');
  }
  function describe(parent, result, marks, length) {
    var head = element('span', 'result-title');
    addMarked(head, window.shirubeSearch.pieces(result.title, marks));
    if (result.passage[1]) {
      head.appendChild(element('span', 'result-heading'));
      addMarked(head.lastChild, window.shirubeSearch.pieces(result.passage[1], marks));
    }
    parent.appendChild(head);
    if (place(result)) parent.appendChild(element('span', 'result-place', place(result)));
    if (result.passage[2]) {
      parent.appendChild(addMarked(element('span', 'result-text'), window.shirubeSearch.excerpt(result.passage[2], marks, length)));
    }
  }
  // Calls back for the newest question only, and not while somebody is still typing or converting kana.
  function listener(field, ask) {
    var timer = 0, number = 0;
    function start() {
      window.clearTimeout(timer);
      timer = window.setTimeout(function () {
        var mine = ++number;
        ask(field.value.trim(), function () { return mine === number; });
      }, QUIET);
    }
    field.addEventListener('input', start);
    field.addEventListener('compositionend', start);
  }

  // ---- the field in the header ----
  function field() {
    var input = box.querySelector('.search-field');
    var list = element('ul', 'suggestions');
    var chosen = -1;
    list.id = 'suggestions';
    list.hidden = true;
    list.setAttribute('role', 'listbox');
    list.setAttribute('aria-label', words.results);
    var attributes = { role: 'combobox', 'aria-controls': 'suggestions', 'aria-expanded': 'false', 'aria-autocomplete': 'list' };
    Object.keys(attributes).forEach(function (name) { input.setAttribute(name, attributes[name]); });

    function show(open) {
      list.hidden = !open;
      input.setAttribute('aria-expanded', String(open));
      if (!open) choose(-1);
    }
    function choose(number) {
      var options = list.querySelectorAll('[role="option"]');
      chosen = options.length ? (number + options.length + 1) % (options.length + 1) : -1;
      if (chosen === options.length) chosen = -1;
      options.forEach(function (option, i) { option.setAttribute('aria-selected', String(i === chosen)); });
      if (chosen >= 0) {
        input.setAttribute('aria-activedescendant', options[chosen].id);
        options[chosen].scrollIntoView({ block: 'nearest' });
      } else {
        input.removeAttribute('aria-activedescendant');
      }
    }
    function option(address, fill) {
      var item = element('li');
      item.setAttribute('role', 'option');
      item.setAttribute('aria-selected', 'false');
      item.id = 'suggestion-' + list.children.length;
      item.setAttribute('data-href', address);
      fill(item);
      // A press would take the focus out of the field before the click arrives.
      item.addEventListener('mousedown', function (event) { event.preventDefault(); });
      item.addEventListener('click', function () { window.location.href = address; show(false); });
      list.appendChild(item);
    }
    listener(input, function (query, isNewest) {
      if (!query) { list.textContent = ''; return show(false); }
      load().then(function (search) { return search.search(query, {}, MOST_SUGGESTIONS); }).then(function (answer) {
        if (!isNewest()) return;
        list.textContent = '';
        answer.results.forEach(function (result) {
          option(addressOf(result), function (item) { describe(item, result, answer.marks, 60); });
        });
        if (!single || !answer.total) option(single ? '#' : searchPage(query), function (item) {
          item.className = 'all-results';
          item.textContent = answer.total ? words.all.replace('{0}', answer.total) : words.none.split('{0}').join(query);
        });
        show(true);
        choose(-1);
      });
    });
    load();
    input.addEventListener('blur', function () { show(false); });
    input.addEventListener('keydown', function (event) {
      if (event.isComposing) return;
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        if (list.hidden && list.children.length) show(true);
        choose(chosen + (event.key === 'ArrowDown' ? 1 : -1));
        event.preventDefault();
      } else if (event.key === 'Enter' && input.value.trim()) {
        var option = list.hidden ? null : list.querySelector('[aria-selected="true"]');
        if (!option && single) option = list.querySelector('[role="option"]');
        window.location.href = option ? option.getAttribute('data-href') : searchPage(input.value.trim());
        if (single) { show(false); input.blur(); }
        event.preventDefault();
      } else if (event.key === 'Escape') {
        // The first press closes the list; the browser's own answer, to empty the field, comes with the second.
        if (!list.hidden) event.preventDefault();
        show(false);
      }
    });
    box.appendChild(list);
    // What was typed while this was on its way.
    if (input.value) input.dispatchEvent(new Event('input'));
  }

  // ---- search.html ----
  function page(main) {
    var input = main.querySelector('input'), results = document.getElementById('search-results');
    var status = main.querySelector('[role="status"]'), more = main.querySelector('.more-results');
    var section = main.querySelector('[data-filter="section"]'), kind = main.querySelector('[data-filter="kind"]');
    var most = PAGE;
    function chosen(select) { return select.value === '' ? undefined : Number(select.value); }
    function ask(query, isNewest) {
      var address = query ? '?q=' + encodeURIComponent(query) : '';
      if (window.location.search !== address) window.history.replaceState(null, '', address || window.location.pathname);
      if (!query) { results.textContent = ''; status.textContent = ''; more.hidden = true; return; }
      load().then(function (search) {
        return search.search(query, { section: chosen(section), kind: chosen(kind) }, most);
      }).then(function (answer) {
        if (!isNewest()) return;
        results.textContent = '';
        answer.results.forEach(function (result) {
          var item = element('li'), link = element('a');
          link.href = addressOf(result);
          describe(link, result, answer.marks, 110);
          item.appendChild(link);
          results.appendChild(item);
        });
        status.textContent = answer.failed ? words.failed
          : answer.total ? words.found.replace('{0}', answer.total) : words.none.split('{0}').join(query);
        more.hidden = answer.total <= most;
      });
    }
    function again() { ask(input.value.trim(), function () { return true; }); }
    function fill(select, names) {
      names.forEach(function (name, i) {
        if (!name) return;
        var option = element('option', '', name);
        option.value = String(i);
        select.appendChild(option);
      });
      select.addEventListener('change', function () { most = PAGE; again(); });
    }
    load().then(function (search) { return search.directory(); }).then(function (directory) {
      if (!directory) return;
      fill(section, directory.sections);
      fill(kind, words.kinds.map(function (name, i) {
        return directory.runs.some(function (run) { return run[1] === i; }) ? name : '';
      }));
    });
    main.hidden = false;
    more.addEventListener('click', function () {
      var before = results.children.length;
      most += PAGE;
      load().then(again).then(function () {
        window.setTimeout(function () {
          var next = results.children[before];
          if (next) next.firstChild.focus();
        }, QUIET);
      });
    });
    listener(input, function (query, isNewest) { most = PAGE; ask(query, isNewest); });
    main.addEventListener('keydown', function (event) {
      if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp' || event.target.tagName === 'SELECT' || event.isComposing) return;
      var links = Array.prototype.slice.call(results.querySelectorAll('a'));
      var at = links.indexOf(document.activeElement) + (event.key === 'ArrowDown' ? 1 : -1);
      if (at >= links.length || at < -1) return;
      (at < 0 ? input : links[at]).focus();
      event.preventDefault();
    });
    input.value = new URLSearchParams(window.location.search).get('q') || '';
    again();
    if (!input.value) input.focus();
  }

  var main = document.getElementById('search-page');
  if (main) page(main);
  else field();
})();
