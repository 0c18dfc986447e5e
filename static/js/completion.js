// Offers, while someone types, what they may mean: in the search box, and after an @ in a comment. The focus stays in
// the field, arrows go through the list, Escape closes. By the ARIA Authoring Practices for a list box.
class Offers {
  constructor(field, place, { id, url, waits, roles }) {
    Object.assign(this, { field, place, url, waits });
    this.list = this.add("ul", { id, class: "completions", role: "listbox", "aria-label": field.dataset.list ?? place.dataset.list });
    this.status = this.add("div", { class: "visually-hidden", role: "status" });
    this.list.hidden = true;
    const said = { "aria-autocomplete": "list", "aria-controls": id, autocomplete: "off", ...roles };
    for (const [name, value] of Object.entries(said)) field.setAttribute(name, value);
    field.addEventListener("input", () => this.wait());
    field.addEventListener("keydown", (event) => event.isComposing || event.ctrlKey || event.metaKey || this.press(event));
    field.addEventListener("blur", () => this.close());
    this.list.addEventListener("mousedown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => this.take(event.target.closest("[role=option]")));
  }

  add(tag, attributes) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    this.place.append(element);
    return element;
  }

  wait() {
    clearTimeout(this.waiting);
    this.asking?.abort();
    const typed = this.typed();
    if (typed === null) this.close();
    else this.waiting = setTimeout(() => this.ask(typed), this.waits);
  }

  async ask(typed) {
    this.asking = new AbortController();
    try {
      const url = `${this.url}?q=${encodeURIComponent(typed)}`;
      const answer = await fetch(url, { headers: { Accept: "application/json" }, signal: this.asking.signal });
      if (answer.ok && document.activeElement === this.field) this.show(await answer.json());
    } catch {
      this.close(); // without a network, or overtaken by the next letter: what is typed does its work by itself
    }
  }

  show({ told, options }) {
    this.list.replaceChildren(...options.map((option, number) => this.option(this.said(option), number)));
    this.status.textContent = told;
    this.choose(null);
    this.unfold(options.length > 0);
  }

  option({ text, kind, data }, number) {
    const option = document.createElement("li");
    const attributes = { id: `${this.list.id}-${number}`, class: "completion", role: "option", "aria-selected": "false" };
    for (const [name, value] of Object.entries(attributes)) option.setAttribute(name, value);
    Object.assign(option.dataset, data);
    option.append(text);
    if (kind) {
      const said = document.createElement("span");
      said.className = "completion__kind";
      said.textContent = kind;
      option.append(" ", said);
    }
    return option;
  }

  choose(option) {
    this.chosen?.setAttribute("aria-selected", "false");
    this.chosen = option;
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    if (option) this.field.setAttribute("aria-activedescendant", option.id);
    else this.field.removeAttribute("aria-activedescendant");
  }

  unfold(isOpen) {
    this.list.hidden = !isOpen;
  }

  close() {
    clearTimeout(this.waiting);
    this.asking?.abort();
    this.status.textContent = "";
    this.choose(null);
    this.unfold(false);
  }
}

// The search box: a combobox. Enter opens what is chosen; without a choice it searches.
class Completion extends Offers {
  static shortest = 2;

  constructor(field) {
    const roles = { role: "combobox", "aria-expanded": "false" };
    super(field, field.parentElement, { id: `${field.id}-list`, url: field.dataset.completes, waits: 200, roles });
  }

  typed() {
    const typed = this.field.value.trim();
    return typed.length < Completion.shortest ? null : typed;
  }

  said({ label, kind, url }) {
    return { text: label, kind, data: { url } };
  }

  press(event) {
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    if (event.key in steps && this.list.childElementCount > 0) {
      event.preventDefault();
      this.unfold(true);
      this.step(steps[event.key]);
    } else if (event.key === "Escape" && !this.list.hidden) {
      event.preventDefault();
      event.stopPropagation();
      this.close();
    } else if (event.key === "Enter" && this.chosen) {
      event.preventDefault();
      this.take(this.chosen);
    } else if (["ArrowLeft", "ArrowRight", "Home", "End"].includes(event.key)) this.choose(null);
  }

  // From the last one down, and from the first one up, comes the box itself again.
  step(by) {
    const options = [...this.list.children];
    const places = options.length + 1;
    const here = options.indexOf(this.chosen);
    this.choose(options[(here + 1 + by + places) % places - 1] ?? null);
  }

  unfold(isOpen) {
    super.unfold(isOpen);
    this.field.setAttribute("aria-expanded", String(isOpen));
  }

  take(option) {
    if (option) location.assign(option.dataset.url);
  }
}

// A name after an @ in a comment: Enter or Tab takes it. Without script there is a select beside the field.
class Mentions extends Offers {
  static shape = /(?:^|[\s(])@([^\s@][^@\n]{0,40})?$/u;

  constructor(place) {
    const field = place.querySelector("textarea");
    const roles = { "aria-haspopup": "listbox" };
    super(field, place, { id: `${field.id}-namen`, url: place.dataset.mentions, waits: 150, roles });
    const plain = place.parentElement.querySelector("[data-mentions-plain]");
    if (plain && !plain.querySelector(".field--invalid")) plain.hidden = true;
  }

  typed() {
    return this.field.value.slice(0, this.field.selectionStart).match(Mentions.shape)?.[1] ?? null;
  }

  said({ name, of }) {
    return { text: name, kind: of, data: { name } };
  }

  show({ told, options }) {
    super.show({ told: options.length ? told : "", options });
    this.choose(this.list.firstElementChild);
  }

  press(event) {
    if (this.list.hidden) return;
    const options = [...this.list.children];
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    if (event.key in steps) {
      const next = options.indexOf(this.chosen) + steps[event.key];
      this.choose(options[(next + options.length) % options.length]);
    } else if (["Enter", "Tab"].includes(event.key) && this.chosen && !event.shiftKey) this.take(this.chosen);
    else if (event.key === "Escape") this.close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  take(option) {
    const typed = this.typed();
    if (!option || typed === null) return;
    const here = this.field.selectionStart;
    this.field.setRangeText(`${option.dataset.name} `, here - typed.length, here, "end");
    this.field.dispatchEvent(new Event("input", { bubbles: true }));
    this.close();
  }
}

for (const field of document.querySelectorAll("[data-completes]")) new Completion(field);
for (const place of document.querySelectorAll("[data-mentions]")) new Mentions(place);
