// Narrows a long pick list while you type, and says on a closed group what is picked in it.
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
    const isFound = plain(pick.textContent).includes(wanted);
    pick.hidden = !isFound && !pick.querySelector("input").checked;
    if (!pick.hidden) shown += 1;
  }
  list.querySelectorAll(".picks__group").forEach((group, n) => {
    group.hidden = !group.querySelector(".pick:not([hidden])");
    // without a filter as it came: the first one open
    if (group.matches("details")) group.open = wanted ? !group.hidden : n === 0;
  });
  const said = list.parentElement.querySelector("[data-pick-count]");
  if (said) said.textContent = wanted ? said.dataset.pickCount.replace("0", shown) : "";
});

document.addEventListener("change", (event) => {
  const group = event.target.closest?.("[data-pick-group]");
  const said = group?.querySelector("[data-pick-chosen]");
  if (!said) return;
  const picked = [...group.querySelectorAll("input:checked")].map((input) => input.labels[0].textContent.trim());
  said.textContent = picked.join(", ") || said.dataset.pickChosen;
});

// Enter in the filter must not send the form that the list stands in.
document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && event.target.matches?.("[data-pick-filter]")) event.preventDefault();
});
