// A question about what somebody can is not asked where only interests are picked. The server leaves its answer out.
import { onContents } from "./contents.js";

function ask(question) {
  const list = document.getElementById(question.dataset.notOfInterests);
  const picked = [...(list?.querySelectorAll("input:checked") ?? [])];
  question.hidden = picked.length > 0 && picked.every((input) => input.dataset.kind === "interest");
}

const askAll = (root) => root.querySelectorAll("[data-not-of-interests]").forEach(ask);
onContents(askAll);
document.addEventListener("change", (event) => {
  if (event.target.matches?.(".pick__input")) askAll(document);
});
// Back from another page: the browser may keep the boxes as they were left.
window.addEventListener("pageshow", () => askAll(document));
