// Copy buttons: the text of the element that data-copy names.
(function () {
  'use strict';
  // navigator.clipboard is missing on plain http; the old way works there.
  function oldWay(text) {
    var area = document.createElement('textarea');
    area.value = text;
    area.className = 'off-screen';
    document.body.appendChild(area);
    area.select();
    var done = false;
    try { done = document.execCommand('copy'); } catch (error) { done = false; }
    document.body.removeChild(area);
    return done;
  }
  function copy(text) {
    if (!navigator.clipboard) return Promise.resolve(oldWay(text));
    return navigator.clipboard.writeText(text).then(function () { return true; }, function () { return oldWay(text); });
  }

  Array.prototype.forEach.call(document.querySelectorAll('button[data-copy]'), function (button) {
    var label = button.textContent;
    var timer = 0;
    button.hidden = false;
    button.setAttribute('aria-live', 'polite');
    button.addEventListener('click', function () {
      copy(document.getElementById(button.getAttribute('data-copy')).textContent).then(function (done) {
        if (!done) return;
        button.textContent = button.getAttribute('data-done');
        button.classList.add('is-done');
        window.clearTimeout(timer);
        timer = window.setTimeout(function () {
          button.textContent = label;
          button.classList.remove('is-done');
        }, 2000);
        button.focus();
      });
    });
  });
})();
