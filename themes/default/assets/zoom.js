// Pictures and drawings can be looked at in the size of the window: a button beside each, a dialog over the page.
(function () {
  'use strict';
  var main = document.getElementById('main');
  // A sign in a line of text is as large as it should be.
  var shown = Array.from(document.querySelectorAll('.article .drawing-frame, .article p > img')).filter(function (picture) {
    return picture.localName !== 'img' || !picture.parentNode.textContent.trim();
  });
  if (!main || !main.hasAttribute('data-zoom') || typeof HTMLDialogElement === 'undefined' || !shown.length) return;
  var open = main.getAttribute('data-zoom'), close = main.getAttribute('data-zoom-close');
  var dialog = document.createElement('dialog');
  var place = document.createElement('div');
  var button = document.createElement('button');
  dialog.className = 'zoom';
  dialog.setAttribute('aria-label', open);
  place.className = 'zoom-place';
  place.tabIndex = 0;
  button.type = 'button';
  button.className = 'button';
  button.textContent = close;
  button.addEventListener('click', function () { dialog.close(); });
  dialog.addEventListener('click', function (event) { if (event.target === dialog) dialog.close(); });
  dialog.append(button, place);
  document.body.appendChild(dialog);

  shown.forEach(function (picture) {
    var zoom = document.createElement('button');
    zoom.type = 'button';
    zoom.className = 'zoom-button';
    zoom.setAttribute('aria-label', open);
    zoom.title = open;
    zoom.textContent = '⤢';
    zoom.addEventListener('click', function () {
      var copy = picture.cloneNode(true);
      // The ids stay with the original: the copy is named by the dialog.
      copy.removeAttribute('id');
      copy.querySelectorAll('[id]').forEach(function (part) { part.removeAttribute('id'); });
      copy.querySelectorAll('[aria-labelledby]').forEach(function (part) { part.removeAttribute('aria-labelledby'); });
      place.replaceChildren(copy);
      dialog.showModal();
    });
    if (picture.localName === 'img' && picture.parentNode.querySelectorAll('img').length === 1) picture.parentNode.classList.add('zoomed');
    picture.after(zoom);
  });
})();
