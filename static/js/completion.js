// Offers, while someone types in a search box, what they may be looking for: a combobox with a list box, by the ARIA
// Authoring Practices. The focus stays in the box; arrows go through the list, Enter opens, Escape closes.
const COMPLETION = { shortest: 2, waits: 200 };

class Completion {
  constructor(field) {
    this.field = field;
    this.list = this.#place("ul", { id: `${field.id}-list`, class: "completions", role: "listbox", "aria-label": field.dataset.list });
    this.status = this.#place("div", { class: "visually-hidden", role: "status" });
    this.list.hidden = true;
    const roles = { role: "combobox", "aria-autocomplete": "list", "aria-controls": this.list.id, "aria-expanded": "false", autocomplete: "off" };
    for (const [name, value] of Object.entries(roles)) field.setAttribute(name, value);
    field.addEventListener("input", () => this.#wait());
    field.addEventListener("keydown", (event) => this.#press(event));
    field.addEventListener("blur", () => this.#close());
    this.list.addEventListener("mousedown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => this.#open(event.target.closest("[role=option]")));
  }

  #place(tag, attributes) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    this.field.parentElement.append(element);
    return element;
  }

  #wait() {
    clearTimeout(this.waiting);
    this.asking?.abort();
    const typed = this.field.value.trim();
    if (typed.length < COMPLETION.shortest) this.#close();
    else this.waiting = setTimeout(() => this.#ask(typed), COMPLETION.waits);
  }

  async #ask(typed) {
    this.asking = new AbortController();
    try {
      const url = `${this.field.dataset.completes}?q=${encodeURIComponent(typed)}`;
      const answer = await fetch(url, { headers: { Accept: "application/json" }, signal: this.asking.signal });
      if (answer.ok && document.activeElement === this.field) this.#show(await answer.json());
    } catch {
      this.#close(); // without a network, or overtaken by the next letter: the box still searches
    }
  }

  #show({ told, options }) {
    this.list.replaceChildren(...options.map((option, place) => this.#option(option, place)));
    this.status.textContent = told;
    this.#choose(null);
    this.#unfold(options.length > 0);
  }

  #option({ label, kind, url }, place) {
    const option = document.createElement("li");
    const attributes = { id: `${this.list.id}-${place}`, class: "completion", role: "option", "aria-selected": "false", "data-url": url };
    for (const [name, value] of Object.entries(attributes)) option.setAttribute(name, value);
    option.append(label);
    if (kind) {
      const said = document.createElement("span");
      said.className = "completion__kind";
      said.textContent = kind;
      option.append(" ", said);
    }
    return option;
  }

  #press(event) {
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    const isOpen = !this.list.hidden;
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    if (event.key in steps && this.list.childElementCount > 0) {
      event.preventDefault();
      this.#unfold(true);
      this.#step(steps[event.key]);
    } else if (event.key === "Escape" && isOpen) {
      event.preventDefault();
      event.stopPropagation();
      this.#close();
    } else if (event.key === "Enter" && this.chosen) {
      event.preventDefault();
      this.#open(this.chosen);
    } else if (["ArrowLeft", "ArrowRight", "Home", "End"].includes(event.key)) this.#choose(null);
  }

  // From the last one down, and from the first one up, comes the box itself again.
  #step(by) {
    const options = [...this.list.children];
    const places = options.length + 1;
    const here = options.indexOf(this.chosen);
    this.#choose(options[(here + 1 + by + places) % places - 1] ?? null);
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
    this.field.setAttribute("aria-expanded", String(isOpen));
  }

  #close() {
    clearTimeout(this.waiting);
    this.asking?.abort();
    this.status.textContent = "";
    this.#choose(null);
    this.#unfold(false);
  }

  #open(option) {
    if (option) location.assign(option.dataset.url);
  }
}

for (const field of document.querySelectorAll("[data-completes]")) new Completion(field);
