/** Calls `act(root)` for the page as it loads and for every piece that htmx puts in later. */
export function onContents(act) {
  const start = () => act(document);
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
  document.addEventListener("htmx:afterSwap", (event) => act(event.detail.elt ?? event.target));
}
