/* Drawing a crop on a thumbnail, and setting the focal point by a press on the picture. Both only
   fill in number fields that stand beside, and follow what is typed there. */
(() => {
  "use strict";

  const LEAST = 3; // percent; less is a press and no drawing

  function percent(event, image) {
    const box = image.getBoundingClientRect();
    const within = (at, start, length) =>
      Math.round(Math.min(100, Math.max(0, (100 * (at - start)) / length)));
    return [within(event.clientX, box.left, box.width), within(event.clientY, box.top, box.height)];
  }

  function mark(frame, className) {
    const made = document.createElement("span");
    made.className = className;
    made.hidden = true;
    frame.append(made);
    return made;
  }

  function tell(input, value) {
    input.value = value;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  }

  function cropping(fields, frame) {
    const inputs = [...fields.querySelectorAll("input")];
    const image = frame.querySelector("img");
    const drawn = mark(frame, "frame__crop");
    let start = null;

    function show() {
      const [left, top, width, height] = inputs.map((input) => Number(input.value));
      drawn.hidden = !(width > 0 && height > 0);
      Object.assign(drawn.style, {
        left: `${left}%`, top: `${top}%`, width: `${width}%`, height: `${height}%`,
      });
    }

    function draw(event) {
      const end = percent(event, image);
      const corner = start.map((at, axis) => Math.min(at, end[axis]));
      const size = start.map((at, axis) => Math.abs(at - end[axis]));
      if (Math.min(...size) >= LEAST) {
        [...corner, ...size].forEach((value, index) => tell(inputs[index], value));
      }
    }

    image.draggable = false;
    frame.addEventListener("pointerdown", (event) => {
      start = percent(event, image);
      frame.setPointerCapture(event.pointerId);
      event.preventDefault();
    });
    frame.addEventListener("pointermove", (event) => start && draw(event));
    for (const name of ["pointerup", "pointercancel"]) {
      frame.addEventListener(name, () => { start = null; });
    }
    fields.addEventListener("input", show);
    fields.addEventListener("change", show);
    frame.classList.add("frame--drawn-on");
    show();
  }

  function focusing(frame) {
    const inputs = frame.dataset.focus.split(",").map((name) => document.querySelector(name));
    const point = mark(frame, "frame__focus");

    function show() {
      point.hidden = false;
      Object.assign(point.style, { left: `${inputs[0].value}%`, top: `${inputs[1].value}%` });
    }

    if (inputs.some((input) => !input)) {
      return;
    }
    if (!inputs[0].disabled) {
      frame.classList.add("frame--drawn-on");
      frame.addEventListener("click", (event) => {
        const at = percent(event, frame.querySelector("img"));
        at.forEach((value, index) => tell(inputs[index], value));
      });
    }
    for (const input of inputs) {
      input.addEventListener("input", show);
      input.addEventListener("change", show);
    }
    show();
  }

  document.addEventListener("DOMContentLoaded", () => {
    for (const fields of document.querySelectorAll("[data-crop]")) {
      const frame = fields.closest(".inline-related")?.querySelector("[data-frame]");
      if (frame) {
        cropping(fields, frame);
      }
    }
    document.querySelectorAll("[data-focus]").forEach(focusing);
  });
})();
