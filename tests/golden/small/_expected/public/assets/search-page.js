// The page of search results: everything that the words in its address find, by kind.
"use strict";
(() => {
  const { link, load, make, say, SEARCH } = window.listwright;
  const place = document.getElementById("search");
  const box = document.getElementById("q");
  const typed = new URLSearchParams(location.search).get("q") ?? "";
  const FIRST = 50;
  if (!place || !box) return;

  function item(entry) {
    const detail = [entry.detail, entry.status && say(`status.${entry.status}`)].filter(Boolean).join(" · ");
    const name = make("a", { href: link(`${entry.kind}/${entry.id}/`) }, entry.name);
    return make("li", {}, name, detail && make("span", { class: "hit-detail" }, detail));
  }

  function group([kind, entries]) {
    const heading = make("h2", {}, say(kind), " ", make("span", { class: "count" }, String(entries.length)));
    const list = make("ul", { class: "results" }, entries.slice(0, FIRST).map(item));
    const section = make("section", { class: "part" }, heading, list);
    if (entries.length > FIRST) {
      const more = make("button", { type: "button" }, say("search.rest", { total: entries.length - FIRST }));
      more.addEventListener("click", () => {
        const rest = entries.slice(FIRST).map(item);
        list.append(...rest);
        more.remove();
        rest[0].firstChild.focus();
      });
      section.append(more);
    }
    return section;
  }

  function show() {
    const { found, forgiven } = window.listwright.find(typed);
    const key = found.length === 0 ? "search.none" : forgiven ? "search.near" : "search.count";
    const says = make("p", { role: "status" }, say(key, { total: found.length }));
    place.replaceChildren(says, ...window.listwright.grouped(found).map(group));
  }

  box.value = typed;
  if (typed.trim()) {
    load(SEARCH).then(show, () => place.replaceChildren(say("search.broken")));
  }
})();
