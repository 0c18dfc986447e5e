// The moderator's desk by keyboard: j and k go through the table, Enter unfolds (it is a link), x folds. Whoever speaks to the
// computer, or types with shaking hands, turns the keys off; this browser remembers that.
const deskKeys = document.querySelector("[data-desk-keys]");

function moveOnDesk(step) {
  const titles = [...document.querySelectorAll(".desk__title")];
  const here = titles.indexOf(document.activeElement);
  const open = titles.findIndex((title) => title.getAttribute("aria-expanded") === "true");
  const from = here >= 0 ? here : open >= 0 ? open : step > 0 ? -1 : titles.length;
  titles[Math.min(Math.max(from + step, 0), titles.length - 1)]?.focus();
}

function actOnDesk(key) {
  if (key === "j") moveOnDesk(1);
  else if (key === "k") moveOnDesk(-1);
  else if (key === "x") document.querySelector('.desk__title[aria-expanded="true"]')?.click();
}

function showDeskKeys(areOff) {
  deskKeys.hidden = false;
  deskKeys.querySelector("p").classList.toggle("is-off", areOff);
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
    if (areOff || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
    actOnDesk(event.key);
  });
}
