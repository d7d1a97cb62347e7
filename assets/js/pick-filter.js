// Narrows a long pick list while you type. What is picked stays in sight.
import { onContents } from "./contents.js";

const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

onContents((root) => {
  for (const search of root.querySelectorAll("[data-pick-filter]")) {
    search.closest("[hidden]")?.removeAttribute("hidden");
  }
});

document.addEventListener("input", (event) => {
  const search = event.target;
  if (!search.matches?.("[data-pick-filter]")) return;
  const list = document.getElementById(search.dataset.pickFilter);
  const wanted = plain(search.value.trim());
  let shown = 0;
  for (const pick of list.querySelectorAll(".pick")) {
    const isShown = pick.querySelector("input").checked || plain(pick.textContent).includes(wanted);
    pick.hidden = !isShown;
    if (isShown) shown += 1;
  }
  for (const group of list.querySelectorAll(".picks__group")) {
    group.hidden = !group.querySelector(".pick:not([hidden])");
  }
  const said = list.parentElement.querySelector("[data-pick-count]");
  if (said) said.textContent = wanted ? said.dataset.pickCount.replace("0", shown) : "";
});

// Enter in the filter must not send the form that the list stands in.
document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && event.target.matches?.("[data-pick-filter]")) event.preventDefault();
});
