/* Pictures in a text: the button offers the saved rows of the page's list of pictures, and in the
   editor a picture stands as one block that is chosen and deleted as a whole. The stored text
   holds nothing but the key of the row (portal/richtext/pictures.py). */
(() => {
  "use strict";

  if (!window.CKEDITOR) {
    return;
  }

  const ROW = "[data-part-key]";
  const KEY = /^[0-9a-f]{32}$/;
  const OWN_ADDRESS = /^\/[\w./-]+$/;
  const TOLD_BY = ["caption", "alt"];

  /* What a row says of its picture, as far as it is typed now. */
  function wordsOf(row) {
    const fields = TOLD_BY.map((name) => row.querySelector(`[name$="-${name}"]`));
    const told = fields.find((field) => field && field.value.trim());
    return told ? told.value.trim() : "";
  }

  function pictures(editor) {
    return [...document.querySelectorAll(ROW)].map((mark, index) => {
      const row = mark.closest(".inline-related, tr") || mark;
      const words = wordsOf(row);
      const number = `${editor.config.portalWords.picture} ${index + 1}`;
      const image = row.querySelector("img");
      return {
        key: mark.dataset.partKey,
        label: words ? `${number}: ${words}` : number,
        address: (image && image.getAttribute("src")) || "",
      };
    });
  }

  /* How a picture stands in the editor: its label is drawn by editor.css from aria-label. */
  function shown(editor, key) {
    const found = pictures(editor).find((picture) => picture.key === key);
    const attributes = {
      "data-picture": key,
      "aria-label": found ? found.label : editor.config.portalWords.lostPicture,
      contenteditable: "false",
    };
    if (found && OWN_ADDRESS.test(found.address)) {
      attributes.style = `background-image: url("${found.address}")`;
    }
    return attributes;
  }

  function keyOf(element) {
    const key = (element.attributes["data-picture"] || "").toLowerCase();
    return KEY.test(key) ? key : "";
  }

  function toEditor(editor) {
    return (element) => {
      const key = keyOf(element);
      if (!key) {
        delete element.name; // as the server: the tags go, what they hold stays
        return;
      }
      element.children = [];
      element.attributes = shown(editor, key);
    };
  }

  function toText(element) {
    element.children = [];
    element.attributes = { "data-picture": keyOf(element) };
  }

  function isPicture(node) {
    return Boolean(node && node.type === CKEDITOR.NODE_ELEMENT && node.is("figure"));
  }

  function emptyParagraph(editor) {
    const paragraph = editor.document.createElement("p");
    paragraph.appendBogus();
    return paragraph;
  }

  /* Beside each picture one can go on writing; the server drops what stays empty. */
  function makeRoom(editor) {
    for (const figure of editor.editable().find("figure").toArray()) {
      if (isPicture(figure.getNext()) || !figure.getNext()) {
        emptyParagraph(editor).insertAfter(figure);
      }
      if (!figure.getPrevious()) {
        emptyParagraph(editor).insertBefore(figure);
      }
    }
  }

  function place(editor, key) {
    const figure = editor.document.createElement("figure");
    figure.setAttributes(shown(editor, key));
    editor.focus();
    editor.insertElement(figure);
    makeRoom(editor);
    const range = editor.createRange();
    range.moveToElementEditStart(figure.getNext());
    range.select();
    editor.fire("saveSnapshot");
  }

  function choose(editor, figure) {
    editor.getSelection().fake(figure, figure.getAttribute("aria-label"));
  }

  function onClick(editor, event) {
    const figure = event.data.getTarget().getAscendant("figure", true);
    if (isPicture(figure) && editor.editable().contains(figure)) {
      choose(editor, figure);
    }
  }

  function showChoice(editor) {
    const selection = editor.getSelection();
    const chosen = selection && selection.isFake ? selection.getSelectedElement() : null;
    for (const figure of editor.editable().find("figure").toArray()) {
      const isChosen = Boolean(chosen && figure.equals(chosen));
      figure[isChosen ? "setAttribute" : "removeAttribute"]("data-cke-chosen", "true");
    }
  }

  function nothingToPlace(words) {
    return [{ type: "html", id: "none", html: `<p>${CKEDITOR.tools.htmlEncode(words)}</p>` }];
  }

  function listOf(editor) {
    const select = {
      type: "select",
      id: "picture",
      label: editor.config.portalWords.picture,
      items: [],
      setup() {
        this.clear();
        for (const picture of pictures(editor)) {
          this.add(picture.label, picture.key);
        }
        this.setValue(pictures(editor)[0].key);
      },
      commit() {
        place(editor, this.getValue());
      },
    };
    return [select];
  }

  CKEDITOR.dialog.add("portalpicture", (editor) => {
    const words = editor.config.portalWords;
    const isEmpty = pictures(editor).length === 0;
    return {
      title: words.picture,
      minWidth: 280,
      minHeight: 60,
      contents: [
        {
          id: "info",
          elements: isEmpty ? nothingToPlace(words.noPictures) : listOf(editor),
        },
      ],
      buttons: isEmpty
        ? [CKEDITOR.dialog.cancelButton]
        : [CKEDITOR.dialog.okButton, CKEDITOR.dialog.cancelButton],
      onShow() {
        this.setupContent();
      },
      onOk() {
        this.commitContent();
      },
    };
  });

  CKEDITOR.plugins.add("portalpicture", {
    requires: "dialog",
    init(editor) {
      editor.addCommand("portalpicture", new CKEDITOR.dialogCommand("portalpicture"));
      editor.ui.addButton("Picture", {
        label: editor.config.portalWords.picture,
        command: "portalpicture",
        toolbar: "insert",
        icon: "image",
      });
      editor.on("contentDom", () => {
        editor.editable().attachListener(editor.editable(), "click", (event) => {
          onClick(editor, event);
        });
      });
      editor.on("dataReady", () => makeRoom(editor));
      editor.on("selectionChange", () => showChoice(editor));
    },
    afterInit(editor) {
      const { dataFilter, htmlFilter } = editor.dataProcessor;
      const late = { applyToAll: true, priority: 20 };
      dataFilter.addRules({ elements: { figure: toEditor(editor) } }, late);
      htmlFilter.addRules({ elements: { figure: toText } }, late);
    },
  });
})();
