// The own menu opens without script; with it, Escape and a click elsewhere close it.
function closeMenus(except) {
  for (const menu of document.querySelectorAll(".menu[open]")) {
    if (menu !== except) menu.open = false;
  }
}

document.addEventListener("click", (event) => closeMenus(event.target.closest(".menu")));

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  document.querySelector(".menu[open] > summary")?.focus();
  closeMenus(null);
});
