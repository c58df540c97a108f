// What the editor asks of us once it is there; the parts come from the other files of this folder.
(function () {
  "use strict";
  window.tinymce.PluginManager.add("yidang", function (editor) {
    // What the editor's own Chinese leaves out.
    window.tinymce.addI18n("zh_CN", { Blockquote: "引文", Cut: "剪切", Div: "段落", "Line height": "行高" });
    const yidang = window.yidang || {};
    (yidang.editorParts || []).forEach((part) => part(editor));
    return {};
  });
})();
