// A day that no calendar has, such as 30 February, leaves a date field empty when it is sent, and would be lost without a word.
// So the form stays, says so at the field, and leads to it; the message goes when the day is right.
function tellDay(field) {
  const place = `${field.id}-day`;
  const told = new Set((field.getAttribute("aria-describedby") ?? "").split(" ").filter(Boolean));
  document.getElementById(place)?.remove();
  told.delete(place);
  if (field.validity.badInput) {
    const message = Object.assign(document.createElement("p"), { id: place, className: "field__error" });
    message.textContent = field.dataset.noDay;
    field.before(message);
    told.add(place);
    for (let fold = field.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  }
  const isWrong = told.has(place) || told.has(`${field.id}-error`);
  field.closest(".field")?.classList.toggle("field--invalid", isWrong);
  field.setAttribute("aria-invalid", String(isWrong));
  field.setAttribute("aria-describedby", [...told].join(" "));
}

document.addEventListener("submit", (event) => {
  const wrong = [...event.target.elements].filter((field) => field.dataset.noDay && field.validity.badInput);
  if (!wrong.length) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  wrong.forEach(tellDay);
  wrong[0].focus();
}, true);

document.addEventListener("input", ({ target }) => {
  if (document.getElementById(`${target.id}-day`) && !target.validity.badInput) tellDay(target);
});
