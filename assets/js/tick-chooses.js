// Who ticks somebody in a list means who is ticked: the choice above the list says so at once.
document.addEventListener("change", (event) => {
  const list = event.target.checked && event.target.closest?.("[data-tick-chooses]");
  if (list) document.getElementById(list.dataset.tickChooses).checked = true;
});
