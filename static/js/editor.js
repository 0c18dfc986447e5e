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

// Where the preview did not come in place (the session ended, the network failed), the whole page answers instead.
document.addEventListener("htmx:finally:request", (event) => {
  const { ctx } = event.detail;
  const button = ctx.sourceElement;
  if (!button?.matches("[data-editor-preview]")) return;
  const editor = button.closest(".editor");
  const hasText = editor.querySelector("textarea").value.trim() !== "";
  const isFilled = editor.querySelector(".editor__preview").childElementCount > 0;
  if (ctx.status === "swapped" && ctx.swap !== "none" && isFilled) showMode(editor, "preview");
  else if (hasText) button.form.requestSubmit(button);
});
