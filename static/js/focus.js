// What just happened, or what is wrong, takes the focus when the page opens.
document.querySelector("[data-takes-focus]")?.focus();
