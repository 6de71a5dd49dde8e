/* The rich text editor: named after its field, with pastes in the house's tags and a link dialog
   that knows documents. What it lets through is the server's allow-list (portal/richtext). */
(() => {
  "use strict";

  if (!window.CKEDITOR) {
    return;
  }

  const ADDRESS = /^(https?:\/\/[^\s/]+\S*|document:\d{6,12}|\/\S*\/\d{6,12}(\/\S*)?)$/i;
  const KEPT = /^(https?:\/\/|mailto:|tel:|document:|\/(?!\/))/i;
  const LOADING =
    "audio,base,embed,iframe,img,link,math,noscript,object,script,source,svg,template,video";
  const TELLING = /^(href|start|scope|colspan|rowspan|style|data-picture)$/;
  const RENAMED = { b: "strong", i: "em", h1: "h2", h5: "h4", h6: "h4" };

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

  function styleOf(element, property) {
    const pattern = new RegExp(`(?<![\\w-])${property}\\s*:\\s*(\\w+)`, "i");
    const found = pattern.exec(element.attributes.style || "");
    return found ? found[1].toLowerCase() : "";
  }

  /* As the server does it (portal/richtext/runs.py): a style has the last word over its tag. */
  function rename(element) {
    const weight = styleOf(element, "font-weight");
    const isBold = /^(bold|bolder|[6-9]00)$/.test(weight);
    const isItalic = /^(italic|oblique)$/.test(styleOf(element, "font-style"));
    if (/^(b|strong)$/.test(element.name) && weight && !isBold) {
      element.name = "span";
    }
    element.name = RENAMED[element.name] || element.name;
    if (element.name === "span" && isBold) {
      element.name = "strong";
    } else if (element.name === "span" && isItalic) {
      element.name = "em";
    }
  }

  /* An address that the server would not keep goes now, so that its loss is seen. */
  function prepare(element) {
    rename(element);
    if (element.name === "a" && !KEPT.test((element.attributes.href || "").trim())) {
      delete element.attributes.href;
      delete element.attributes["data-cke-saved-href"];
    }
  }

  function inHouseTags(html) {
    const fragment = CKEDITOR.htmlParser.fragment.fromHtml(html);
    fragment.forEach(prepare, CKEDITOR.NODE_ELEMENT, true);
    const writer = new CKEDITOR.htmlParser.basicWriter();
    fragment.writeHtml(writer);
    return writer.getHtml();
  }

  /* What is never kept goes before the editor sees it: it puts a paste into the page to look at
     it, where pictures would be fetched from wherever. A parsed document of its own is inert. */
  function inert(html) {
    const parsed = new DOMParser().parseFromString(html, "text/html");
    parsed.querySelectorAll(LOADING).forEach((element) => element.remove());
    for (const element of parsed.querySelectorAll("*")) {
      for (const { name } of [...element.attributes]) {
        if (!TELLING.test(name)) {
          element.removeAttribute(name);
        }
      }
    }
    return parsed.body.innerHTML;
  }

  function onPaste(event) {
    if (event.data.dataValue && event.data.type !== "text") {
      event.data.dataValue = inHouseTags(inert(event.data.dataValue));
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
    // After the filters for Word and its like (3), before anything looks at it in the page (10).
    editor.on("paste", onPaste, null, null, 4);
  });
  CKEDITOR.on("dialogDefinition", onLinkDialog);
})();
