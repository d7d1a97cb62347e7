// Counts down to the end of a round, by the server's clock: what the device thinks of the time is left out.
import { onContents } from "./contents.js";

const LAST_MINUTES = 2 * 60;

function show(clock, left) {
  const seconds = Math.max(0, Math.round(left / 1000));
  const words = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  clock.querySelector(".clock__time").textContent = words;
  clock.classList.toggle("clock--last", seconds <= LAST_MINUTES);
}

onContents((root) => {
  for (const clock of root.querySelectorAll("[data-ends-at]:not([data-runs])")) {
    clock.dataset.runs = "";
    const started = performance.now();
    const now = clock.dataset.now ? Date.parse(clock.dataset.now) : Date.now();
    const left = Date.parse(clock.dataset.endsAt) - now;
    const tick = () => {
      show(clock, left - (performance.now() - started));
      if (!clock.isConnected) clearInterval(timer);
    };
    const timer = setInterval(tick, 500);
    tick();
  }
});
