// Says how much may still be typed. Only when little is left it speaks, and not at each key.
const SPEAKS_FROM = 20;

function tellRoom(counter, field) {
  const left = Number(counter.dataset.limit) - field.value.length;
  const text = left === 1 ? counter.dataset.one : counter.dataset.many;
  counter.textContent = text.replace("#", String(left));
  counter.setAttribute("aria-live", left <= SPEAKS_FROM ? "polite" : "off");
}

for (const counter of document.querySelectorAll("[data-counts]")) {
  const field = document.getElementById(counter.dataset.counts);
  let waiting;
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => tellRoom(counter, field), 300);
  });
}
