// The table screen on the device. Every tap is first laid down here, with a key of its own, and then sent in the
// order of tapping; the server knows a key that it has seen. Nothing is thrown away before the server has it.
"use strict";
(() => {
  const { words, who, worker, scope, isOver } = JSON.parse(document.getElementById("device").textContent);
  const form = document.querySelector("[data-table-screen]");
  const NAME = "werktop-table";
  const boxes = () => [...(form?.querySelectorAll("input[type=checkbox]") ?? [])];
  const cellOf = (box) => (box.name === "agreed" ? box.value : `${box.name}:${box.value}`);

  // ── the store on the device ──
  const opened = new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => request.result.createObjectStore("taps", { keyPath: "id", autoIncrement: true });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  opened.then((store) => (store.onversionchange = () => store.close())).catch(() => {});
  const inStore = async (mode, act) => {
    const transaction = (await opened).transaction("taps", mode, { durability: "strict" });
    const request = act(transaction.objectStore("taps"));
    return new Promise((resolve, reject) => {
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = transaction.onerror = () => reject(transaction.error);
    });
  };
  const all = () => inStore("readonly", (store) => store.getAll());
  const keep = (tap) => inStore("readwrite", (store) => store.put(tap));
  const drop = (id) => inStore("readwrite", (store) => store.delete(id));
  const waiting = (taps) => taps.filter((tap) => tap.state === "waiting" && tap.who === who);

  // ── sending ──
  const cookie = (name) => document.cookie.split("; ").find((each) => each.startsWith(`${name}=`))?.split("=")[1] ?? "";
  let hasEnded = false;
  const send = async (tap) => {
    try {
      const answer = await fetch(tap.url, {
        method: "POST",
        redirect: "manual",
        signal: AbortSignal.timeout(10000),
        headers: { Accept: "application/json", "X-CSRFToken": cookie("csrftoken") },
        body: new URLSearchParams({ request_key: tap.key, tap: tap.cell, is_on: tap.isOn ? "1" : "0", tapped_at: tap.tappedAt }),
      });
      const isJson = answer.headers.get("Content-Type")?.includes("json");
      if (answer.ok && isJson) {
        hasEnded = (await answer.json()).is_over;
        return { state: "sent" };
      }
      if (answer.status >= 500 || answer.status === 429) return null;
      if (isJson) return { state: "refused", reason: (await answer.json()).refused };
      if ([401, 403].includes(answer.status) || answer.type === "opaqueredirect") return { login: true };
      // a no that will not become a yes, in whatever form: said, and out of the way of what waits behind it
      return answer.status >= 400 && answer.status !== 408 ? { state: "refused", reason: words.notTaken } : null;
    } catch {
      return null;
    }
  };
  const sendAll = async () => {
    let hasSent = false;
    for (;;) {
      const [tap] = waiting(await all());
      if (!tap) break;
      const outcome = await send(tap);
      if (!outcome || outcome.login) return show(outcome?.login ? "login" : "waits");
      await keep({ ...tap, ...outcome });
      hasSent = true;
      await show("sending");
    }
    await show("sent");
    if (hasSent) await keepPage();
    if (isOver) await forget();
  };
  let running = null;
  const synchronise = () => {
    const once = () => (navigator.locks ? navigator.locks.request(NAME, sendAll) : sendAll());
    running = (running ?? Promise.resolve()).then(once).catch(() => show("waits"));
    return running;
  };

  // ── what the screen shows ──
  const many = ([one, more], count) => (count === 1 ? one : more).replace("{n}", count);
  const overlay = (taps) => {
    const at = new Map(boxes().map((box) => [cellOf(box), box]));
    for (const tap of taps) {
      const box = at.get(tap.cell);
      if (box) box.checked = tap.state === "refused" ? box.defaultChecked : tap.isOn;
    }
  };
  const count = (taps) => {
    if (!form) return;
    const on = (name) => boxes().filter((box) => box.checked && box.name === name);
    const put = (name, number) => {
      document.querySelector(`[data-count=${name}]`).textContent = number || name !== "waiting" ? many(words[name], number) : "";
    };
    put("klik", on("klik").length);
    put("talent", on("talent").length);
    put("agreed", new Set(on("agreed").map((box) => box.value.slice(box.value.indexOf(":")))).size);
    put("waiting", waiting(taps).length);
    for (const row of form.querySelectorAll("[data-row]")) {
      const seen = on("talent").filter((box) => box.value.startsWith(row.dataset.row)).length;
      const line = row.querySelector(".kliks__seen");
      line.classList.toggle("kliks__seen--yes", seen > 0);
      line.lastChild.textContent = seen ? many(words.talent, seen) : words.notSeen;
    }
  };
  const nameOf = (cell) => {
    const key = cell.split(":")[1];
    return form?.querySelector(`[data-row="${key}"] strong`)?.textContent ?? "";
  };
  const showRefused = (taps) => {
    const list = document.querySelector("[data-refused]");
    list.replaceChildren(
      ...taps.filter((tap) => tap.state === "refused" && tap.who === who).map((tap) => {
        const line = document.createElement("p");
        line.className = "utrecht-alert utrecht-alert--error";
        const button = document.createElement("button");
        Object.assign(button, { type: "button", className: "utrecht-button utrecht-button--subtle", textContent: "OK" });
        button.addEventListener("click", () => drop(tap.id).then(() => show()));
        const whose = tap.name || nameOf(tap.cell); // the screen may show others by now
        line.append(`${words.refused} ${whose ? `${whose}. ` : ""}${tap.reason} `, button);
        return line;
      }),
    );
  };
  let state = "sent";
  let underWay = 0; // taps that are being laid down on the device
  async function show(next) {
    const taps = await all();
    state = next ?? state;
    if (state === "sent" && (underWay || waiting(taps).length)) state = "sending";
    overlay(taps);
    count(taps);
    showRefused(taps);
    const isSent = state === "sent" || state === "sending";
    const [sent, waits] = ["[data-strip-sent]", "[data-strip-waits]"].map((each) => document.querySelector(each));
    sent.hidden = !isSent;
    waits.hidden = isSent;
    // only what is true at this moment: "all is kept" waits until nothing is under way any more
    const isOthers = taps.some((tap) => tap.who !== who && tap.state === "waiting");
    (isSent ? sent : waits).querySelector("[data-strip-words]").textContent =
      state !== "sent" ? words[state] : isOthers ? words.other : isOver ? words.over : words.sent;
  }

  // ── keeping the page for when there is no network ──
  async function keepPage() {
    if (!("caches" in window) || isOver) return;
    const cache = await caches.open(NAME);
    const page = await fetch(location.href);
    if (!page.ok || page.redirected) return;
    await cache.put(location.href, page);
    const pieces = performance.getEntriesByType("resource").map((each) => each.name);
    const statics = new Set(pieces.filter((each) => new URL(each).pathname.startsWith("/static/")));
    await Promise.all([...statics].map((each) => cache.add(each).catch(() => {})));
    // the kept page knows what was sent
    for (const tap of await all()) if (tap.state === "sent") await drop(tap.id);
  }
  async function forget() {
    const left = (await all()).filter((tap) => tap.state === "waiting");
    await caches?.delete(NAME);
    if (left.length) return;
    (await opened).close();
    indexedDB.deleteDatabase(NAME);
    for (const each of (await navigator.serviceWorker?.getRegistrations()) ?? []) await each.unregister();
  }

  // "Klaar" is answered in sight: what is kept where, and the way back
  const done = document.querySelector("[data-done]");
  async function showDone() {
    done.querySelector("[data-done-words]").textContent = waiting(await all()).length ? words.doneWaits : words.done;
    done.hidden = false;
    done.focus({ preventScroll: true });
    window.scrollTo({ top: 0 });
  }

  const newKey = () => crypto.randomUUID?.() ?? ([1e7] + -1e3 + -4e3 + -8e3 + -1e11).replace(/[018]/g, (digit) =>
    (digit ^ (crypto.getRandomValues(new Uint8Array(1))[0] & (15 >> (digit / 4)))).toString(16));
  form?.addEventListener("change", async ({ target }) => {
    if (target.type !== "checkbox") return;
    done.hidden = true; // there is more to note after all
    const tap = { who, url: form.action, key: newKey(), cell: cellOf(target), name: nameOf(cellOf(target)), isOn: target.checked, tappedAt: new Date().toISOString(), state: "waiting" };
    underWay += 1;
    document.querySelector("[data-strip-sent] [data-strip-words]").textContent = words.sending;
    try {
      await keep(tap);
    } catch {
      return; // no store on this device: the form's own button sends everything
    } finally {
      underWay -= 1;
    }
    await show("sending");
    synchronise();
  });
  form?.addEventListener("submit", (event) => {
    if (!isStored) return;
    event.preventDefault();
    // once the gathering is over, the page that comes back wipes this device
    synchronise().then(() => (hasEnded ? location.reload() : showDone()));
  });
  let isStored = false;
  opened.then(async () => {
    isStored = true;
    await show(!navigator.onLine ? "waits" : waiting(await all()).length ? "sending" : "sent");
    await navigator.serviceWorker?.register(worker, { scope }).catch(() => {});
    await synchronise();
    if (!isOver) await keepPage();
  }).catch(() => {});
  window.addEventListener("online", synchronise);
  window.addEventListener("offline", () => show("waits"));
  document.addEventListener("visibilitychange", () => document.hidden || synchronise());
  setInterval(async () => waiting(await all().catch(() => [])).length && synchronise(), 10000);
})();
