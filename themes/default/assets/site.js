// Colour scheme, menu on small screens, and the contents that follow the reading.
(function () {
  'use strict';
  var root = document.documentElement;

  function store(key, value) {
    try {
      if (value === null) localStorage.removeItem(key);
      else localStorage.setItem(key, value);
    } catch (error) { /* storage is off: the choice lasts for this page */ }
  }

  function schemeSwitch(button) {
    var order = ['auto', 'light', 'dark'];
    function current() { return root.getAttribute('data-scheme') || 'auto'; }
    function show() {
      var text = button.getAttribute('data-scheme-name') + ': ' + button.getAttribute('data-' + current());
      button.setAttribute('aria-label', text);
      button.title = text;
      button.querySelector('.scheme-label').textContent = button.getAttribute('data-' + current());
    }
    button.addEventListener('click', function () {
      var next = order[(order.indexOf(current()) + 1) % order.length];
      if (next === 'auto') root.removeAttribute('data-scheme');
      else root.setAttribute('data-scheme', next);
      store('shirube-scheme', next === 'auto' ? null : next);
      show();
    });
    button.hidden = false;
    show();
  }

  // Without script the link leads to #navigation, and :target shows it. With script the address stays as it is.
  function menu(link, sidebar) {
    var close = sidebar.querySelector('.menu-close');
    function set(open) {
      sidebar.classList.toggle('is-open', open);
      link.setAttribute('aria-expanded', String(open));
      if (open) close.focus();
      else link.focus();
    }
    link.setAttribute('role', 'button');
    link.setAttribute('aria-expanded', 'false');
    link.setAttribute('aria-controls', 'navigation');
    link.addEventListener('click', function (event) {
      event.preventDefault();
      set(!sidebar.classList.contains('is-open'));
    });
    link.addEventListener('keydown', function (event) {
      if (event.key === ' ') { event.preventDefault(); link.click(); }
    });
    close.addEventListener('click', function (event) { event.preventDefault(); set(false); });
    document.addEventListener('keydown', function (event) {
      if (event.key === 'Escape' && sidebar.classList.contains('is-open')) set(false);
    });
  }

  function contents(details) {
    var wide = window.matchMedia('(min-width: 78rem)');
    function settle() { details.open = wide.matches; }
    settle();
    wide.addEventListener('change', settle);
    window.addEventListener('beforeprint', function () { details.open = true; });

    var links = Array.prototype.slice.call(details.querySelectorAll('a[href^="#"]'));
    var places = [];
    links.forEach(function (link) {
      var target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      if (target) places.push({ link: link, target: target });
    });
    var waiting = false;
    function mark() {
      waiting = false;
      var line = window.innerHeight * 0.3;
      var now = null;
      places.forEach(function (place) { if (place.target.getBoundingClientRect().top <= line) now = place; });
      if (window.innerHeight + window.scrollY >= root.scrollHeight - 2 && places.length) now = places[places.length - 1];
      places.forEach(function (place) {
        if (place === now) place.link.setAttribute('aria-current', 'true');
        else place.link.removeAttribute('aria-current');
      });
    }
    window.addEventListener('scroll', function () {
      if (!waiting) { waiting = true; window.requestAnimationFrame(mark); }
    }, { passive: true });
    window.requestAnimationFrame(mark);
  }

  // The field in the header; what it does is loaded when somebody goes there. search.html has a field of its own.
  function searchField(box) {
    var words = JSON.parse(box.getAttribute('data-words')), root = box.getAttribute('data-root');
    var input = document.querySelector('#search-page .search-field'), loaded = Boolean(input) || box.hasAttribute('data-single');
    function add(element, attribute, name) {
      element[attribute] = box.getAttribute('data-assets') + name;
      document.head.appendChild(element);
    }
    function load() {
      if (loaded) return;
      loaded = true;
      add(Object.assign(document.createElement('link'), { rel: 'stylesheet' }), 'href', 'search.css');
      add(document.createElement('script'), 'src', 'search-box.js');
    }
    if (!input) {
      input = Object.assign(document.createElement('input'), { className: 'search-field', type: 'search',
        placeholder: words.placeholder, autocomplete: 'off', spellcheck: false });
      input.setAttribute('aria-label', words.search);
      input.setAttribute('aria-keyshortcuts', '/');
      box.appendChild(input);
      input.addEventListener('focus', load);
      box.addEventListener('pointerenter', load);
      input.addEventListener('keydown', function (event) {
        if (event.key === 'Enter' && !event.isComposing && input.value && !input.hasAttribute('role')) {
          location.href = root + 'search.html?q=' + encodeURIComponent(input.value);
        }
      });
    }
    document.addEventListener('keydown', function (event) {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
      if (/^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName) || event.target.isContentEditable) return;
      event.preventDefault();
      if (input.offsetParent === null) location.href = root + 'search.html';
      else input.focus();
    });
  }

  // The page's own place in the tree is in sight from the start.
  function showCurrent(sidebar) {
    var current = sidebar.querySelector('[aria-current="page"]');
    if (current && sidebar.scrollHeight > sidebar.clientHeight) {
      sidebar.scrollTop = Math.max(0, current.offsetTop - sidebar.clientHeight / 3);
    }
  }

  // From a folder a browser refuses to load it, and says so in its console.
  function manifest() {
    if (location.protocol === 'file:' || !document.currentScript.src) return;
    var link = document.createElement('link');
    link.rel = 'manifest';
    link.href = document.currentScript.src.replace(/assets\/[^\/]+\/site\.js$/, 'site.webmanifest');
    document.head.appendChild(link);
  }

  manifest();
  var button = document.querySelector('.scheme-switch');
  if (button) schemeSwitch(button);
  var sidebar = document.getElementById('navigation');
  var link = document.querySelector('.menu-link');
  if (sidebar && link) menu(link, sidebar);
  // Looks at the layout, so not before every script has changed the page.
  if (sidebar) window.requestAnimationFrame(function () { showCurrent(sidebar); });
  var box = document.querySelector('.search-box');
  if (box) searchField(box);
  var details = document.querySelector('details.contents');
  if (details) contents(details);
})();
