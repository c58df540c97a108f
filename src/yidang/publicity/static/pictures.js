// Pictures of the text: several at once, chosen or dropped, with the progress of each; our own sentence when one is refused.
(function () {
  "use strict";
  const yidang = (window.yidang = window.yidang || {});
  yidang.editorParts = yidang.editorParts || [];
  const SORRY = "图片没有传上，请检查网络后再试。";
  const IS_PICTURE = /^image\/(?:jpeg|png|gif|webp)$/;

  yidang.note = function (kind, words, name) {
    const place = document.getElementById("writing-notes");
    if (!place) return null;
    const made = document.createElement("div");
    made.className = "yd-alert";
    made.dataset.kind = kind;
    made.dataset.name = name || "";
    made.textContent = words;
    place.querySelectorAll("[data-name]").forEach((one) => name && one.dataset.name === name && one.remove());
    place.append(made);
    return made;
  };

  function send(address, blob, name, tell) {
    return new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      const body = new FormData();
      body.append("file", blob, name);
      request.open("POST", address);
      request.upload.onprogress = (event) => event.lengthComputable && tell && tell(event.loaded / event.total);
      request.onerror = () => reject(new Error(SORRY));
      request.onload = () => {
        let answer = {};
        try {
          answer = JSON.parse(request.responseText);
        } catch (error) {
          // A page instead of an answer: the session has ended.
          answer = { message: "登录已过期，图片没有传上。请在新窗口登录后再传，正文已暂存在本机。" };
        }
        if (answer.location) resolve(answer.location);
        else reject(new Error(answer.message || SORRY));
      };
      request.send(body);
    });
  }

  function row(list, name) {
    const line = document.createElement("li");
    const bar = document.createElement("progress");
    const label = document.createElement("span");
    bar.max = 1;
    bar.value = 0;
    bar.setAttribute("aria-label", `${name} 的上传进度`);
    label.textContent = name;
    line.append(label, bar);
    list.append(line);
    return {
      tell: (share) => (bar.value = share),
      done: () => line.remove(),
      failed: (words) => {
        bar.remove();
        line.className = "yd-bad";
        label.textContent = `${name}：${words}`;
      },
    };
  }

  async function uploadAll(editor, files) {
    const list = document.getElementById("writing-uploads");
    list.querySelectorAll(".yd-bad").forEach((one) => one.remove());
    const address = editor.options.get("images_upload_url");
    const waiting = files.map((file) => ({ file, line: row(list, file.name) }));
    for (const { file, line } of waiting) {
      if (!IS_PICTURE.test(file.type)) {
        line.failed("只收 JPG、PNG、GIF、WebP 图片。");
        continue;
      }
      try {
        const location = await send(address, await yidang.shrunk(file), file.name, line.tell);
        editor.insertContent(`<p><img src="${editor.dom.encode(location)}" alt=""></p>`);
        line.done();
      } catch (error) {
        line.failed(error.message);
      }
    }
    yidang.refreshFigures(editor, true);
  }

  function choose(editor) {
    const input = document.createElement("input");
    input.type = "file";
    input.multiple = true;
    input.accept = ".jpg,.jpeg,.png,.gif,.webp";
    input.id = "writing-choose";
    input.hidden = true;
    input.addEventListener("change", () => {
      uploadAll(editor, [...input.files]);
      input.remove();
    });
    document.querySelectorAll("#writing-choose").forEach((one) => one.remove());
    document.body.append(input);
    input.click();
  }

  function filesOnly(transfer) {
    if (!transfer || !transfer.files.length || [...transfer.types].includes("text/html")) return [];
    return [...transfer.files];
  }

  function goTo(editor, event) {
    const there = editor.getDoc().caretRangeFromPoint && editor.getDoc().caretRangeFromPoint(event.clientX, event.clientY);
    if (there && editor.getBody().contains(there.startContainer)) editor.selection.setRng(there);
  }

  yidang.editorParts.push(function (editor) {
    editor.options.set("images_upload_handler", async (info, tell) => {
      try {
        const photo = await yidang.shrunk(info.blob());
        return await send(editor.options.get("images_upload_url"), photo, info.filename(), (share) => tell(Math.round(share * 100)));
      } catch (error) {
        yidang.note("error", error.message, "upload");
        throw { message: error.message, remove: true };
      }
    });
    editor.ui.registry.addButton("pictures", { icon: "image", text: "插入图片", tooltip: "插入图片（可一次选多张）", onAction: () => choose(editor) });
    editor.on("drop", (event) => {
      const files = filesOnly(event.dataTransfer);
      if (!files.length) return;
      event.preventDefault();
      goTo(editor, event);
      uploadAll(editor, files);
    }, true);
    editor.on("paste", (event) => {
      const files = filesOnly(event.clipboardData);
      if (!files.length) return;
      event.preventDefault();
      uploadAll(editor, files);
    }, true);
    editor.on("init", () => {
      const list = document.createElement("ul");
      list.id = "writing-uploads";
      list.setAttribute("aria-live", "polite");
      editor.getContainer().after(list);
    });
  });
})();
