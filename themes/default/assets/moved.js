// Leads from an old address to the new one and keeps the part of the page that was asked for. On a page that stayed,
// only the parts that moved away are led on.
(function () {
  'use strict';
  var script = document.currentScript;
  var target = script.getAttribute('data-target');
  var parts = JSON.parse(script.getAttribute('data-moved') || '{}');
  function follow() {
    var fragment = location.hash.slice(1);
    try { fragment = decodeURIComponent(fragment); } catch (error) { /* stays as it was written */ }
    if (fragment && Object.prototype.hasOwnProperty.call(parts, fragment)) location.replace(parts[fragment]);
    else if (target) location.replace(target + location.hash);
  }
  follow();
  window.addEventListener('hashchange', follow);
})();
