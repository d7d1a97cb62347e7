/** Puts the reader on the summary of what is wrong with the form that was just sent. */
export function focusOnErrors(root) {
  root.querySelector("[data-error-summary]")?.focus();
}
