// The activity that is reported: what its record says fills the fields that are still empty.
(function () {
  "use strict";
  const yidang = (window.yidang = window.yidang || {});
  const WORDS = { event_date: "日期", event_place: "地点", event_participants: "人次", station: "站点" };

  yidang.followActivity = function (form, url) {
    const input = form.querySelector("[name='form.widgets.activity']");
    if (!input) return;
    const said = document.createElement("div");
    said.className = "form-text";
    said.setAttribute("role", "status");
    input.closest(".field").append(said);
    const filled = {};

    const field = (name) => form.querySelector(`[name='form.widgets.${name}'], [name='form.widgets.${name}:list']`);
    const isEmpty = (one) => !one.value || one.value === "--NOVALUE--";

    function fill(values) {
      const taken = [];
      const other = [];
      Object.entries(values).forEach(([name, value]) => {
        const one = field(name);
        if (!value || !one) return;
        if (isEmpty(one) || one.value === filled[name]) {
          one.value = value;
          filled[name] = one.value;
          taken.push(WORDS[name]);
        } else if (one.value !== value) other.push(`${WORDS[name]}（记录中是 ${one.selectedOptions ? nameOf(one, value) : value}）`);
      });
      const parts = [];
      if (taken.length) parts.push(`已从记录带出${taken.join("、")}。`);
      if (other.length) parts.push(`与记录不同，请核对：${other.join("、")}。`);
      said.textContent = parts.join("") || "记录里没有可带出的内容。";
    }

    const nameOf = (select, value) => ([...select.options].find((one) => one.value === value) || { text: value }).text;

    async function ask() {
      said.textContent = "";
      if (!input.value.trim()) return;
      try {
        const answer = await fetch(`${url}/@@reported-activity?label=${encodeURIComponent(input.value.trim())}`, { credentials: "same-origin" });
        const told = await answer.json();
        if (told.fields) fill(told.fields);
        else said.textContent = told.message || "";
      } catch (error) {
        said.textContent = "没有读到活动记录，保存时再带出。";
      }
    }

    input.addEventListener("change", ask);
  };
})();
