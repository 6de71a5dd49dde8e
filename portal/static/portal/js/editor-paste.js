/* Pastes in the house's tags, by the rules of the server (portal/richtext): what nobody sees goes,
   looks become tags, lists become lists, and nothing is fetched from anywhere. */
(() => {
  "use strict";

  if (!window.CKEDITOR) {
    return;
  }

  const KEPT = /^(https?:\/\/|mailto:|tel:|document:|\/(?!\/))/i;
  const RENAMED = { h1: "h2", h5: "h4", h6: "h4" };
  const HEADINGS = "h1, h2, h3, h4, h5, h6";
  // Never text of the author's; what loads something is among it.
  const DROPPED =
    "audio,base,canvas,comment,embed,iframe,img,link,math,meta,noembed,noframes,noscript,object," +
    "script,select,source,style,svg,template,title,video,xml";
  // Tracked deletions and remarks of Word, the rows that hold the widths of columns.
  const UNSEEN = 'del[datetime], .msocomanchor, tr[height="0"]';
  const HIDDEN = /(?<![\w-])display\s*:\s*none|mso-hide\s*:\s*all|mso-element\s*:\s*comment/i;
  const SHIFTED = /(?<![\w-])vertical-align\s*:\s*(super|sub)\b/i;
  const WEIGHT = /(?<![\w-])font-weight\s*:\s*(\w+)/i;
  const SLANT = /(?<![\w-])font-style\s*:\s*(\w+)/i;
  const LEVEL = /mso-list\s*:[^;]*\blevel([1-9])/i;
  const MARKER = /mso-list\s*:\s*ignore/i;
  const NUMBERED = /^\(?([0-9]{1,4}|[\p{L}\p{N}_]{1,5})[.)]$/u;
  const FULL = "0123456789+-−=()n";
  const SMALL = { super: "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ", sub: "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎" };
  const TELLING = /^(href|start|scope|colspan|rowspan|data-picture)$/;

  function styleOf(element) {
    return element.getAttribute("style") || "";
  }

  function textNodes(root) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) {
      found.push(walker.currentNode);
    }
    return found;
  }

  function replaceTag(element, tag) {
    const made = element.ownerDocument.createElement(tag);
    for (const { name, value } of element.attributes) {
      if (name === "style") {
        made.setAttribute(name, value);
      }
    }
    made.append(...element.childNodes);
    element.replaceWith(made);
  }

  function dropUnseen(tree) {
    for (const element of tree.querySelectorAll(`${DROPPED}, ${UNSEEN}, [style]`)) {
      if (element.matches(`${DROPPED}, ${UNSEEN}`) || HIDDEN.test(styleOf(element))) {
        element.remove();
      }
    }
  }

  /* "m²" and "H₂O", where each letter has such a character; "4th" stays. */
  function shrink(tree) {
    for (const element of tree.querySelectorAll("sup, sub, [style]")) {
      const tag = { sup: "super", sub: "sub" }[element.localName];
      const shifted = SHIFTED.exec(styleOf(element));
      const small = SMALL[tag || (shifted && shifted[1].toLowerCase())];
      const places = [...element.textContent.trim()].map((letter) => FULL.indexOf(letter));
      if (small && places.every((place) => place >= 0 && place < small.length)) {
        for (const text of textNodes(element)) {
          text.data = text.data.replace(/\S/g, (letter) => small[FULL.indexOf(letter)]);
        }
      }
    }
  }

  /* Word has a style for titles, Word Online has roles. */
  function nameHeadings(tree) {
    for (const element of tree.querySelectorAll('[role="heading" i], p.MsoTitle')) {
      const isTitle = element.matches("p.MsoTitle");
      const level = isTitle ? "1" : (element.getAttribute("aria-level") || "2").trim();
      replaceTag(element, /^[1-6]$/.test(level) ? `h${level}` : "h2");
    }
    for (const element of tree.querySelectorAll("h1, h5, h6")) {
      replaceTag(element, RENAMED[element.localName]);
    }
  }

  /* Word: a paragraph with its bullet or number typed in front. */
  function itemOfWord(element) {
    const level = LEVEL.exec(styleOf(element));
    if (!level || element.matches(`li, ${HEADINGS}`)) {
      return [];
    }
    let marker = "";
    for (const each of element.querySelectorAll("[style]")) {
      if (MARKER.test(styleOf(each))) {
        marker = marker || each.textContent.trim();
        each.remove();
      }
    }
    const numbered = NUMBERED.exec(marker);
    const list = document.createElement(numbered ? "ol" : "ul");
    if (numbered && /^\d+$/.test(numbered[1])) {
      list.setAttribute("start", numbered[1]);
    }
    const item = document.createElement("li");
    item.append(...element.childNodes);
    return [{ item, list, level: Number(level[1]) }];
  }

  /* Word Online: a list for each item, its level on the item. */
  function itemsOfWordOnline(element) {
    if (!element.matches(".ListContainerWrapper")) {
      return [];
    }
    return [...element.querySelectorAll(":scope > ul > li, :scope > ol > li")].map((item) => ({
      item,
      list: item.parentElement.cloneNode(false),
      level: Number(item.getAttribute("data-aria-level")) || 1,
    }));
  }

  function neighbourBefore(node) {
    let found = node.previousSibling;
    while (found && found.nodeType !== Node.ELEMENT_NODE && !found.data.trim()) {
      found = found.previousSibling;
    }
    return found && found.nodeType === Node.COMMENT_NODE ? neighbourBefore(found) : found;
  }

  function gatherLists(tree) {
    let open = [];
    for (const element of tree.querySelectorAll(".ListContainerWrapper, [style]")) {
      const items = [...itemOfWord(element), ...itemsOfWordOnline(element)];
      if (items.length) {
        open = open.length && neighbourBefore(element) === open[0].list ? open : [];
        items.forEach((each) => put(each, open, element));
        element.remove();
      }
    }
  }

  /* Adds the item to the open list of its level, or to a new one. */
  function put({ item, list, level }, open, place) {
    while (open.length && open[open.length - 1].level > level) {
      open.pop();
    }
    if (!open.length) {
      place.before(list);
    } else if (open[open.length - 1].level < level) {
      open[open.length - 1].list.lastElementChild.append(list);
    }
    if (!open.length || open[open.length - 1].level < level) {
      open.push({ level, list });
    }
    open[open.length - 1].list.append(item);
  }

  function breakLines(tree) {
    for (const block of tree.querySelectorAll("pre")) {
      for (const text of textNodes(block)) {
        const [first, ...others] = text.data.split("\n");
        const lines = others.flatMap((line) => [document.createElement("br"), line]);
        text.replaceWith(first, ...lines);
      }
      replaceTag(block, "div");
    }
  }

  /* The nearest element that says something has the last word, its style before its tag. */
  function isMarked(text, pattern, values, tags) {
    for (let element = text.parentElement; element; element = element.parentElement) {
      const styled = pattern.exec(styleOf(element));
      if (styled) {
        return values.test(styled[1]);
      }
      if (element.matches(tags)) {
        return true;
      }
    }
    return false;
  }

  function wrap(node, tag) {
    const made = document.createElement(tag);
    node.replaceWith(made);
    made.append(node);
    return made;
  }

  function markText(tree) {
    const marked = textNodes(tree).filter((text) => text.data.trim()).map((text) => ({
      text,
      strong: isMarked(text, WEIGHT, /^(bold|bolder|[6-9]00)$/i, "b, strong"),
      em: isMarked(text, SLANT, /^(italic|oblique)$/i, "i, em"),
    }));
    for (const element of tree.querySelectorAll("b, strong, i, em")) {
      element.replaceWith(...element.childNodes);
    }
    for (const { text, strong, em } of marked) {
      const inner = em ? wrap(text, "em") : text;
      if (strong) {
        wrap(inner, "strong");
      }
    }
  }

  /* An address that the server would not keep goes now, so that its loss is seen. */
  function strip(tree) {
    for (const element of tree.querySelectorAll("*")) {
      for (const { name, value } of [...element.attributes]) {
        if (!TELLING.test(name) || (name === "href" && !KEPT.test(value.trim()))) {
          element.removeAttribute(name);
        }
      }
    }
  }

  /* In a document of its own, which is inert: the editor puts a paste into the page to look at
     it, where pictures would be fetched from wherever. */
  function inHouseTags(html) {
    const tree = new DOMParser().parseFromString(html, "text/html").body;
    for (const step of [
      dropUnseen, shrink, nameHeadings, gatherLists, breakLines, markText, strip,
    ]) {
      step(tree);
    }
    return tree.innerHTML;
  }

  CKEDITOR.on("instanceCreated", ({ editor }) => {
    // Before anything of the editor looks at the paste in the page (10).
    editor.on("paste", ({ data }) => {
      if (data.dataValue && data.type !== "text") {
        data.dataValue = inHouseTags(data.dataValue);
      }
    }, null, null, 4);
  });
})();
