// The moderator's desk by keyboard: j and k go through the table, o unfolds and folds, x ticks, c takes the unfolded item upon oneself
// or lets go, ? lists the keys. Whoever speaks to the computer, or types with shaking hands, turns the keys off; this browser remembers.
const deskKeys = document.querySelector("[data-desk-keys]");

function deskTitles() {
  return [...document.querySelectorAll(".desk__title")];
}

function titleInHand() {
  const titles = deskTitles();
  return titles.find((title) => title === document.activeElement) ?? titles.find((title) => title.getAttribute("aria-expanded") === "true");
}

function moveOnDesk(step) {
  const titles = deskTitles();
  const here = titles.indexOf(titleInHand());
  const from = here >= 0 ? here : step > 0 ? -1 : titles.length;
  titles[Math.min(Math.max(from + step, 0), titles.length - 1)]?.focus();
}

function showKeyList() {
  const list = deskKeys.querySelector("[data-desk-keys-help]");
  list.open = !list.open;
  list.querySelector("summary").focus();
}

const deskActs = {
  j: () => moveOnDesk(1),
  k: () => moveOnDesk(-1),
  o: () => titleInHand()?.click(),
  x: () => titleInHand()?.closest("tr").querySelector("input[type=checkbox]")?.click(),
  c: () => document.querySelector(".desk__claim button")?.click(),
  "?": showKeyList,
};

function showDeskKeys(areOff) {
  deskKeys.hidden = false;
  deskKeys.querySelector("details").classList.toggle("is-off", areOff);
  deskKeys.querySelector("[data-desk-keys-off]").setAttribute("aria-pressed", String(areOff));
}

if (deskKeys && document.querySelector(".desk__title")) {
  let areOff = localStorage.getItem("desk-keys") === "off";
  showDeskKeys(areOff);
  deskKeys.querySelector("[data-desk-keys-off]").addEventListener("click", () => {
    areOff = !areOff;
    localStorage.setItem("desk-keys", areOff ? "off" : "on");
    showDeskKeys(areOff);
  });
  document.addEventListener("keydown", (event) => {
    const isTyping = event.target.matches?.("input:not([type=checkbox]), textarea, select");
    if (areOff || isTyping || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    deskActs[event.key]?.();
  });
}
