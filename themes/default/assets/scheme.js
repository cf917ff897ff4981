// Runs before the first paint, so that a chosen colour scheme never flashes.
(function () {
  'use strict';
  document.documentElement.classList.add('has-script');
  try {
    var choice = localStorage.getItem('shirube-scheme');
    if (choice === 'light' || choice === 'dark') document.documentElement.setAttribute('data-scheme', choice);
  } catch (error) { /* storage is off: the system's scheme stays */ }
})();
