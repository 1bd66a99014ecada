// The search box as a combobox: at most eight answers, grouped by kind, reached by the arrow keys.
"use strict";
(() => {
  const { find, grouped, link, make, say } = window.listwright;
  const MOST = 8;

  /** The best answers, dealt out over the kinds so that none pushes all others out of the list. */
  function shown(found) {
    const groups = grouped(found);
    const fair = Math.max(2, Math.floor(MOST / Math.max(groups.length, 1)));
    const taken = new Set(groups.flatMap(([, entries]) => entries.slice(0, fair)).slice(0, MOST));
    for (const entry of found) {
      if (taken.size >= MOST) break;
      taken.add(entry);
    }
    return grouped(found.filter((entry) => taken.has(entry)));
  }

  function searchBox(input) {
    const form = input.form;
    const list = make("div", { id: "hits", class: "hits", role: "listbox", "aria-label": say("search.results") });
    const status = make("p", { class: "vh", role: "status" });
    list.hidden = true;
    form.append(list, status);
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-controls", list.id);
    input.setAttribute("aria-expanded", "false");
    let options = [];
    let at = -1;

    function close() {
      list.hidden = true;
      mark(-1);
      input.setAttribute("aria-expanded", "false");
    }

    function mark(place) {
      options[at]?.setAttribute("aria-selected", "false");
      at = place;
      const option = options[at];
      if (!option) {
        input.removeAttribute("aria-activedescendant");
        return;
      }
      option.setAttribute("aria-selected", "true");
      option.scrollIntoView({ block: "nearest" });
      input.setAttribute("aria-activedescendant", option.id);
    }

    function option(entry, place) {
      const href = link(`${entry.kind}/${entry.id}/`);
      const detail = [entry.detail, entry.status && say(`status.${entry.status}`)].filter(Boolean).join(" · ");
      const parts = [make("span", { class: "hit-name" }, entry.name)];
      if (detail) parts.push(" ", make("span", { class: "hit-detail" }, detail));
      // A link for the mouse and its menu; for the keyboard it is an option of the list.
      return make("a", { id: `hit-${place}`, role: "option", "aria-selected": "false", tabindex: -1, href }, parts);
    }

    function show() {
      const typed = input.value;
      const { found, forgiven } = find(typed);
      const groups = shown(found);
      let place = 0;
      options = [];
      list.replaceChildren();
      at = -1;
      input.removeAttribute("aria-activedescendant");
      for (const [kind, entries] of groups) {
        const label = make("div", { id: `hits-in-${kind}`, class: "hit-kind", role: "presentation" }, say(kind));
        const group = make("div", { role: "group", "aria-labelledby": label.id }, label);
        for (const entry of entries) {
          options.push(option(entry, place++));
          group.append(options.at(-1));
        }
        list.append(group);
      }
      if (found.length > options.length) {
        const all = make("a", { id: "hit-all", role: "option", "aria-selected": "false", tabindex: -1, href: link("search/", `?${new URLSearchParams({ q: typed })}`) });
        all.textContent = say("search.all", { total: found.length });
        options.push(all);
        list.append(all);
      }
      const nothing = typed.trim() !== "" && found.length === 0;
      if (nothing) list.append(make("p", { class: "hit-none", role: "presentation" }, say("search.none")));
      else if (forgiven && found.length) list.prepend(make("p", { class: "hit-none", role: "presentation" }, say("search.near")));
      list.hidden = options.length === 0 && !nothing;
      input.setAttribute("aria-expanded", String(options.length > 0));
      status.textContent = typed.trim() ? say(nothing ? "search.none" : "search.count", { total: found.length }) : "";
    }

    const keys = {
      ArrowDown: () => mark((at + 1) % options.length),
      ArrowUp: () => mark(at <= 0 ? options.length - 1 : at - 1),
      Home: () => at >= 0 && mark(0),
      End: () => at >= 0 && mark(options.length - 1),
    };

    input.addEventListener("input", show);
    input.addEventListener("focus", () => input.value.trim() && show());
    input.addEventListener("keydown", (event) => {
      if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === "Escape") {
        if (!list.hidden) close();
        else if (input.value) input.value = "";
        else input.blur();
        event.preventDefault();
      } else if (event.key === "Enter" && options[at] && !list.hidden) {
        event.preventDefault();
        options[at].click();
      } else if (event.key in keys && options.length) {
        if (list.hidden) {
          list.hidden = false;
          input.setAttribute("aria-expanded", "true");
        }
        const inText = at < 0 && (event.key === "Home" || event.key === "End");
        if (!inText) event.preventDefault();
        keys[event.key]();
      }
    });
    form.addEventListener("focusout", (event) => form.contains(event.relatedTarget) || close());
    // Pressing the mouse on an answer must not take the focus away before the click arrives.
    list.addEventListener("mousedown", (event) => event.preventDefault());
    if (document.activeElement === input && input.value.trim()) show();
  }

  window.listwright.searchBox = searchBox;
})();
