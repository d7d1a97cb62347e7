// The menu of who is signed in closes like one expects: Escape, or a tap elsewhere.
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const open = document.querySelector("details.me[open]");
  if (!open) return;
  open.open = false;
  open.querySelector("summary").focus();
});
document.addEventListener("click", (event) => {
  const open = document.querySelector("details.me[open]");
  if (open && !open.contains(event.target)) open.open = false;
});
// A link to something inside a fold opens the fold.
function openTarget() {
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  target?.closest?.("details")?.setAttribute("open", "");
}
window.addEventListener("hashchange", openTarget);
document.addEventListener("DOMContentLoaded", openTarget);
