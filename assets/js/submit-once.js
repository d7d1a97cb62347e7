// A second tap on the same button sends nothing. The request key guards the same on the server.
const RELEASE_AFTER = 8000;
const waiting = new Set();

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== "post" || form.dataset.submitMany !== undefined) return;
  if (form.target === "_blank") return;
  if (waiting.has(form)) {
    event.preventDefault();
    return;
  }
  waiting.add(form);
  // After this turn: a disabled button would not send its own name and value.
  setTimeout(() => mark(form, true));
  // A post that is answered with a file leaves the page as it is.
  setTimeout(() => mark(form, false), RELEASE_AFTER);
});

function mark(form, isBusy) {
  if (!isBusy) waiting.delete(form);
  for (const button of form.querySelectorAll("button:not([type=button])")) {
    if (isBusy) button.setAttribute("aria-busy", "true");
    else button.removeAttribute("aria-busy");
  }
}

document.addEventListener("htmx:afterRequest", (event) => {
  const form = event.target.closest?.("form");
  if (form) mark(form, false);
});
// Back from another page: the browser may show the page as it was left.
window.addEventListener("pageshow", () => [...waiting].forEach((form) => mark(form, false)));
