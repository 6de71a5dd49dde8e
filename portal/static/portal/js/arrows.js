// The arrow keys follow the page's own links to what comes before and after (rel="prev", "next").
// They stay the reader's own while something is typed or chosen, a film plays, or another key is held.
const DIRECTIONS = { ArrowLeft: "prev", ArrowRight: "next" };
const OPPOSITE = { prev: "next", next: "prev" };
const BUSY = "input, textarea, select, video, audio, [contenteditable]";

addEventListener("keydown", (event) => {
  const held = event.altKey || event.ctrlKey || event.metaKey || event.shiftKey;
  let direction = DIRECTIONS[event.key];
  if (!direction || held || event.defaultPrevented || event.target.closest?.(BUSY)) return;
  if (document.dir === "rtl") direction = OPPOSITE[direction];
  document.querySelector(`main a[rel="${direction}"]`)?.click();
});
