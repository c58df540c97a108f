/* The form of a line: offers the values of the chosen field, and tries the rule while one types. Everything works without it. */
(function () {
  "use strict";
  const form = document.querySelector("form[data-preview]");
  if (!form) return;
  const panel = document.getElementById("preview");
  const WAIT = 500;
  const SORRY = "暂时不能试算，请按“试算”按钮。";

  function fit(row) {
    const field = row.querySelector("select[data-field]");
    const comparison = row.querySelector("select[data-comparison]");
    const value = row.querySelector("input[data-value]");
    const chosen = field.selectedOptions[0];
    const sort = chosen ? chosen.dataset.sort : "";
    const list = "values-" + field.value;
    if (document.getElementById(list)) value.setAttribute("list", list);
    else value.removeAttribute("list");
    for (const one of comparison.options) {
      const fits = !sort || !one.value || one.dataset.sorts.split(" ").includes(sort);
      one.hidden = one.disabled = !fits;
    }
    if (comparison.selectedOptions[0] && comparison.selectedOptions[0].disabled) {
      comparison.value = [...comparison.options].find((one) => one.value && !one.disabled)?.value || "";
    }
    const needless = ["yes", "no", "present", "absent", "within"].includes(comparison.value);
    value.disabled = needless;
    if (needless) value.value = "";
  }

  function say(lines, kind) {
    panel.dataset.kind = kind;
    panel.replaceChildren(...lines.map((line) => Object.assign(document.createElement("p"), { textContent: line })));
  }

  let timer = 0;
  let newest = 0;
  async function attempt() {
    const number = ++newest;
    try {
      const answer = await fetch(form.dataset.preview, { method: "POST", body: new FormData(form), credentials: "same-origin" });
      const found = await answer.json();
      if (number !== newest) return;
      if (answer.ok) say([found.sentence, found.numbers], "info");
      else say([found.message], "warning");
    } catch (error) {
      if (number === newest) say([SORRY], "warning");
    }
  }

  function soon() {
    clearTimeout(timer);
    timer = setTimeout(attempt, WAIT);
  }

  for (const row of form.querySelectorAll("[data-row]")) {
    fit(row);
    row.addEventListener("change", () => fit(row));
  }
  form.addEventListener("input", soon);
  form.addEventListener("change", soon);
})();
