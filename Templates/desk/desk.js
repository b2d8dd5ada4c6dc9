// The comfort of the desk: keeps what is typed as it is typed, shows what is missing as it changes, tells of other
// windows. Everything works without it.
"use strict";

(function () {
  const token = document.body.dataset.token || "";
  const idleMinutes = 10;

  function ask(path, options) {
    const headers = Object.assign({ "X-Desk-Script": "act", "X-Desk-Token": token }, options.headers || {});
    return fetch(path, Object.assign({}, options, { headers: headers, credentials: "same-origin", redirect: "error" }));
  }

  // Nobody has been here for a while: what lies open is covered by the page that asks for the passphrase.
  let lastActive = Date.now();
  ["keydown", "pointerdown", "input"].forEach(function (kind) {
    document.addEventListener(kind, function () { lastActive = Date.now(); }, { passive: true });
  });
  if (token) {
    setInterval(function () {
      // Half a minute later than the desk itself, which would take an earlier page for somebody's.
      if (Date.now() - lastActive > idleMinutes * 60 * 1000 + 30000) { location.reload(); }
    }, 15000);
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
    boxes().forEach(function (value, name) { known.set(name, value); });

    function changed() {
      const found = new Map();
      boxes().forEach(function (value, name) { if (known.get(name) !== value) { found.set(name, value); } });
      return found;
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
        if (response.status === 401) { location.reload(); return; }
        // Somebody has saved the record since this page was shown: the whole form tells what is ours.
        if (response.status === 409) { submitted = true; form.submit(); return; }
        if (!response.ok) { throw new Error(String(response.status)); }
        const answer = await response.json();
        changes.forEach(function (value, name) { if (!(name in answer.conflicts)) { known.set(name, value); } });
        take(answer);
        say(Object.keys(answer.conflicts).length ? "conflict" : "kept");
      } catch (error) {
        say("lost");
        setTimeout(later, 3000);
      } finally {
        sending = false;
      }
    }

    function later() { if (!timer) { timer = setTimeout(send, 500); } }

    form.addEventListener("input", function (event) {
      if (event.target.name && !own.includes(event.target.name)) {
        chooseAnswer(event.target);
        say("typing");
        later();
      }
    });
    addEventListener("pagehide", function () { leaving = true; send(); });
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
      for (const [name, value] of Object.entries(answer.others)) {
        if (name in answer.conflicts) { continue; }
        const box = element(name);
        if (box === document.activeElement && box.value !== known.get(name)) { continue; }
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
      for (const [name, value] of Object.entries(answer.conflicts)) {
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
      if (document.hidden || sending || !seen && changed().size) { return; }
      try {
        const query = new URLSearchParams({ seen: String(seen), window: form.elements.namedItem("window").value });
        const response = await ask(path + "?" + query, { headers: { "X-Desk-Script": "poll" } });
        if (response.status === 401) { location.reload(); return; }
        if (!response.ok) { return; }
        const answer = await response.json();
        if (answer.version > seen) { take(answer); }
      } catch (error) { /* The next one may go through. */ }
    }
    setInterval(poll, 3000);

    // A form that is sent holds all that was typed.
    form.addEventListener("submit", function () { submitted = true; });
    addEventListener("pageshow", function () { submitted = false; });
  }

  // The section of a page as it stands now, below the same heading.
  async function renew(heading) {
    const response = await ask(location.pathname, { headers: { "X-Desk-Script": "act" } });
    if (!response.ok) { return; }
    const fresh = new DOMParser().parseFromString(await response.text(), "text/html").getElementById(heading);
    const old = document.getElementById(heading);
    if (fresh && old) { old.closest("section").replaceWith(fresh.closest("section")); }
  }

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
        lastActive = Date.now();
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
