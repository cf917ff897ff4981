// The handbook in one file: one chapter is shown at a time, the one that the address names; without scripts all of them
// stand below each other. Downloads are kept in the file itself.
(function () {
  'use strict';
  if (!document.body.classList.contains('is-single')) return;
  var chapters = Array.prototype.slice.call(document.querySelectorAll('main > .chapter'));

  function target() {
    var fragment = location.hash.slice(1);
    try { fragment = decodeURIComponent(fragment); } catch (error) { /* stays as it was written */ }
    return fragment ? document.getElementById(fragment) : null;
  }
  function show() {
    var found = target();
    if (location.hash && found && !found.closest('.chapter')) return;  // the menu, the way past it
    var chapter = (found && found.closest('.chapter')) || chapters[0];
    chapters.forEach(function (each) { each.hidden = each !== chapter; });
    document.querySelectorAll('.tree a').forEach(function (link) {
      if (decodeURIComponent(link.hash.slice(1)) === chapter.id) link.setAttribute('aria-current', 'page');
      else link.removeAttribute('aria-current');
    });
    if (found && found !== chapter) found.scrollIntoView();
    else window.scrollTo(0, 0);
  }
  window.addEventListener('hashchange', show);
  window.addEventListener('beforeprint', function () { chapters.forEach(function (each) { each.hidden = false; }); });
  window.addEventListener('afterprint', show);
  show();

  document.addEventListener('click', function (event) {
    var link = event.target.closest('a[data-file]');
    if (!link) return;
    var holder = document.getElementById(link.getAttribute('data-file'));
    if (holder) download(holder);
    event.preventDefault();
  });
  function download(holder) {
    var bytes = Uint8Array.from(atob(holder.content.textContent), function (sign) { return sign.charCodeAt(0); });
    var link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([bytes], { type: 'application/octet-stream' }));
    link.download = holder.getAttribute('data-name');
    link.click();
    window.setTimeout(function () { URL.revokeObjectURL(link.href); }, 10000);
  }
  document.querySelectorAll('a[href^="#file:"]').forEach(function (link) {
    link.setAttribute('data-file', decodeURIComponent(link.hash.slice(1)));
  });
})();
