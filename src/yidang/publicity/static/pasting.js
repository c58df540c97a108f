// Pasted text from Word, WPS and WeChat: styles out; headings, lists, tables, links and pictures kept. The server does
// the same again (pasted.py, cleaning.py); here it is done so that the writer sees at once what will remain.
(function () {
  "use strict";
  const yidang = (window.yidang = window.yidang || {});
  yidang.editorParts = yidang.editorParts || [];
  const KEPT = "P BR HR H2 H3 H4 UL OL LI DL DT DD BLOCKQUOTE STRONG B EM I U S SUB SUP A IMG FIGURE FIGCAPTION PRE CODE TABLE CAPTION THEAD TBODY TFOOT TR TH TD".split(" ");
  const GONE = "SCRIPT STYLE IFRAME OBJECT EMBED FORM INPUT BUTTON SELECT TEXTAREA SVG MATH LINK META BASE TITLE TEMPLATE NOSCRIPT VIDEO AUDIO XML".split(" ");
  const BLOCKS = "p,h1,h2,h3,h4,h5,h6,ul,ol,dl,table,blockquote,pre,figure,div,section,article,hr,img";
  const ATTRIBUTES = { A: ["href"], IMG: ["src", "alt"], TD: ["colspan", "rowspan"], TH: ["colspan", "rowspan", "scope"], OL: ["start"] };
  const ORDINAL = /^[(（]?([0-9]{1,3}|[a-zA-Z]|[ivxIVX]{2,5})[.．)）、]$/;
  const MACHINE_ALT = /^(?:(?:图片|图像|图(?=[ _-]?[0-9])|照片|截图|微信图片|微信截图|说明|qq图片|wps图片|img|image|picture|pic|photo|wps|dsc|clip_image|mmexport)[\s_\-()（）]*[0-9a-z_\-.() ]*|[0-9a-f_-]{6,}|.*\.(?:jpe?g|png|gif|webp|bmp|tiff?|heic))$/i;
  const LOCAL = /^(?:file|cid|webkit-fake-url|about|x-apple-content-cid):/i;
  const MISSING = "【请插入图片：原稿中的一张图片没有带过来】";

  const styleOf = (element, name) => {
    const found = new RegExp(`(?:^|;)\\s*${name}\\s*:\\s*([^;]*)`, "i").exec(element.getAttribute("style") || "");
    return found ? found[1].trim().toLowerCase() : "";
  };
  const says = (element) => element.textContent.replace(/[\s\u00a0\u3000]/g, "") !== "" || !!element.querySelector("img");
  const unwrap = (element) => element.replaceWith(...element.childNodes);
  const rename = (element, name) => {
    const made = element.ownerDocument.createElement(name);
    made.append(...element.childNodes);
    element.replaceWith(made);
    return made;
  };

  function dropOffice(body) {
    const walker = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_COMMENT);
    const comments = [];
    while (walker.nextNode()) comments.push(walker.currentNode);
    comments.forEach((one) => one.remove());
    body.querySelectorAll("*").forEach((one) => {
      const hidden = styleOf(one, "display") === "none" || styleOf(one, "mso-hide") === "all" || styleOf(one, "mso-element").startsWith("comment");
      if (GONE.includes(one.nodeName) || hidden) one.remove();
      else if (one.nodeName.includes(":")) unwrap(one);
    });
  }

  // Word and WPS: <p style="mso-list:l0 level2 lfo1"> with the sign typed in front.
  function makeLists(body) {
    let open = [];
    body.querySelectorAll("p,li,h1,h2,h3,h4,h5,h6").forEach((paragraph) => {
      const level = Number((/\blevel([1-9])\b/.exec(styleOf(paragraph, "mso-list")) || [0, 0])[1]);
      const sign = level && paragraph.nodeName === "P" ? takeSign(paragraph) : null;
      if (!sign) {
        open = [];
        return;
      }
      if (open.length && open[0].nextElementSibling !== paragraph) open = [];
      open.length = Math.min(open.length, level);
      if (open.length === level && open[level - 1].nodeName !== sign.list) open.pop();
      while (open.length < level) open.push(newList(open, paragraph, sign));
      open[level - 1].append(paragraph);
      rename(paragraph, "li");
    });
  }

  function takeSign(paragraph) {
    const span = [...paragraph.querySelectorAll("span")].find((one) => styleOf(one, "mso-list") === "ignore");
    if (!span) return { list: "UL", start: 1 };
    const words = span.textContent.replace(/[\s\u00a0]/g, "");
    const ordinal = ORDINAL.exec(words);
    // 一、 （二）: headings of official papers, kept as they are written.
    if (!ordinal && /[一二三四五六七八九十]/.test(words)) {
      span.textContent = words;
      return null;
    }
    span.remove();
    return { list: ordinal ? "OL" : "UL", start: (ordinal && Number(ordinal[1])) || 1 };
  }

  function newList(open, paragraph, sign) {
    const made = paragraph.ownerDocument.createElement(sign.list);
    if (sign.list === "OL" && sign.start > 1) made.setAttribute("start", sign.start);
    const outer = open[open.length - 1];
    if (!outer) paragraph.before(made);
    else {
      if (!outer.lastElementChild) outer.append(paragraph.ownerDocument.createElement("li"));
      outer.lastElementChild.append(made);
    }
    return made;
  }

  function makeStructure(body) {
    body.querySelectorAll("p").forEach((one) => {
      const level = Number(styleOf(one, "mso-outline-level"));
      if (level >= 1 && level <= 9 && !one.closest("li,td,th")) rename(one, `h${Math.min(level + 1, 4)}`);
    });
    body.querySelectorAll("h1").forEach((one) => rename(one, "h2"));
    body.querySelectorAll("h5,h6").forEach((one) => rename(one, "h4"));
    body.querySelectorAll("span,font").forEach((one) => {
      const bold = /^(?:bold|bolder|[6-9]00)$/.test(styleOf(one, "font-weight"));
      if (bold && !one.closest("h2,h3,h4,strong,b,th")) rename(one, "strong");
      else unwrap(one);
    });
  }

  // The innermost wrapper first: around blocks it goes, around words it is a paragraph.
  function flatten(body) {
    [...body.querySelectorAll("section,article,main,header,footer,center,div")].reverse().forEach((one) => {
      if ([...one.children].some((child) => child.matches(BLOCKS)) || one.parentElement.closest("p,a,strong,em,b,i,h2,h3,h4") || !says(one)) {
        [...one.childNodes].forEach((child) => {
          if (child.nodeType === 3 && child.data.trim() && one.querySelector(BLOCKS)) {
            const words = one.ownerDocument.createElement("p");
            child.replaceWith(words);
            words.append(child);
          }
        });
        unwrap(one);
      } else rename(one, "p");
    });
    body.querySelectorAll("*").forEach((one) => {
      if (!KEPT.includes(one.nodeName)) unwrap(one);
    });
    body.querySelectorAll("p").forEach((one) => says(one) || one.remove());
    body.querySelectorAll("td,th").forEach((cell) => {
      if (cell.children.length === 1 && cell.firstElementChild.nodeName === "P" && cell.textContent.trim() === cell.firstElementChild.textContent.trim()) unwrap(cell.firstElementChild);
    });
  }

  // Pictures that the clipboard holds beside the text take the places of those that lie on the writer's disk.
  function placePictures(body, held, told) {
    const local = [...body.querySelectorAll("img")].filter((one) => LOCAL.test(one.getAttribute("src") || ""));
    const known = local.length === held.length ? held : [];
    body.querySelectorAll("img").forEach((one) => {
      const address = one.getAttribute("data-src") || one.getAttribute("src") || "";
      if (MACHINE_ALT.test((one.getAttribute("alt") || "").trim())) one.setAttribute("alt", "");
      const place = local.indexOf(one);
      if (place >= 0 && known[place]) return one.setAttribute("src", known[place]);
      const ours = address.startsWith(location.origin + "/") || /^(?:data:image\/(?!svg)|blob:)/i.test(address);
      if (ours) return one.setAttribute("src", address);
      told[LOCAL.test(address) ? "left" : "outside"] += 1;
      const block = one.closest("p,section,div");
      if (block && block !== body && !block.textContent.trim()) block.textContent = MISSING;
      else one.replaceWith(MISSING);
    });
  }

  yidang.clean = function (html, held) {
    const body = new DOMParser().parseFromString(html, "text/html").body;
    const told = { html: "", left: 0, outside: 0 };
    dropOffice(body);
    placePictures(body, held || [], told);
    makeLists(body);
    makeStructure(body);
    flatten(body);
    body.querySelectorAll("*").forEach((one) => {
      [...one.attributes].forEach((attribute) => (ATTRIBUTES[one.nodeName] || []).includes(attribute.name) || one.removeAttribute(attribute.name));
      if (one.nodeName === "A" && !/^(?:https?:|mailto:|tel:|\/)/i.test(one.getAttribute("href") || "")) unwrap(one);
    });
    told.html = body.innerHTML.replace(/[\u00a0]/g, " ").replace(/\s*\n\s*/g, " ").trim();
    return told;
  };

  // Word puts the pictures of a copied text into the RTF beside it, as hexadecimal digits.
  yidang.picturesInRtf = function (rtf) {
    const found = [];
    for (const match of rtf.matchAll(/\\(pngblip|jpegblip)/g)) {
      const digits = digitsAfter(rtf, match.index + match[0].length);
      if (!/^(?:89504e47|ffd8ff)/i.test(digits)) continue;
      const bytes = new Uint8Array(digits.length >> 1);
      for (let at = 0; at < bytes.length; at += 1) bytes[at] = parseInt(digits.substr(at * 2, 2), 16);
      let text = "";
      for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
      found.push(`data:image/${match[1] === "pngblip" ? "png" : "jpeg"};base64,${btoa(text)}`);
    }
    return found;
  };

  function digitsAfter(rtf, start) {
    let depth = 0;
    let digits = "";
    let from = start;
    for (let at = start; at < rtf.length; at += 1) {
      const sign = rtf[at];
      if (sign !== "{" && sign !== "}") continue;
      if (depth === 0) digits += rtf.slice(from, at);
      if (sign === "}" && depth === 0) break;
      depth += sign === "{" ? 1 : -1;
      from = at + 1;
    }
    return digits.replace(/\\[a-z]+-?[0-9]* ?/gi, "").replace(/[^0-9a-f]/gi, "");
  }

  function say(told) {
    const words = [];
    if (told.outside) words.push(`${told.outside} 张图片在别的网站上，不能直接引用：请在原网页把图片另存到电脑，再用工具栏的“插入图片”放回原处。`);
    if (told.left) words.push(`${told.left} 张图片没有随文字带过来：请从原文件另存图片，再用工具栏的“插入图片”放回原处。`);
    if (words.length) yidang.note("warning", `${words.join("")}正文里用【请插入图片】标出了位置。`, "pasted");
  }

  yidang.editorParts.push(function (editor) {
    let held = [];
    editor.on("paste", (event) => {
      const rtf = event.clipboardData ? event.clipboardData.getData("text/rtf") : "";
      held = rtf ? yidang.picturesInRtf(rtf) : [];
    }, true);
    editor.on("PastePreProcess", (event) => {
      if (event.internal) return;
      const told = yidang.clean(event.content, held);
      held = [];
      event.content = told.html;
      say(told);
    }, true);
    editor.on("PastePostProcess", () => setTimeout(() => editor.uploadImages(), 0));
  });
})();
