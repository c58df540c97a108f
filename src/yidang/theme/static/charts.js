// Draws every figure.yd-chart anew with Apache ECharts. Without this file, or without the library, the plain drawing stays.
(function () {
  "use strict";
  if (!window.echarts) return;

  var root = getComputedStyle(document.documentElement);
  function colour(name) { return root.getPropertyValue("--yd-" + name).trim(); }
  var INK = colour("ink"), MUTED = colour("muted"), LINE = colour("line"), FONT = getComputedStyle(document.body).fontFamily;
  // Hatched, so that an earlier contract is told apart on black-and-white paper too.
  var HATCHED = { symbol: "rect", dashArrayX: [1, 0], dashArrayY: [2, 3], rotation: -Math.PI / 4, color: "rgba(255,255,255,.75)" };
  var ROLES = {
    done: { color: "#7db5ae" }, verified: { color: colour("teal") }, plan: { color: MUTED, dash: "dashed" },
    before: { color: "#8a9794", decal: HATCHED }, target: { color: colour("amber"), dash: "dotted" }
  };

  function series(one) {
    var look = ROLES[one.role] || ROLES.done;
    if (one.form === "bar") {
      return { name: one.name, type: "bar", data: one.values, barMaxWidth: 28, barGap: "8%",
        itemStyle: { color: look.color, decal: look.decal, borderRadius: [2, 2, 0, 0] }, emphasis: { focus: "series" } };
    }
    return { name: one.name, type: "line", data: one.values, symbol: look.dash ? "none" : "circle", symbolSize: 6, color: look.color,
      lineStyle: { color: look.color, width: 2, type: look.dash || "solid" }, emphasis: { focus: "series" } };
  }

  function option(data) {
    var text = { color: MUTED, fontFamily: FONT, fontSize: 12 };
    return {
      animation: false,
      aria: { enabled: true, label: { description: data.summary } },
      textStyle: { fontFamily: FONT },
      grid: { left: 4, right: 8, top: 34, bottom: 4, containLabel: true },
      legend: { top: 0, left: 0, itemWidth: 18, itemHeight: 10, textStyle: text },
      tooltip: { trigger: "axis", axisPointer: { type: "shadow" }, confine: true, textStyle: { color: INK, fontSize: 13 },
        valueFormatter: function (value) { return value == null ? "—" : value.toLocaleString("zh-CN") + " " + data.unit; } },
      xAxis: { type: "category", data: data.labels, axisTick: { show: false }, axisLine: { lineStyle: { color: colour("line-strong") } }, axisLabel: text },
      yAxis: { type: "value", minInterval: 1, axisLabel: text, splitLine: { lineStyle: { color: LINE } } },
      series: data.series.map(series)
    };
  }

  var charts = [];
  document.querySelectorAll("figure.yd-chart").forEach(function (figure) {
    var place = figure.querySelector(".yd-drawing");
    var data = JSON.parse(figure.querySelector("script[type='application/json']").textContent);
    var canvas = document.createElement("div");
    canvas.className = "yd-drawing yd-drawn";
    place.replaceWith(canvas);
    var chart = window.echarts.init(canvas, null, { renderer: "svg", locale: "ZH" });
    chart.setOption(option(data));
    charts.push(chart);
  });
  function fit(size) { charts.forEach(function (chart) { chart.resize(size); }); }
  if (window.ResizeObserver) {
    var seen = new ResizeObserver(function () { fit(); });
    charts.forEach(function (chart) { seen.observe(chart.getDom()); });
  }
  window.addEventListener("beforeprint", function () { fit({ width: 640, height: 220 }); });
  window.addEventListener("afterprint", function () { fit(); });
})();
