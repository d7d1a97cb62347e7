// How much is on "akkoord", told as boxes and choices change. The server tells it at first.
const NOT_SENT = "drop";

function countIn(words) {
  const form = document.getElementById(words.dataset.countIn);
  if (!form) return;
  const on = [...form.querySelectorAll(".agree__input:checked")].filter(
    (box) => form.querySelector(`input[name="choice-${box.value}"]:checked`)?.value !== NOT_SENT,
  );
  const talks = on.filter((box) => box.dataset.kind === "talk");
  // Who gets a talk gets no message about a next step.
  const talking = new Set(talks.map((box) => box.dataset.of));
  const steps = on.filter((box) => box.dataset.kind === "step" && !talking.has(box.dataset.of));
  const { none, some, join, talk, talks: manyTalks, step, steps: manySteps } = words.dataset;
  const there = [
    [talks.length, talk, manyTalks],
    [steps.length, step, manySteps],
  ]
    .filter(([count]) => count)
    .map(([count, one, many]) => (count === 1 ? one : many).replace("{n}", count));
  words.textContent = there.length ? some.replace("{what}", there.join(join)) : none;
}

const countAll = () => document.querySelectorAll("[data-count-in]").forEach(countIn);
document.addEventListener("change", (event) => {
  if (event.target.closest("[data-pairs]")) countAll();
});
// Back from another page: the browser may keep the boxes as they were left.
window.addEventListener("pageshow", countAll);
