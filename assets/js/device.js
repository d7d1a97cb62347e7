// What the table screen keeps on this device. Logging out wipes it: said beforehand where taps still wait, and done
// here too, for browsers that do not heed Clear-Site-Data.
const NAME = "werktop-table";
const FLAG = "werktop_wipe";

const opened = () =>
  new Promise((resolve) => {
    if (!("indexedDB" in window)) return resolve(null);
    const request = indexedDB.open(NAME);
    // no store here: it is not made for the question
    request.onupgradeneeded = () => request.transaction.abort();
    request.onsuccess = () => resolve(request.result);
    request.onerror = (event) => {
      event.preventDefault();
      resolve(null);
    };
  });

async function waiting() {
  const store = await opened();
  if (!store) return 0;
  return new Promise((resolve) => {
    const request = store.transaction("taps").objectStore("taps").getAll();
    request.onsuccess = () => resolve(request.result.filter((tap) => tap.state === "waiting").length);
    request.onerror = () => resolve(0);
  }).finally(() => store.close());
}

async function wipe() {
  await new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(NAME);
    request.onsuccess = request.onerror = request.onblocked = resolve;
  });
  await window.caches?.delete(NAME);
  for (const each of (await navigator.serviceWorker?.getRegistrations()) ?? []) await each.unregister();
  // last: where something above fails, the next page tries again
  document.cookie = `${FLAG}=; path=/; max-age=0`;
}

const form = document.querySelector("form[data-wipes-device]");
const say = async () => {
  const count = await waiting().catch(() => 0);
  if (count) form.dataset.confirm = (count === 1 ? form.dataset.waitsOne : form.dataset.waitsMore).replace("{n}", count);
  else delete form.dataset.confirm;
};
if (form) {
  say();
  // the menu that holds the button opens: what waits may have changed
  form.closest("details")?.addEventListener("toggle", say);
}
if (document.cookie.split("; ").includes(`${FLAG}=1`)) wipe().catch(() => {});
