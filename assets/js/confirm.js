// <form data-confirm="…"> or <button data-confirm="…">: asks once more, in the page's own dialog.
// Without script the server decides; nothing that cannot be undone relies on this question alone.
let agreed = null;

document.addEventListener("submit", (event) => {
  const form = event.target;
  const question = event.submitter?.dataset.confirm ?? form.dataset.confirm;
  if (!question || agreed === form) {
    agreed = null;
    return;
  }
  const dialog = document.getElementById("confirm");
  if (!dialog?.showModal) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  const { submitter } = event;
  dialog.querySelector("[data-question]").textContent = question;
  dialog.returnValue = "";
  dialog.addEventListener(
    "close",
    () => {
      if (dialog.returnValue !== "yes") return;
      agreed = form;
      form.requestSubmit(submitter ?? undefined);
    },
    { once: true },
  );
  dialog.showModal();
}, true);
