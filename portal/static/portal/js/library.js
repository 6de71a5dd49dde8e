/* Choosing a picture or a file from the library, in a dialog. Without it one types the number. */
(() => {
  "use strict";

  function element(tag, className, text) {
    const made = document.createElement(tag);
    made.className = className;
    made.textContent = text || "";
    return made;
  }

  function button(className, text, act) {
    const made = element("button", className, text);
    made.type = "button";
    made.addEventListener("click", act);
    return made;
  }

  /* One dialog for one field: a search, a list of what was found, and more of it on demand. */
  class Library {
    constructor(input) {
      this.input = input;
      this.words = input.dataset;
      this.chosen = element("span", "library__chosen");
      this.open = button("step__button", this.words.open, () => this.show());
      input.after(this.open, this.chosen);
    }

    show() {
      if (!this.dialog) {
        this.build();
      }
      this.dialog.showModal();
      this.search.focus();
      this.find();
    }

    build() {
      this.dialog = element("dialog", "library");
      const title = element("h2", "library__title", this.words.title);
      title.id = `${this.input.id}_library`;
      this.dialog.setAttribute("aria-labelledby", title.id);
      this.search = element("input", "library__search");
      this.search.type = "search";
      this.search.setAttribute("aria-label", this.words.search);
      this.search.addEventListener("keydown", (event) => {
        if (event.key === "Enter") { // else it would send the form behind
          event.preventDefault();
          this.find();
        }
      });
      this.found = element("ul", "library__found");
      this.status = element("p", "library__status");
      this.status.setAttribute("role", "status");
      this.more = button("step__button", this.words.more, () => this.load(this.next));
      const head = element("div", "library__head");
      head.append(
        this.search,
        button("step__button", this.words.find, () => this.find()),
        button("step__button", this.words.close, () => this.dialog.close()),
      );
      this.dialog.append(title, head, this.status, this.found, this.more);
      document.body.append(this.dialog);
      this.dialog.addEventListener("close", () => this.open.focus());
    }

    find() {
      this.found.replaceChildren();
      return this.load(1);
    }

    async load(page) {
      const query = new URLSearchParams({ q: this.search.value, page });
      this.asked = query;
      const answer = await fetch(`${this.words.library}?${query}`);
      const told = answer.ok && await answer.json();
      if (this.asked !== query) { // something else has been asked since
        return;
      }
      if (!told) {
        this.status.textContent = answer.statusText;
        return;
      }
      const { items, next } = told;
      this.next = next;
      this.more.hidden = !next;
      this.found.append(...items.map((item) => this.row(item)));
      this.status.textContent = this.found.children.length ? "" : this.words.none;
    }

    row(item) {
      const row = element("li", "library__item");
      const choose = button("library__choose", "", () => this.choose(item));
      if (item.thumbnail) {
        const image = element("img", "library__thumbnail");
        image.src = item.thumbnail;
        image.alt = "";
        image.loading = "lazy";
        choose.append(image);
      }
      choose.append(
        element("span", "library__name", item.name),
        element("span", "library__about", `${item.number} · ${item.about}`),
      );
      row.append(choose);
      return row;
    }

    choose(item) {
      this.input.value = item.number;
      this.chosen.textContent = item.name;
      this.input.dispatchEvent(new Event("change", { bubbles: true }));
      this.dialog.close();
    }
  }

  function furnish(root) {
    for (const input of root.querySelectorAll("input[data-library]")) {
      if (!input.closest(".empty-form")) { // what new rows are copied from
        new Library(input);
      }
    }
  }

  document.addEventListener("DOMContentLoaded", () => furnish(document));
  document.addEventListener("formset:added", (event) => furnish(event.target));
})();
