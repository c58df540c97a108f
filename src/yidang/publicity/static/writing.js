// The form in which an article is written: keeps what is typed, offers it again after a crash, counts, begins with a template.
(function () {
  "use strict";
  const yidang = (window.yidang = window.yidang || {});
  const page = document.getElementById("writing");
  if (!page) return;
  const told = JSON.parse(page.dataset.told);
  const form = page.querySelector("form.yd-writing-form");
  const status = document.getElementById("writing-status");
  const EVERY = 3000;
  const OTHERS_ANSWER = 300;
  const RENEW = 10 * 60 * 1000;
  const LEFT_OUT = /^(?:_authenticator|revision|draft|overwrite)$|\.action$|^form\.buttons\.|-empty-marker$/;
  const TEXT = "form.widgets.text";
  const { drafts } = yidang;
  let name = told.draft || drafts.newName();
  let editor = null;
  let last = "";
  let keeping = true;
  let keptAt = null;
  let began = "";

  const two = (number) => String(number).padStart(2, "0");
  const clock = (moment) => `${two(moment.getHours())}:${two(moment.getMinutes())}:${two(moment.getSeconds())}`;
  const day = (moment) => `${moment.getMonth() + 1}月${moment.getDate()}日 ${clock(moment)}`;

  function values() {
    if (editor) form.querySelector(`textarea[name='${TEXT}']`).value = editor.getContent();
    const found = {};
    new FormData(form).forEach((value, key) => {
      if (typeof value === "string" && !LEFT_OUT.test(key)) (found[key] = found[key] || []).push(value);
    });
    return found;
  }

  // As many rows of placements as were kept.
  function makeRows(fields) {
    const row = (key) => Number((/^form\.widgets\.placements\.([0-9]+)\./.exec(key) || [0, 0])[1]);
    const last = Math.max(0, ...Object.keys(fields).map(row));
    for (let tries = 0; tries < 50 && !form.querySelector(`[name^='form.widgets.placements.${last}.']`); tries += 1) {
      const add = form.querySelector("tr:not(.datagridwidget-empty-row) .dgf--row-add");
      if (!add) return;
      add.click();
    }
  }

  function put(fields) {
    makeRows(fields);
    form.querySelectorAll("input, select, textarea").forEach((one) => {
      if (LEFT_OUT.test(one.name) || one.type === "file" || one.type === "hidden" || !one.name) return;
      const kept = fields[one.name] || [];
      if (one.type === "checkbox" || one.type === "radio") one.checked = kept.includes(one.value);
      else if (one.name === TEXT && editor) editor.undoManager.transact(() => editor.setContent(kept[0] || ""));
      else if (kept.length) one.value = kept.shift();
    });
  }

  function words() {
    return editor ? yidang.words(yidang.textOf(editor.getBody())) : 0;
  }

  function keep() {
    if (!keeping || !editor) return;
    const fields = values();
    const now = JSON.stringify(fields);
    if (now === last || now === began) return say();
    const draft = { at: Date.now(), revision: told.revision, title: (fields["form.widgets.title"] || [""])[0], words: words(), fields };
    last = now;
    keptAt = drafts.keep(told.user, told.place, name, draft) ? new Date() : false;
    say();
  }

  function say() {
    const parts = [`正文 ${words()} 字`];
    const prompts = editor ? yidang.promptsIn(editor.getBody()).length : 0;
    if (prompts) parts.push(`还有 ${prompts} 处提示没有写`);
    if (keptAt) parts.push(`${clock(keptAt)} 已暂存在本机，尚未保存`);
    if (keptAt === false) parts.push("浏览器不能暂存，请及时保存");
    if (!keeping) parts.push("已退出登录，不再暂存");
    const said = parts.join(" · ");
    if (status.textContent !== said) status.textContent = said;
  }

  // What a crash or the end of a session left behind

  function offer(open) {
    drafts.of(told.user, told.place).filter((one) => one.name !== name && !open.has(one.name)).slice(0, 3).forEach(offerOne);
  }

  function offerOne({ name: old, draft }) {
    const title = draft.title ? `《${draft.title}》` : "还没有标题的稿件";
    const moved = !told.isNew && draft.revision !== told.revision ? "暂存之后这篇稿件又被修改过，恢复后请核对。" : "";
    const box = yidang.note("info", `${title}有没保存的内容：${day(new Date(draft.at))} 暂存，正文 ${draft.words} 字。${moved}`, `draft-${old}`);
    const row = document.createElement("span");
    row.className = "yd-row";
    row.append(
      button("恢复", "yd-btn yd-btn-s yd-btn-main", () => {
        name = old;
        document.getElementById("writing-draft").value = name;
        put(draft.fields);
        box.remove();
        yidang.note("success", "已恢复暂存的内容。图片文件和题图需要重新选择，其余都在。", "restored");
        keep();
      }),
      button("丢弃", "yd-btn yd-btn-s", () => {
        drafts.drop(told.user, told.place, old);
        box.remove();
      })
    );
    box.append(row);
  }

  function button(text, kind, act) {
    const made = document.createElement("button");
    made.type = "button";
    made.className = kind;
    made.textContent = text;
    made.addEventListener("click", act);
    return made;
  }

  // Several windows, and signing out in another one

  function listen() {
    const open = new Set();
    if (drafts.channel) {
      drafts.channel.addEventListener("message", ({ data }) => {
        if (data.what === "signed-out") {
          keeping = false;
          say();
        } else if (data.user !== told.user || data.place !== told.place) return;
        else if (data.what === "who") drafts.channel.postMessage({ what: "here", user: told.user, place: told.place, name });
        if (data.what === "who" || data.what === "here") open.add(data.name);
        if (!told.isNew && data.name) yidang.note("warning", "这篇稿件也在另一个窗口中打开着，请只在一个窗口里修改，以免互相覆盖。", "twice");
      });
      drafts.channel.postMessage({ what: "who", user: told.user, place: told.place, name });
    }
    setTimeout(() => offer(open), OTHERS_ANSWER);
  }

  // A template, without leaving the page

  function chooseTemplates() {
    const links = [...page.querySelectorAll(".yd-templates a")];
    const genre = form.querySelector("[name='form.widgets.genre:list']");
    const title = form.querySelector("[name='form.widgets.title']");
    const current = links.find((one) => one.getAttribute("aria-current"));
    if (current && current.dataset.hint) title.placeholder = current.dataset.hint;
    links.forEach((link) =>
      link.addEventListener("click", (event) => {
        if (!editor) return;
        event.preventDefault();
        const written = yidang.textOf(editor.getBody()).replace(/【请写：[^【】]*】|\s/g, "");
        const fresh = !written || links.some((one) => one.dataset.html && sameText(one.dataset.html, editor));
        if (!fresh && !window.confirm("用这个模板替换现在的正文吗？可以用撤销按钮找回。")) return;
        editor.undoManager.transact(() => editor.setContent(link.dataset.html));
        if (genre) genre.value = link.dataset.genre || genre.options[0].value;
        title.placeholder = link.dataset.hint;
        links.forEach((one) => one.removeAttribute("aria-current"));
        link.setAttribute("aria-current", "true");
        editor.focus();
        yidang.setOffPrompts(editor);
        say();
      })
    );
  }

  function sameText(html, one) {
    const body = new DOMParser().parseFromString(html, "text/html").body;
    return yidang.textOf(body).replace(/\s/g, "") === yidang.textOf(one.getBody()).replace(/\s/g, "");
  }

  // Who writes for an hour stays signed in.
  function renew() {
    const link = document.querySelector("link[href*='/session/refresh']");
    if (link && !document.hidden) fetch(link.href, { credentials: "same-origin" }).catch(() => null);
  }

  yidang.editorParts.push(function (made) {
    made.on("init", () => {
      editor = made;
      began = told.draft ? "" : JSON.stringify(values());
      yidang.setOffPrompts(editor);
      say();
      listen();
      setInterval(keep, EVERY);
      setInterval(renew, RENEW);
    });
    let waiting = null;
    made.on("input change undo redo SetContent", () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => {
        if (editor) {
          yidang.setOffPrompts(editor);
          say();
        }
      }, 250);
    });
  });
  // Ctrl+S saves as everywhere else.
  function save() {
    form.querySelector("button[name='form.buttons.save']").click();
  }

  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key === "s") {
      event.preventDefault();
      save();
    }
  });
  yidang.editorParts.push((made) => made.addShortcut("meta+s", "保存", save));
  document.getElementById("writing-draft").value = name;
  yidang.followActivity(form, told.url);
  chooseTemplates();
  form.addEventListener("submit", keep);
  window.addEventListener("pagehide", keep);
})();
