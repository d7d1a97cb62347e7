// Puts a name that is offered after an @ into the sentence, in the place of what was typed of it.
document.addEventListener("click", (event) => {
  const button = event.target.closest?.("[data-put-name]");
  const field = button?.closest("form")?.querySelector("textarea[name=sentence]");
  if (!field) return;
  field.value = field.value.trimEnd().replace(/@[^@]*$/, `@${button.dataset.putName} `);
  field.focus();
  field.setSelectionRange(field.value.length, field.value.length);
  field.dispatchEvent(new Event("input", { bubbles: true }));
});
