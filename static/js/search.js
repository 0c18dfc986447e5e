// "/" brings the focus to the search field, except while something is typed; it can be turned off in the explanation.
const searchField = document.querySelector('[aria-keyshortcuts="/"]');

document.addEventListener("keydown", (event) => {
  const isTyping = event.target.closest?.("input, textarea, select, [contenteditable]");
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isTyping || !searchField) return;
  event.preventDefault();
  searchField.focus();
  searchField.select();
});
