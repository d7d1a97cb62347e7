// Narrows a long pick list while you type, and says on a closed group what is picked in it.
import { onContents } from "./contents.js";

const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

onContents((root) => {
  for (const search of root.querySelectorAll("[data-pick-filter]")) {
    search.closest("[hidden]")?.removeAttribute("hidden");
  }
});

// what the server finds by other words, or for a slip of typing: values of picks, by the words asked for
const found = new Map();
let waiting;

document.addEventListener("input", (event) => {
  const search = event.target;
  if (!search.matches?.("[data-pick-filter]")) return;
  narrow(search);
  clearTimeout(waiting);
  if (search.dataset.pickFind && search.value.trim().length > 2) waiting = setTimeout(() => ask(search), 250);
});

async function ask(search) {
  const words = plain(search.value.trim());
  if (!found.has(words)) {
    // without network the list narrows by its own words
    const answer = await fetch(`${search.dataset.pickFind}&q=${encodeURIComponent(words)}`).catch(() => null);
    if (!answer?.ok) return;
    found.set(words, new Set((await answer.json()).found.map((each) => each.id)));
  }
  if (plain(search.value.trim()) === words) narrow(search);
}

function narrow(search) {
  const list = document.getElementById(search.dataset.pickFilter);
  const wanted = plain(search.value.trim());
  const also = found.get(wanted);
  let count = 0;
  for (const pick of list.querySelectorAll(".pick")) {
    const input = pick.querySelector("input");
    const isFound = plain(pick.textContent).includes(wanted) || also?.has(input.value);
    if (isFound) count += 1;
    pick.hidden = !isFound && !input.checked;
    put(pick, list, wanted && input.checked && !isFound);
  }
  for (const group of list.querySelectorAll(".picks__group")) {
    group.hidden = !group.querySelector(".pick:not([hidden])");
    // without a filter as it came: the first one open
    if (group.matches("details")) group.open = wanted ? !group.hidden : "pickOpen" in group.dataset;
    tell(group);
  }
  const said = list.querySelector("[data-pick-count]");
  if (said) said.textContent = wanted ? said.dataset.pickCount.replace("0", count) : "";
}

// What is picked stays in sight above the filter, so that what is found stands right under it; then it goes back.
const places = new WeakMap();

function put(pick, list, isAbove) {
  const place = places.get(pick);
  if (Boolean(place) === Boolean(isAbove) || pick.contains(document.activeElement)) return;
  const chosen = list.querySelector("[data-picks-chosen]");
  if (place) {
    place.replaceWith(pick);
    places.delete(pick);
  } else if (chosen && !chosen.contains(pick)) {
    const left = document.createComment("");
    pick.replaceWith(left);
    places.set(pick, left);
    chosen.querySelector(".picks").append(pick);
  }
}

function tell(group) {
  const said = group.querySelector("[data-pick-chosen]");
  if (!said) return;
  const picked = [...group.querySelectorAll("input:checked")].map((input) => input.labels[0].textContent.trim());
  said.textContent = picked.join(", ") || said.dataset.pickChosen;
}

document.addEventListener("change", (event) => {
  const group = event.target.closest?.("[data-pick-group]");
  if (group) tell(group);
});

// Enter in the filter must not send the form that the list stands in.
document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && event.target.matches?.("[data-pick-filter]")) event.preventDefault();
});
