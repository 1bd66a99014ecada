// What every page does with scripting: theme, copy buttons, and search, which is loaded when it is first used.
// Everything here enhances what works without it.
"use strict";
(() => {
  const { documentElement: root } = document;
  const shared = (window.listwright = window.listwright || {});
  const $ = (selector, within = document) => within.querySelector(selector);
  const $$ = (selector, within = document) => [...within.querySelectorAll(selector)];

  /** The page's own words for scripts, in its language. */
  const words = {};
  for (const term of $$("#words dt")) words[term.textContent] = term.nextElementSibling.textContent;

  /** The words for a key, with values in the place of `{name}`. */
  shared.say = (key, values = {}) =>
    (words[key] ?? key).replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);

  /** An element with attributes and children; a child that is text stays text. */
  shared.make = (name, attributes = {}, ...children) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (value === true) element.setAttribute(key, "");
      else if (value !== false && value != null) element.setAttribute(key, value);
    }
    element.append(...children.flat().filter((child) => child != null));
    return element;
  };

  /** The address of a page, such as `models/alder/`, in the language of this one. */
  shared.link = (page, query = "") => `${root.dataset.home}${page}${root.dataset.index}${query}`;

  /** Loads classic scripts one after the other, each once. */
  const loads = new Map();
  const load = (src) => {
    if (!loads.has(src)) {
      const script = shared.make("script", { src });
      const loaded = new Promise((done, failed) => {
        script.onload = done;
        script.onerror = () => {
          loads.delete(src);
          script.remove();
          failed(new Error(src));
        };
      });
      loads.set(src, loaded);
      document.head.append(script);
    }
    return loads.get(src);
  };
  shared.load = (all) => all.reduce((before, src) => before.then(() => load(src)), Promise.resolve());

  /** What finds entries. */
  const assets = `${root.dataset.root}assets/`;
  shared.SEARCH = ["vendor/ufuzzy.js", "search-index.js", "search.js"].map((name) => assets + name);

  /** What cites a selection. */
  shared.CITE = `${assets}cite.js`;

  /** What a reader chose on an earlier visit; a browser may forbid remembering. */
  const remembered = (key, value) => {
    try {
      if (value === undefined) return localStorage.getItem(key);
      if (value === null) localStorage.removeItem(key);
      else localStorage.setItem(key, value);
    } catch {
      // Then the choice lasts as long as the page.
    }
    return null;
  };

  const THEMES = ["auto", "light", "dark"];

  function theme(button) {
    const show = (chosen) => {
      if (chosen === "auto") delete root.dataset.theme;
      else root.dataset.theme = chosen;
      if (!button) return;
      const label = shared.say(`theme.${chosen}`);
      button.setAttribute("aria-label", label);
      button.title = label;
      button.dataset.now = chosen;
    };
    let now = remembered("theme");
    if (!THEMES.includes(now)) now = "auto";
    show(now);
    if (!button) return;
    button.addEventListener("click", () => {
      now = THEMES[(THEMES.indexOf(now) + 1) % THEMES.length];
      remembered("theme", now === "auto" ? null : now);
      show(now);
    });
  }

  /** Puts a text on the clipboard; where a browser forbids that, the text is selected to be copied by hand. */
  async function copy(text, shown) {
    try {
      await navigator.clipboard.writeText(await text);
      return true;
    } catch {
      if (shown) getSelection().selectAllChildren(shown);
      return false;
    }
  }

  /** Makes a button copy what `text` returns, now or soon, and say so to everybody. */
  shared.copies = (button, text, shown) => {
    const label = button.textContent;
    const status = shared.make("span", { class: "vh", role: "status" });
    button.after(status);
    button.hidden = false;
    let wait;
    button.addEventListener("click", async () => {
      const said = shared.say((await copy(text(), shown)) ? "copied" : "selected");
      button.textContent = said;
      status.textContent = said;
      clearTimeout(wait);
      wait = setTimeout(() => {
        button.textContent = label;
        status.textContent = "";
      }, 2000);
    });
  };

  function searchBox(input) {
    let started = false;
    const start = () => {
      if (started) return;
      started = true;
      const box = shared.load([...shared.SEARCH, `${assets}search-box.js`]);
      box.then(
        () => shared.searchBox(input),
        () => (started = false),
      );
    };
    input.addEventListener("focus", start);
    if (document.activeElement === input) start();
  }

  /** Whether a key that is pressed now would be typed into something. */
  const typing = (target) => target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName);

  theme($("button.theme"));
  for (const button of $$("button[data-copy]")) {
    const shown = document.getElementById(button.dataset.copy);
    if (shown) shared.copies(button, () => shown.textContent, shown);
  }
  const input = document.getElementById("q");
  if (input) {
    searchBox(input);
    document.addEventListener("keydown", (event) => {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
      event.preventDefault();
      input.focus();
      input.select();
    });
  }
})();
