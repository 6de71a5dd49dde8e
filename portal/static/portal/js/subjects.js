/* A field above each frame of boxes: what does not hold the words typed is put out of sight, but
   never what is ticked. */
(() => {
  "use strict";

  const MANY = 12;

  function folded(text) {
    return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().trim();
  }

  function addField(frame) {
    const boxes = [...frame.querySelectorAll("label")].map((label) => ({
      label,
      input: label.querySelector("input"),
      text: folded(label.textContent),
    }));
    if (boxes.length <= MANY) {
      return;
    }
    const field = document.createElement("input");
    field.type = "search";
    field.className = "subjects__find";
    field.setAttribute("aria-label", frame.dataset.find);
    field.placeholder = frame.dataset.find;
    field.addEventListener("input", () => {
      const words = folded(field.value).split(/\s+/);
      for (const { label, input, text } of boxes) {
        label.hidden = !input.checked && !words.every((word) => text.includes(word));
      }
    });
    // Enter would send the whole form.
    field.addEventListener("keydown", (event) => {
      if (event.key === "Enter") {
        event.preventDefault();
      }
    });
    frame.before(field);
  }

  document.addEventListener("DOMContentLoaded", () => {
    document.querySelectorAll("[data-subjects]").forEach(addField);
  });
})();
