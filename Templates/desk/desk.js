// The comfort of the desk: keeps what is typed as it is typed, shows what is missing as it changes, tells of other
// windows. Everything works without it.
"use strict";

(function () {
  let token = document.body.dataset.token || "";
  const channel = "BroadcastChannel" in window ? new BroadcastChannel("dossier-desk") : null;

  function ask(path, options) {
    const headers = Object.assign({ "X-Desk-Script": "act", "X-Desk-Token": token }, options.headers || {});
    return fetch(path, Object.assign({}, options, { headers: headers, credentials: "same-origin", redirect: "error" }));
  }

  // When the desk is locked, what lies open is covered and kept: nothing that was typed may go with a page.
  let cover = null;
  function coverPage() {
    if (cover || !token) { return; }
    cover = document.createElement("div");
    cover.className = "cover";
    cover.setAttribute("role", "alert");
    const text = document.createElement("p");
    text.textContent = document.body.dataset.covered;
    const link = document.createElement("a");
    link.href = "/";
    link.target = "_blank";
    link.rel = "noopener";
    link.textContent = document.body.dataset.open;
    cover.append(text, link);
    for (const child of document.body.children) { child.inert = true; }
    document.body.append(cover);
  }

  // Somebody has opened the desk again, perhaps with a new word for its forms.
  async function uncoverPage() {
    const response = await ask(location.pathname + location.search, { headers: { "X-Desk-Script": "poll" } });
    if (!response.ok) { return; }
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    token = page.body.dataset.token || token;
    for (const box of document.querySelectorAll("input[name=token]")) { box.value = token; }
    if (cover) { cover.remove(); cover = null; }
    for (const child of document.body.children) { child.inert = false; }
    document.dispatchEvent(new Event("desk-open"));
  }

  async function watch() {
    try {
      const response = await ask("/session", { headers: { "X-Desk-Script": "poll" } });
      if (response.status === 401) { coverPage(); } else if (response.ok && cover) { await uncoverPage(); }
    } catch (error) { /* The desk has ended; what is typed stays on the page. */ }
  }
  if (token) {
    setInterval(watch, 5000);
    if (channel) { channel.addEventListener("message", watch); }
  }

  // MARK: Drafts

  const form = document.querySelector("form[data-draft]");
  if (form) { draft(form); }

  function draft(form) {
    const path = form.dataset.draft;
    const own = ["token", "do", "window", "seen", "base", "reason"];
    const state = form.querySelector("[data-state]");
    const known = new Map();
    let seen = Number(form.elements.namedItem("seen").value);
    let sending = false;
    let timer = null;
    let leaving = false;
    let submitted = false;

    function boxes() {
      const found = new Map();
      for (const element of form.elements) {
        if (!element.name || own.includes(element.name) || element.type === "submit") { continue; }
        if (element.type === "radio") {
          if (element.checked) { found.set(element.name, element.value); }
        } else if (element.type === "checkbox") {
          found.set(element.name, element.checked ? element.value : "");
        } else {
          found.set(element.name, element.value);
        }
      }
      return found;
    }
    // A box that shows a value which stands in no draft is told with the first word beside it.
    const painted = new Set();
    for (const element of form.querySelectorAll("[data-painted]")) { painted.add(element.name); }
    boxes().forEach(function (value, name) { if (!painted.has(name)) { known.set(name, value); } });
    // What a browser has put back into a box after going back is not what the desk has sent.
    for (const element of form.querySelectorAll("input:not([type=hidden]):not([type=radio]):not([type=checkbox]), textarea")) {
      if (element.name && element.value !== element.defaultValue) { known.set(element.name, element.defaultValue); }
    }
    // Boxes in which another window has written otherwise, with what stands here: sent only when somebody has decided.
    const quarrels = new Map();
    const theirs = new Map();

    function changed() {
      const found = new Map();
      let isTyped = false;
      boxes().forEach(function (value, name) {
        if (known.get(name) === value || quarrels.get(name) === value) { return; }
        found.set(name, value);
        if (!painted.has(name) || known.has(name)) { isTyped = true; }
      });
      return isTyped ? found : new Map();
    }

    function say(key) {
      if (!state) { return; }
      state.textContent = state.dataset[key];
      state.classList.toggle("lost", key === "lost");
    }

    // A browser keeps a request of up to 64 KiB alive after its page is gone.
    function body(changes) {
      const text = new URLSearchParams();
      text.set("window", form.elements.namedItem("window").value);
      text.set("seen", String(seen));
      text.set("base", form.elements.namedItem("base").value);
      changes.forEach(function (value, name) { text.set("box:" + name, value); });
      return text;
    }

    async function send() {
      timer = null;
      if (submitted) { return; }
      if (sending) { later(); return; }
      const changes = changed();
      if (changes.size === 0) { return; }
      sending = true;
      try {
        const response = await ask(path, { method: "POST", body: body(changes), keepalive: leaving });
        if (response.status === 401) { coverPage(); later(); return; }
        if (response.status === 403) { await uncoverPage(); later(); return; }
        // Somebody has saved the record since this page was shown: the whole form tells what is ours.
        if (response.status === 409) { submitted = true; form.submit(); return; }
        if (!response.ok) { throw new Error(String(response.status)); }
        const answer = await response.json();
        changes.forEach(function (value, name) {
          if (name in answer.conflicts) { quarrels.set(name, value); } else { known.set(name, value); quarrels.delete(name); }
        });
        take(answer);
        say(quarrels.size ? "conflict" : "kept");
      } catch (error) {
        say("lost");
        setTimeout(later, 3000);
      } finally {
        sending = false;
      }
    }

    function later() { if (!timer) { timer = setTimeout(send, cover ? 3000 : 500); } }
    document.addEventListener("desk-open", send);

    form.addEventListener("input", function (event) {
      if (event.target.name && !own.includes(event.target.name)) {
        chooseAnswer(event.target);
        say("typing");
        later();
      }
    });
    addEventListener("pagehide", function () { leaving = true; send(); });
    // A browser lets no more than this go on by itself after a page; for more it must ask.
    addEventListener("beforeunload", function (event) {
      const changes = changed();
      const isLong = changes.size && String(body(changes)).length > 60000;
      // Where two windows disagree, what stands here is in no draft before somebody has decided.
      const isUndecided = form.dataset.undecided || quarrels.size;
      if (!submitted && (isLong || isUndecided)) { event.preventDefault(); }
    });
    // Locking, or another language: first what was typed.
    for (const other of document.querySelectorAll("form:not([data-draft])")) {
      other.addEventListener("submit", async function (event) {
        if (!changed().size) { return; }
        event.preventDefault();
        const button = event.submitter;
        await send();
        if (button && button.name) {
          const box = document.createElement("input");
          box.type = "hidden";
          box.name = button.name;
          box.value = button.value;
          other.append(box);
        }
        other.submit();
      });
    }
    document.addEventListener("visibilitychange", function () { if (document.hidden) { send(); } });

    // Whoever writes a value has an answer.
    function chooseAnswer(target) {
      const given = target.closest(".given");
      if (!given) { return; }
      const answer = form.elements.namedItem(given.parentElement.dataset.entry + ".answer");
      if (answer && answer.value !== "given") { answer.value = "given"; }
    }

    function element(name) {
      const found = form.elements.namedItem(name);
      return found && !(found instanceof RadioNodeList) ? found : null;
    }

    function put(name, value) {
      const found = form.elements.namedItem(name);
      if (!found) { return false; }
      if (found instanceof RadioNodeList) {
        found.value = value;
      } else if (found.type === "checkbox") {
        found.checked = value !== "";
      } else {
        found.value = value;
      }
      known.set(name, value);
      return true;
    }

    let structure = false;
    function take(answer) {
      if (answer.version) { seen = answer.version; form.elements.namedItem("seen").value = String(seen); }
      let came = false;
      const mine = changed();
      for (const [name, value] of Object.entries(answer.others)) {
        // What somebody is writing here is not overwritten: it will be sent, and told if the two disagree.
        if (name in answer.conflicts || mine.has(name) || quarrels.has(name)) { continue; }
        if (known.get(name) === value) { continue; }
        if (put(name, value)) { came = true; } else if (value !== "" && !name.endsWith(".here")) { structure = true; } else if (value !== "") { structure = true; }
      }
      show(answer);
      if (came || structure) { say("other"); }
      // Members that another window has added have no boxes here: when nothing waits to be kept, the page is read anew.
      if (structure && changed().size === 0 && document.activeElement === document.body) { location.reload(); }
    }

    function entryOf(box) {
      let name = box;
      while (name) {
        const found = form.querySelector('[data-findings="' + CSS.escape(name) + '"]');
        if (found) { return found; }
        name = name.includes(".") ? name.slice(0, name.lastIndexOf(".")) : "";
      }
      return null;
    }

    function note(list, classes, strong, rest, quoted) {
      const item = document.createElement("li");
      if (classes) { item.className = classes; }
      const head = document.createElement("strong");
      head.textContent = strong;
      item.append(head, " ");
      if (quoted) {
        const quote = document.createElement("q");
        quote.textContent = rest;
        item.append(quote);
      } else {
        item.append(rest);
      }
      list.append(item);
      list.closest(".entry").classList.add("faulty");
    }

    function show(answer) {
      for (const list of form.querySelectorAll("[data-findings]")) {
        if (list.childElementCount) { list.replaceChildren(); }
        list.closest(".entry").classList.remove("faulty");
      }
      for (const finding of answer.findings) {
        const box = element(finding.box);
        // A word that is still being typed is no fault yet.
        if (box && box === document.activeElement) { continue; }
        const list = entryOf(finding.box);
        if (list) { note(list, "", finding.headline, finding.mend, false); }
      }
      for (const [name, value] of Object.entries(answer.conflicts)) { theirs.set(name, value); }
      for (const [name, value] of theirs) {
        if (!quarrels.has(name)) { continue; }
        const list = entryOf(name);
        if (list) { note(list, "conflict", state.dataset.elsewhere, value, true); }
      }
      for (const hint of form.querySelectorAll("[data-hint]")) {
        const text = answer.hints[hint.dataset.hint];
        if (text !== undefined && hint.textContent !== text) { hint.textContent = text; }
      }
      const panel = document.getElementById("check");
      if (panel && answer.check) {
        const piece = new DOMParser().parseFromString(answer.check, "text/html").body.firstElementChild;
        const wasOpen = panel.querySelector("details[open]");
        if (piece && piece.innerHTML !== panel.innerHTML) {
          const advice = piece.querySelector("details");
          if (advice && wasOpen) { advice.open = true; }
          panel.replaceWith(piece);
        }
      }
    }

    async function poll() {
      if (document.hidden || sending || cover || !seen && changed().size) { return; }
      try {
        const query = new URLSearchParams({ seen: String(seen), window: form.elements.namedItem("window").value });
        const response = await ask(path + "?" + query, { headers: { "X-Desk-Script": "poll" } });
        if (response.status === 401) { coverPage(); return; }
        if (!response.ok) { return; }
        const answer = await response.json();
        if (answer.version > seen) { take(answer); }
      } catch (error) { /* The next one may go through. */ }
    }
    setInterval(poll, 3000);

    // A form that is sent holds all that was typed.
    form.addEventListener("submit", function () { submitted = true; });
    addEventListener("pageshow", function () { submitted = false; leaving = false; });
  }

  // The section of a page as it stands now, below the same heading.
  async function renew(heading) {
    const response = await ask(location.pathname, { headers: { "X-Desk-Script": "act" } });
    if (!response.ok) { return; }
    const fresh = new DOMParser().parseFromString(await response.text(), "text/html").getElementById(heading);
    const old = document.getElementById(heading);
    if (fresh && old) { old.closest("section").replaceWith(fresh.closest("section")); }
  }

  // Whoever locks the desk locks it for all of its pages.
  for (const lock of document.querySelectorAll("form[action='/lock']")) {
    lock.addEventListener("submit", function () { if (channel) { setTimeout(function () { channel.postMessage("lock"); }, 0); } });
  }
  addEventListener("pagehide", function () { if (channel) { channel.postMessage("left"); } });

  // MARK: Uploads

  for (const upload of document.querySelectorAll("form[data-upload]")) {
    upload.addEventListener("submit", function (event) {
      event.preventDefault();
      const progress = upload.querySelector("[data-progress]");
      const words = progress.dataset;
      const bar = document.createElement("progress");
      const text = document.createElement("span");
      bar.max = 1;
      progress.replaceChildren(bar, text);
      const request = new XMLHttpRequest();
      request.open("POST", upload.action);
      request.setRequestHeader("X-Desk-Script", "act");
      request.upload.addEventListener("progress", function (sent) {
        if (!sent.lengthComputable) { return; }
        const part = sent.loaded / sent.total;
        bar.value = part;
        text.textContent = part < 1 ? words.sent.replace("{percent}", String(Math.floor(part * 100))) : words.hashing;
      });
      request.addEventListener("loadend", function () {
        if (request.status === 200) {
          const piece = new DOMParser().parseFromString(request.responseText, "text/html").body.firstElementChild;
          progress.replaceChildren(piece);
          upload.reset();
          renew("records-exhibits");
        } else {
          text.textContent = words.failed;
        }
      });
      request.send(new FormData(upload));
    });
  }
})();
