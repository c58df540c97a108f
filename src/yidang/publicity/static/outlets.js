/* Placements: a known outlet fills its channel and level while it is typed. The server does the same without this. */
(function () {
  "use strict";
  const LIST = "yd-outlets";
  const EMPTY = ["", "--NOVALUE--"];

  const folded = (name) => name.normalize("NFKC").replace(/[\s《》〈〉“”"]/g, "").toLowerCase();

  function known() {
    return Array.from(document.querySelectorAll("#" + LIST + " option"), (one) => ({
      name: one.value,
      names: [one.value, ...(one.dataset.aliases || "").split("|")].map(folded).filter(Boolean),
      hosts: (one.dataset.hosts || "").split(" ").filter(Boolean),
      channel: one.dataset.channel || "",
      level: one.dataset.level || "",
    }));
  }

  function hostOf(address) {
    try {
      return new URL(address).hostname;
    } catch (error) {
      return "";
    }
  }

  /* What was chosen by hand stays; what this script filled may change with the outlet. */
  function fill(select, value) {
    if (!select || !value || select.value === value) {
      return;
    }
    if (EMPTY.includes(select.value) || select.dataset.filled === select.value) {
      select.value = value;
      select.dataset.filled = value;
    }
  }

  function cell(box, name) {
    return Array.from(box.querySelectorAll("input, select")).find((one) =>
      new RegExp("(^|\\.)" + name + "(:list)?$").test(one.name)
    );
  }

  document.addEventListener("change", (event) => {
    const box = event.target.closest && event.target.closest(".yd-rowcells, form");
    const outlet = box && cell(box, "outlet");
    const url = box && cell(box, "url");
    if (!outlet || ![outlet, url].includes(event.target)) {
      return;
    }
    const all = known();
    const host = hostOf(url ? url.value.trim() : "");
    const typed = folded(outlet.value);
    const found = typed
      ? all.find((one) => one.names.includes(typed))
      : all.find((one) => one.hosts.some((end) => host === end || host.endsWith("." + end)));
    if (!found) {
      return;
    }
    outlet.value = found.name;
    fill(cell(box, "channel"), found.channel);
    fill(cell(box, "level"), found.level);
  });
})();
