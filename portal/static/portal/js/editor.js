/* The rich text editor: named after its field, with a link dialog that knows documents. What it
   lets through is the server's allow-list (portal/richtext). */
(() => {
  "use strict";

  if (!window.CKEDITOR) {
    return;
  }

  const ADDRESS = /^(https?:\/\/[^\s/]+\S*|document:\d{6,12}|\/\S*\/\d{6,12}(\/\S*)?)$/i;

  function labelOf(editor) {
    return document.querySelector(`label[for="${CSS.escape(editor.name)}"]`);
  }

  /* The editor hides the textarea that the label and the help text belong to. */
  function nameAfterField(editor) {
    const label = labelOf(editor);
    if (label) {
      const title = label.textContent.trim().replace(/:$/, "");
      editor.config.title = title;
      editor.config.applicationTitle = title;
    }
  }

  function connectToField(editor) {
    const textarea = editor.element.$;
    const editable = editor.editable();
    for (const name of ["aria-describedby", "aria-invalid", "aria-required"]) {
      if (textarea.hasAttribute(name)) {
        editable.setAttribute(name, textarea.getAttribute(name));
      }
    }
    const label = labelOf(editor);
    if (label) {
      label.addEventListener("click", () => editor.focus());
    }
  }

  /* "document:108863" and an address of this site take no "https://" in front. */
  function withoutProtocol(dialog) {
    const url = dialog.getContentElement("info", "url");
    if (/^(document:|\/)/i.test(url.getValue().trim())) {
      dialog.setValueOf("info", "protocol", "");
    }
  }

  function onLinkDialog(event) {
    if (event.data.name !== "link") {
      return;
    }
    // The upload tab, though it has no server, would run an inline script in a frame of its own.
    event.data.definition.removeContents("upload");
    const info = event.data.definition.getContents("info");
    const words = event.editor.config.portalWords;
    const kind = info.get("linkType");
    kind.items = kind.items.filter((item) => item[1] !== "anchor");
    const protocol = info.get("protocol");
    protocol.items = protocol.items.filter((item) => /^(https?:\/\/)?$/.test(item[1]));
    const url = info.get("url");
    const onKeyUp = url.onKeyUp;
    url.onKeyUp = function () {
      onKeyUp.call(this);
      withoutProtocol(this.getDialog());
    };
    url.validate = function () {
      const dialog = this.getDialog();
      if (dialog.getValueOf("info", "linkType") !== "url") {
        return true;
      }
      withoutProtocol(dialog);
      const address = dialog.getValueOf("info", "protocol") + this.getValue().trim();
      return ADDRESS.test(address) || words.badAddress;
    };
  }

  CKEDITOR.on("instanceCreated", ({ editor }) => {
    editor.on("configLoaded", () => nameAfterField(editor));
    editor.on("instanceReady", () => connectToField(editor));
  });
  CKEDITOR.on("dialogDefinition", onLinkDialog);
})();
