// htmx under our content security policy, without personal pages in the browser's storage.
import htmx from "htmx.org";

Object.assign(htmx.config, {
  allowEval: false,
  allowScriptTags: false,
  includeIndicatorStyles: false,
  historyCacheSize: 0,
  refreshOnHistoryMiss: true,
  selfRequestsOnly: true,
  timeout: 20000,
  // A refused form (422), a conflict (409) and a refusal (403) carry a page part that says what to do.
  responseHandling: [
    { code: "204", swap: false },
    { code: "[23]..", swap: true },
    { code: "403", swap: true },
    { code: "409", swap: true },
    { code: "422", swap: true },
    { code: "[45]..", swap: false, error: true },
  ],
});
window.htmx = htmx;

document.addEventListener("htmx:configRequest", (event) => {
  const token = document.body.dataset.csrf;
  if (token && event.detail.verb !== "get") event.detail.headers["X-CSRFToken"] = token;
});

// The server hands out the next request key when a form stays on the page after it was accepted.
document.addEventListener("htmx:afterRequest", (event) => {
  const next = event.detail.xhr?.getResponseHeader("X-Request-Key");
  const field = event.target.closest?.("form")?.elements.namedItem("request_key");
  if (next && field) field.value = next;
});

// Who was logged out meanwhile reads that. What was asked with a button is answered by the page that shows what was typed and the
// way to log in, as without script. What a page asks by itself (while one types, every so often) leaves the page as it is.
const ASKED_BY_HAND = ["click", "submit"];
document.addEventListener("htmx:beforeSwap", (event) => {
  const { detail } = event;
  if (detail.xhr.status !== 401) return;
  detail.isError = false;
  detail.shouldSwap = ASKED_BY_HAND.includes(detail.requestConfig.triggeringEvent?.type);
  if (detail.shouldSwap) {
    detail.target = document.body;
    detail.swapOverride = "innerHTML";
    detail.selectOverride = "unset";
    return;
  }
  const notice = document.getElementById("logged-out");
  if (notice) notice.hidden = false;
});

// A request that failed says so, in the page's own live region; what was typed stays.
for (const name of ["htmx:responseError", "htmx:sendError", "htmx:timeout"]) {
  document.addEventListener(name, () => {
    const notice = document.getElementById("went-wrong");
    if (notice) notice.hidden = false;
  });
}
document.addEventListener("htmx:beforeRequest", () => {
  const notice = document.getElementById("went-wrong");
  if (notice) notice.hidden = true;
});
