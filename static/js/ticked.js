// Says on the button, and elsewhere in its form, how many are ticked.
function tellTicked(teller) {
  const { ticked, one, many } = teller.dataset;
  const count = teller.closest("form").querySelectorAll(`input[name="${ticked}"]:checked`).length;
  teller.textContent = count === 0 ? teller.none : (count === 1 ? one : many).replace("#", String(count));
}

for (const teller of document.querySelectorAll("[data-ticked]")) {
  teller.none = teller.textContent;
  teller.closest("form").addEventListener("change", () => tellTicked(teller));
  // Also after "back", when the browser puts the ticks back.
  window.addEventListener("pageshow", () => tellTicked(teller));
  tellTicked(teller);
}
