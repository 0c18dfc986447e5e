// A citation opens what it cites beside the text, from the list below it; its link still leads there in a new tab or without a script.
document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[data-cite]");
  const source = link && document.getElementById(link.dataset.cite);
  if (!source || !source.showPopover || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
  event.preventDefault();
  showCitation(source, link);
});

function showCitation(source, link) {
  const popover = document.createElement("div");
  const text = source.cloneNode(true);
  const close = document.createElement("button");
  text.removeAttribute("id");
  Object.assign(close, { type: "button", className: "button button--quiet cite-popover__close", textContent: document.documentElement.lang === "en" ? "Close" : "Sluit" });
  close.addEventListener("click", () => popover.hidePopover());
  Object.assign(popover, { popover: "auto", className: "cite-popover", tabIndex: -1 });
  popover.setAttribute("role", "dialog");
  popover.setAttribute("aria-label", source.getAttribute("aria-label"));
  popover.append(text, close);
  popover.addEventListener("toggle", ({ newState }) => {
    if (newState !== "closed") return;
    popover.remove();
    link.focus();
  });
  document.body.append(popover);
  popover.showPopover();
  popover.focus();
}
