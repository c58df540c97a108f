// Copies the text for the public account as text/html, so that it keeps its styles. Without this script it is selected by hand.
(function () {
  "use strict";
  var button = document.getElementById("w-copy");
  var box = document.getElementById("w-html");
  var said = document.getElementById("w-said");
  if (!button || !box) return;
  button.hidden = false;

  function select() {
    var range = document.createRange();
    range.selectNodeContents(box);
    var selection = window.getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
  }

  // Browsers without the clipboard interface, and pages that are not served by https.
  function copyBySelection() {
    var html = document.getElementById("w-source").value;
    function give(event) {
      event.clipboardData.setData("text/html", html);
      event.clipboardData.setData("text/plain", box.innerText);
      event.preventDefault();
    }
    select();
    document.addEventListener("copy", give);
    var done = document.execCommand("copy");
    document.removeEventListener("copy", give);
    if (!done) throw new Error("copy");
  }

  async function copy() {
    var html = document.getElementById("w-source").value;
    if (!(navigator.clipboard && window.ClipboardItem)) return copyBySelection();
    try {
      await navigator.clipboard.write([
        new ClipboardItem({
          "text/html": new Blob([html], { type: "text/html" }),
          "text/plain": new Blob([box.innerText], { type: "text/plain" }),
        }),
      ]);
    } catch (error) {
      copyBySelection();
    }
  }

  button.addEventListener("click", async function () {
    try {
      await copy();
      said.textContent = button.dataset.done;
    } catch (error) {
      select();
      said.textContent = button.dataset.failed;
    }
  });
})();
