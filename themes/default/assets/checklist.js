// Checklists remember what was ticked, in this browser, by page and list.
(function () {
  'use strict';
  function load(key) {
    try { return JSON.parse(localStorage.getItem(key)) || {}; } catch (error) { return {}; }
  }
  function save(key, state) {
    try { localStorage.setItem(key, JSON.stringify(state)); } catch (error) { /* storage is off */ }
  }

  Array.prototype.forEach.call(document.querySelectorAll('[data-checklist]'), function (list) {
    var key = 'shirube-checklist:' + location.pathname + '#' + list.getAttribute('data-checklist');
    var boxes = Array.prototype.slice.call(list.querySelectorAll('input[data-item]'));
    var state = load(key);
    var bar = list.querySelector('.checklist-state');
    var progress = list.querySelector('[data-progress]');

    function show() {
      var done = boxes.filter(function (box) { return box.checked; }).length;
      progress.textContent = progress.getAttribute('data-progress').replace('{0}', done).replace('{1}', boxes.length);
      list.classList.toggle('is-complete', boxes.length > 0 && done === boxes.length);
    }
    boxes.forEach(function (box) {
      box.checked = state[box.getAttribute('data-item')] === true;
      box.addEventListener('change', function () {
        state[box.getAttribute('data-item')] = box.checked;
        save(key, state);
        show();
      });
    });
    list.querySelector('[data-reset]').addEventListener('click', function () {
      boxes.forEach(function (box) { box.checked = false; });
      state = {};
      save(key, state);
      show();
    });
    bar.hidden = false;
    show();
  });
})();
