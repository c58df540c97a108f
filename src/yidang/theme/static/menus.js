// The menus of the desk close by Escape, giving the keyboard back to their button, and by a click beside them. Without a
// script they close by their button alone.
(function () {
  "use strict";
  const open = () => document.querySelectorAll("details.yd-drop[open]");
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    open().forEach((one) => {
      const button = one.querySelector("summary");
      if (one.contains(document.activeElement)) button.focus();
      one.open = false;
    });
  });
  document.addEventListener("click", ({ target }) => open().forEach((one) => one.contains(target) || (one.open = false)));
})();
