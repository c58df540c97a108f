// Counts words as WPS does: each Chinese sign is one, each run of letters and digits is one, blanks are none
// (prose.py counts the same). Finds the prompts that are left.
(function () {
  "use strict";
  const yidang = (window.yidang = window.yidang || {});
  yidang.editorParts = yidang.editorParts || [];
  const SIGNS =
    "\\u2014\\u2018\\u2019\\u201c\\u201d\\u2026\\u2e80-\\u2fff\\u3001-\\u9fff\\uac00-\\ud7af\\uf900-\\ufaff\\ufe30-\\ufe4f\\uff01-\\uffef\\u{20000}-\\u{3ffff}";
  const WORD = new RegExp(`[${SIGNS}]|[^\\s${SIGNS}]+`, "gu");
  const PROMPT = /【\s*(?:请写|请插入图片)\s*[：:][^【】]*】?/g;
  const BLOCK = /^(?:P|H[1-6]|LI|DT|DD|TD|TH|DIV|BLOCKQUOTE|PRE|FIGCAPTION|CAPTION|BR|HR|TR|TABLE|UL|OL|FIGURE|IMG)$/;

  yidang.textOf = function (node) {
    let text = "";
    node.childNodes.forEach((child) => {
      if (child.nodeType === 3) text += child.data;
      else if (child.nodeType === 1) {
        const gap = BLOCK.test(child.nodeName) ? " " : "";
        text += gap + yidang.textOf(child) + gap;
      }
    });
    return text;
  };

  yidang.words = (text) => (text.replace(/[\u200b\ufeff]/g, "").match(WORD) || []).length;

  // Places of the prompts: {node, start, end}, so that one can be set off, or selected with one click.
  yidang.promptsIn = function (body) {
    const found = [];
    const walker = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (const match of node.data.matchAll(PROMPT)) {
        found.push({ node, start: match.index, end: match.index + match[0].length });
      }
    }
    return found;
  };

  function rangeOf(prompt) {
    const range = prompt.node.ownerDocument.createRange();
    range.setStart(prompt.node, prompt.start);
    range.setEnd(prompt.node, prompt.end);
    return range;
  }

  yidang.setOffPrompts = function (editor) {
    const view = editor.getWin();
    if (!view.CSS || !view.CSS.highlights) return;
    view.CSS.highlights.set("prompt", new view.Highlight(...yidang.promptsIn(editor.getBody()).map(rangeOf)));
  };

  yidang.editorParts.push(function (editor) {
    editor.on("init", () => (editor.iframeElement.title = "正文编辑区"));
    editor.on("click", function () {
      const range = editor.selection.getRng();
      if (!range.collapsed) return;
      const hit = yidang
        .promptsIn(editor.getBody())
        .find((one) => one.node === range.startContainer && one.start < range.startOffset && range.startOffset < one.end);
      if (hit) editor.selection.setRng(rangeOf(hit));
    });
  });
})();
