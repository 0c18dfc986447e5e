// Without script the preview stands below the text; with it, two buttons change between them in place.
function showMode(editor, mode) {
  editor.dataset.mode = mode;
  editor.querySelector("[data-editor-write]").setAttribute("aria-pressed", String(mode === "write"));
  editor.querySelector("[data-editor-preview]").setAttribute("aria-pressed", String(mode === "preview"));
  if (mode === "preview") editor.querySelector(".editor__preview").hidden = false;
}

for (const editor of document.querySelectorAll(".editor")) {
  const write = editor.querySelector("[data-editor-write]");
  const isPreviewed = !editor.querySelector(".editor__preview").hidden;
  write.hidden = false;
  showMode(editor, isPreviewed ? "preview" : "write");
  write.addEventListener("click", () => {
    showMode(editor, "write");
    editor.querySelector("textarea").focus();
  });
}

document.addEventListener("htmx:after:swap", (event) => {
  const button = event.detail.ctx.sourceElement;
  if (button?.matches("[data-editor-preview]")) showMode(button.closest(".editor"), "preview");
});
