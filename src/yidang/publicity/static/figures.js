// Under the editor: every picture of the text with its alternative text and its caption, so that none is forgotten.
(function () {
  "use strict";
  const yidang = (window.yidang = window.yidang || {});
  yidang.editorParts = yidang.editorParts || [];

  function setCaption(editor, image, words) {
    const document_ = editor.getDoc();
    let figure = image.closest("figure");
    if (!words && figure) {
      const paragraph = document_.createElement("p");
      paragraph.append(image);
      figure.replaceWith(paragraph);
    } else if (words) {
      if (!figure) {
        figure = document_.createElement("figure");
        figure.className = "image";
        const block = image.closest("p");
        const alone = block && !block.textContent.trim() && block.querySelectorAll("img").length === 1;
        if (alone) block.replaceWith(figure);
        else (block || image).after(figure);
        figure.append(image);
      }
      let caption = figure.querySelector("figcaption");
      if (!caption) figure.append((caption = document_.createElement("figcaption")));
      caption.textContent = words;
    }
  }

  const captionOf = (image) => {
    const figure = image.closest("figure");
    const caption = figure && figure.querySelector("figcaption");
    return caption ? caption.textContent.trim() : "";
  };

  function field(line, number, word, kind, value, change) {
    const label = document.createElement("label");
    const input = document.createElement("input");
    input.className = "form-control";
    input.type = "text";
    input.maxLength = 200;
    input.value = value;
    input.dataset.kind = kind;
    input.addEventListener("input", () => change(input.value.trim()));
    label.append(`第 ${number} 张${word}`, input);
    line.append(label);
  }

  function lineFor(editor, image, number) {
    const line = document.createElement("li");
    const thumb = document.createElement("img");
    thumb.src = image.src;
    thumb.alt = "";
    const fields = document.createElement("div");
    line.append(thumb, fields);
    const changed = (change) => (words) => {
      change(words);
      editor.setDirty(true);
      editor.save();
      mark(line, image);
    };
    field(fields, number, "替代文字", "alt", image.getAttribute("alt") || "", changed((words) => image.setAttribute("alt", words)));
    field(fields, number, "图注（可不写）", "caption", captionOf(image), changed((words) => setCaption(editor, image, words)));
    mark(line, image);
    return line;
  }

  function mark(line, image) {
    if ((image.getAttribute("alt") || "").trim()) delete line.dataset.missing;
    else line.dataset.missing = "";
  }

  // The list is made anew only when other pictures are there; else a word that is being typed would lose its input.
  yidang.refreshFigures = function (editor, lead) {
    const section = document.getElementById("writing-figures");
    const images = [...editor.getBody().querySelectorAll("img:not([data-mce-bogus])")].filter((one) => !/^(?:blob|data):/.test(one.src));
    const list = section.querySelector("ol");
    const same = list.children.length === images.length && images.every((image, at) => list.children[at].shows === image);
    section.hidden = !images.length;
    if (!same) {
      list.replaceChildren(
        ...images.map((image, at) => {
          const line = lineFor(editor, image, at + 1);
          line.shows = image;
          return line;
        })
      );
    } else {
      images.forEach((image, at) => {
        const [alt, caption] = list.children[at].querySelectorAll("input");
        if (document.activeElement !== alt) alt.value = image.getAttribute("alt") || "";
        if (document.activeElement !== caption) caption.value = captionOf(image);
        mark(list.children[at], image);
      });
    }
    if (lead) {
      const first = list.querySelector("li[data-missing] input");
      if (first) first.focus();
    }
  };

  yidang.editorParts.push(function (editor) {
    let waiting = null;
    editor.on("init SetContent input change undo redo NodeChange", () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => editor.removed || yidang.refreshFigures(editor, false), 150);
    });
  });
})();
