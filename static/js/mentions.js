// Offers names while someone types one after an @ in a comment. The focus stays in the field; arrows go through the
// list, Enter or Tab takes a name, Escape closes. Without script there is a select beside the field.
const MENTIONS = { waits: 150, typed: /(?:^|[\s(])@([^\s@][^@\n]{0,40})?$/u };

class Mentions {
  constructor(place) {
    this.place = place;
    this.field = place.querySelector("textarea");
    this.list = this.#add("ul", { id: `${this.field.id}-namen`, class: "completions", role: "listbox", "aria-label": place.dataset.list });
    this.status = this.#add("div", { class: "visually-hidden", role: "status" });
    this.list.hidden = true;
    const said = { "aria-autocomplete": "list", "aria-haspopup": "listbox", "aria-controls": this.list.id, autocomplete: "off" };
    for (const [name, value] of Object.entries(said)) this.field.setAttribute(name, value);
    this.field.addEventListener("input", () => this.#wait());
    this.field.addEventListener("keydown", (event) => this.#press(event));
    this.field.addEventListener("blur", () => this.#close());
    this.list.addEventListener("mousedown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => this.#take(event.target.closest("[role=option]")));
    const plain = place.parentElement.querySelector("[data-mentions-plain]");
    if (plain && !plain.querySelector(".field--invalid")) plain.hidden = true;
  }

  #add(tag, attributes) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    this.place.append(element);
    return element;
  }

  #typed() {
    return this.field.value.slice(0, this.field.selectionStart).match(MENTIONS.typed)?.[1] ?? null;
  }

  #wait() {
    clearTimeout(this.waiting);
    this.asking?.abort();
    const typed = this.#typed();
    if (typed === null) this.#close();
    else this.waiting = setTimeout(() => this.#ask(typed), MENTIONS.waits);
  }

  async #ask(typed) {
    this.asking = new AbortController();
    try {
      const url = `${this.place.dataset.mentions}?q=${encodeURIComponent(typed)}`;
      const answer = await fetch(url, { headers: { Accept: "application/json" }, signal: this.asking.signal });
      if (answer.ok && document.activeElement === this.field) this.#show(await answer.json());
    } catch {
      this.#close(); // without a network, or overtaken by the next letter: the whole name can be typed
    }
  }

  #show({ told, options }) {
    this.list.replaceChildren(...options.map((option, number) => this.#option(option, number)));
    this.status.textContent = options.length ? told : "";
    this.#unfold(options.length > 0);
    this.#choose(this.list.firstElementChild);
  }

  #option({ name, of }, number) {
    const option = document.createElement("li");
    const attributes = { id: `${this.list.id}-${number}`, class: "completion", role: "option", "aria-selected": "false", "data-name": name };
    for (const [key, value] of Object.entries(attributes)) option.setAttribute(key, value);
    const where = document.createElement("span");
    where.className = "completion__kind";
    where.textContent = of;
    option.append(name, " ", where);
    return option;
  }

  #press(event) {
    if (this.list.hidden || event.isComposing || event.ctrlKey || event.metaKey) return;
    const options = [...this.list.children];
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    if (event.key in steps) {
      const next = options.indexOf(this.chosen) + steps[event.key];
      this.#choose(options[(next + options.length) % options.length]);
    } else if (["Enter", "Tab"].includes(event.key) && this.chosen && !event.shiftKey) this.#take(this.chosen);
    else if (event.key === "Escape") this.#close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #take(option) {
    const typed = this.#typed();
    if (!option || typed === null) return;
    const here = this.field.selectionStart;
    this.field.setRangeText(`${option.dataset.name} `, here - typed.length, here, "end");
    this.field.dispatchEvent(new Event("input", { bubbles: true }));
    this.#close();
  }

  #choose(option) {
    this.chosen?.setAttribute("aria-selected", "false");
    this.chosen = option;
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    if (option) this.field.setAttribute("aria-activedescendant", option.id);
    else this.field.removeAttribute("aria-activedescendant");
  }

  #unfold(isOpen) {
    this.list.hidden = !isOpen;
  }

  #close() {
    clearTimeout(this.waiting);
    this.asking?.abort();
    this.status.textContent = "";
    this.#choose(null);
    this.#unfold(false);
  }
}

for (const place of document.querySelectorAll("[data-mentions]")) new Mentions(place);
