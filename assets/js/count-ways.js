// How many are ticked, whom the button invites, and by what ways, told as boxes are ticked. The server tells it at first.
function countWays(line) {
  const form = document.getElementById(line.dataset.waysOf);
  const told = document.getElementById("ways");
  if (!form || !told) return;
  const { base, ways, ticked, one, many } = JSON.parse(told.textContent);
  const counts = { ...base };
  const boxes = form.querySelectorAll("[data-way]:checked");
  for (const box of boxes) {
    counts[box.dataset.way] = (counts[box.dataset.way] ?? 0) + 1;
  }
  const there = Object.keys(ways).filter((way) => counts[way]);
  const sum = there.reduce((all, way) => all + counts[way], 0);
  const words = there.map((way) => ways[way].replace("{n}", counts[way])).join(", ");
  const first = ticked.replace("{n}", boxes.length);
  line.textContent = sum ? `${first} ${(sum === 1 ? one : many).replace("{n}", sum)} ${words}.` : first;
}

const countAll = () => document.querySelectorAll("[data-ways-of]").forEach(countWays);
document.addEventListener("change", (event) => {
  if (event.target.matches("[data-way]")) countAll();
});
// Back from another page: the browser may keep the boxes as they were left.
window.addEventListener("pageshow", countAll);
