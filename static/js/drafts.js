// Says when a text is not kept any more while someone types: the session ended, or the network failed. The text stays on the page,
// and comes along to the log-in when it is sent.
document.addEventListener("htmx:finally:request", (event) => {
  const { ctx } = event.detail;
  if (!ctx.sourceElement?.matches("[data-keeps-draft]")) return;
  const isKept = ctx.response !== undefined && ctx.response.raw.ok;
  ctx.sourceElement.closest("form").querySelector("[data-draft-lost]").hidden = isKept;
});
