// Ctrl+K (or ⌘K) goes to the search box in the head; where there is only room for its button, to the search page.
document.addEventListener("keydown", (event) => {
  if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
  const way = [...document.querySelectorAll("[data-search]")].find((each) => each.checkVisibility());
  if (!way) return;
  event.preventDefault();
  if (way.matches("input")) way.select();
  else way.click();
});
