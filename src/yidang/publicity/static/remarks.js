// Words selected in the article go into the box for a remark; the words of open remarks are set off. Without this script
// one chooses the paragraph in the box.
(function () {
  "use strict";
  const article = document.querySelector(".yd-article");
  const box = document.getElementById("remark-new");
  const script = document.currentScript;
  if (!article || !box) return;
  const form = box.querySelector("form");
  const FIELDS = { title: "header h1", description: ".yd-summary", image_caption: ".yd-figure figcaption" };
  for (const [name, path] of Object.entries(FIELDS)) {
    const element = article.querySelector(path);
    if (element) element.dataset.passage = name;
  }
  const keyOf = (element) => (/^\d+$/.test(element.dataset.passage) ? "text-" : "") + element.dataset.passage;
  const folded = (text) => text.replace(/\s+/g, " ");

  const button = document.createElement("button");
  button.type = "button";
  button.className = "yd-btn yd-btn-s yd-btn-main yd-remark-here";
  button.textContent = script ? script.dataset.add : "";
  button.hidden = true;
  document.body.append(button);
  let chosen = null;

  function look() {
    const selection = window.getSelection();
    chosen = null;
    if (selection.rangeCount && !selection.isCollapsed && article.contains(selection.anchorNode)) {
      const range = selection.getRangeAt(0);
      const start = range.startContainer;
      const holder = (start.nodeType === 1 ? start : start.parentElement).closest("[data-passage]");
      if (holder) {
        // A selection that runs into the next paragraph is cut at the end of this one.
        if (!holder.contains(range.endContainer)) range.setEnd(holder, holder.childNodes.length);
        const before = document.createRange();
        before.selectNodeContents(holder);
        before.setEnd(range.startContainer, range.startOffset);
        chosen = { key: keyOf(holder), quote: folded(range.toString()).trim(), before: folded(before.toString()).slice(-20) };
        const place = range.getBoundingClientRect();
        button.style.top = `${window.scrollY + place.bottom + 6}px`;
        button.style.left = `${Math.max(8, Math.min(window.scrollX + place.left, document.documentElement.clientWidth - 150))}px`;
      }
    }
    button.hidden = !(chosen && chosen.quote);
  }

  let timer = 0;
  document.addEventListener("selectionchange", () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(look, 150);
  });
  button.addEventListener("mousedown", (event) => event.preventDefault());
  button.addEventListener("click", () => {
    if (!chosen) return;
    form.elements.place.value = chosen.key;
    form.elements.quote.value = chosen.quote.slice(0, 300);
    form.elements.before.value = chosen.before;
    box.open = true;
    button.hidden = true;
    window.getSelection().removeAllRanges();
    form.elements.text.focus();
    box.scrollIntoView({ block: "center" });
  });

  // The place of words in a paragraph, whatever elements they run through; blanks are folded as on the server.
  function rangeOf(element, quote, start) {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const spots = [];
    let text = "";
    while (walker.nextNode()) {
      const node = walker.currentNode;
      for (let at = 0; at < node.data.length; at += 1) {
        const blank = /\s/.test(node.data[at]);
        if (blank && (!text || text.endsWith(" "))) continue;
        text += blank ? " " : node.data[at];
        spots.push([node, at]);
      }
    }
    let from = text.indexOf(quote, Math.max(0, start));
    if (from < 0) from = text.indexOf(quote);
    if (from < 0) return null;
    const range = document.createRange();
    range.setStart(...spots[from]);
    const [node, at] = spots[from + quote.length - 1];
    range.setEnd(node, at + 1);
    return range;
  }

  const ranges = [];
  for (const item of document.querySelectorAll(".yd-remarks > li[data-place]")) {
    const name = item.dataset.place.replace(/^text-/, "");
    const holder = name && article.querySelector(`[data-passage="${name}"]`);
    if (!holder) continue;
    holder.dataset.remarked = "";
    const range = item.dataset.quote ? rangeOf(holder, item.dataset.quote, Number(item.dataset.start)) : null;
    if (range) ranges.push(range);
  }
  if (ranges.length && window.CSS && CSS.highlights) CSS.highlights.set("yd-remark", new Highlight(...ranges));
})();
