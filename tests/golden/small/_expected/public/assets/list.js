// Narrows, sorts and arranges the list of a page; every choice stands in the address, so that it can be shared, reloaded
// and gone back to. Without scripting the list stands in its usual order and the facets are links to pages.
"use strict";
(() => {
  const { CITE, link, load, make, say, SEARCH } = window.listwright;
  const $ = (selector, within = document) => within.querySelector(selector);
  const $$ = (selector, within = document) => [...within.querySelectorAll(selector)];
  const list = $(".list");
  if (!list) return;

  const form = $("form.facets", list);
  const chips = $(".chips", list);
  const status = $(".status", list);
  const table = $("table.list-table", list);
  const rows = $$("[data-id]", list).map((element, place) => ({
    element,
    place,
    id: element.dataset.id,
    has: new Set((element.dataset.f ?? "").split(" ").filter(Boolean)),
  }));
  // Of a list that is cut into sheets only one is here: to narrow or sort that alone would tell less than the truth, so
  // the facets stay links to their pages.
  const whole = !$(".sheets", list);
  form?.classList.toggle("linked", !whole);
  const boxes = form && whole ? $$('input[type="checkbox"][name]', form) : [];
  const known = new Map(boxes.map((box) => [`${box.name}:${box.value}`, box]));

  // --- What is chosen -------------------------------------------------------------------------------------------

  /** Everything that a reader can choose here. */
  const chosen = { q: "", values: new Map(), sort: "", columns: null };

  /** The columns of the table by name; the first one names the row and always stays. */
  const columns = new Map();
  for (const head of table ? $$("thead th[data-col]", table) : []) {
    const cells = $$(`[data-col="${CSS.escape(head.dataset.col)}"]`, table);
    const usual = !head.classList.contains("hidden");
    columns.set(head.dataset.col, { head, cells, usual, by: whole && head.dataset.sort });
  }
  const usualColumns = [...columns].filter(([, column]) => column.usual).map(([name]) => name);
  const fixed = usualColumns[0];

  /** Reads the address; what it names and the page does not know is left alone. */
  function read() {
    const given = new URLSearchParams(location.search);
    chosen.q = given.get("q") ?? "";
    chosen.values = new Map();
    for (const [name, value] of given) {
      if (known.has(`${name}:${value}`)) choose(name, value, true);
    }
    const sort = given.get("sort") ?? "";
    chosen.sort = columns.get(sort.replace(/^-/, ""))?.by ? sort : "";
    const named = given.has("cols") ? given.get("cols").split(",").filter((name) => columns.has(name)) : [];
    chosen.columns = named.length ? [...columns.keys()].filter((name) => name === fixed || named.includes(name)) : null;
  }

  /** Writes the address; what the reader did not choose is left out. */
  function write(replace) {
    const query = new URLSearchParams();
    if (chosen.q.trim()) query.set("q", chosen.q.trim());
    for (const [name, values] of chosen.values) {
      for (const value of values) query.append(name, value);
    }
    if (chosen.sort) query.set("sort", chosen.sort);
    if (chosen.columns) query.set("cols", chosen.columns.join(","));
    const search = query.size ? `?${query}` : "";
    if (search === location.search) return;
    const address = location.pathname + search + location.hash;
    try {
      history[replace ? "replaceState" : "pushState"](null, "", address);
    } catch {
      // Some browsers keep the address of a file as it is; the list works all the same.
    }
  }

  function choose(name, value, on) {
    const values = chosen.values.get(name) ?? new Set();
    if (on) values.add(value);
    else values.delete(value);
    if (values.size) chosen.values.set(name, values);
    else chosen.values.delete(name);
  }

  // --- What is shown --------------------------------------------------------------------------------------------

  /** The ids of the entries of this kind that the typed words find, once search is loaded. */
  const kind = list.dataset.kind === "surveys" ? "papers" : list.dataset.kind;
  function found() {
    if (!chosen.q.trim() || !window.listwright.find) return null;
    const { found } = window.listwright.find(chosen.q);
    return new Set(found.filter((entry) => entry.kind === kind).map((entry) => entry.id));
  }

  /** What the page says behind the number of rows that are shown. */
  const said = status?.textContent.replace(/^\S+/, "") ?? "";

  const fits = (row, values, name) => [...values].some((value) => row.has.has(`${name}:${value}`));

  /** Shows the rows that fit, and how many each further choice would show. */
  function narrow() {
    const hits = found();
    const counts = new Map();
    let shown = 0;
    for (const row of rows) {
      const typed = hits === null || hits.has(row.id);
      const misses = typed ? [...chosen.values].filter(([name, values]) => !fits(row, values, name)) : null;
      const fit = misses?.length === 0;
      row.element.hidden = !fit;
      if (fit) shown += 1;
      // A facet's own choices do not narrow its counts: with another value of it the row would be there.
      if (!typed || misses.length > 1) continue;
      for (const key of row.has) {
        if (misses.length === 0 || key.startsWith(`${misses[0][0]}:`)) counts.set(key, (counts.get(key) ?? 0) + 1);
      }
    }
    for (const [key, box] of known) {
      const count = counts.get(key) ?? 0;
      const shows = $(".count", box.closest("label") ?? box.parentElement);
      if (shows) shows.textContent = String(count);
      box.checked = chosen.values.get(box.name)?.has(box.value) ?? false;
      box.disabled = count === 0 && !box.checked;
    }
    for (const group of $$(".family", list)) group.hidden = !$("[data-id]:not([hidden])", group);
    if (status && whole) status.textContent = `${shown}${said}`;
    showNothing(shown === 0 && rows.length > 0);
    showChips();
  }

  /** Where nothing fits, the way back is said. */
  const nothing = make("p", { class: "nothing", hidden: true });
  function showNothing(on) {
    nothing.hidden = !on;
    if (!on) return;
    const clear = make("button", { type: "button" }, say("list.clear"));
    clear.addEventListener("click", () => {
      chosen.q = "";
      chosen.values = new Map();
      changed();
      filter?.focus();
    });
    nothing.replaceChildren(say("list.nothing"), " ", clear);
  }

  /** A button for each choice, which takes it back. */
  function showChips() {
    if (!chips) return;
    const chip = (text, remove) => {
      const button = make("button", { type: "button", class: "chip", "aria-label": say("list.remove", { what: text }) });
      button.append(text, make("span", { "aria-hidden": "true" }, " ×"));
      button.addEventListener("click", () => {
        const place = $$("button", chips).indexOf(button);
        remove();
        changed();
        // The focus stays where the reader was working.
        const left = $$("button", chips);
        (left[Math.min(place, left.length - 1)] ?? filter ?? boxes[0])?.focus();
      });
      return button;
    };
    const all = [];
    if (chosen.q.trim()) all.push(chip(`“${chosen.q.trim()}”`, () => (chosen.q = "")));
    for (const [name, values] of chosen.values) {
      for (const value of values) {
        const label = known.get(`${name}:${value}`).closest("label");
        const text = ($("span:not(.count)", label) ?? label).textContent.trim();
        all.push(chip(text, () => choose(name, value, false)));
      }
    }
    chips.hidden = all.length === 0;
    chips.replaceChildren(...all.flatMap((button) => [button, " "]));
  }

  // --- Order and columns ----------------------------------------------------------------------------------------

  const collator = new Intl.Collator(document.documentElement.lang, { numeric: true, sensitivity: "base" });

  /** What a cell is sorted by; a cell that says why there is no value has none. */
  function key(row, name, by) {
    const cell = $(`[data-col="${CSS.escape(name)}"]`, row.element);
    if (!cell) return "";
    if (cell.dataset.v !== undefined) return by === "number" && cell.dataset.v !== "" ? Number(cell.dataset.v) : cell.dataset.v;
    if (cell.classList.contains("missing") || by === "number") return "";
    return cell.textContent.trim();
  }

  function sort() {
    const down = chosen.sort.startsWith("-");
    const name = chosen.sort.replace(/^-/, "");
    for (const [other, { head, by }] of columns) {
      if (!by) continue;
      if (other === name) head.setAttribute("aria-sort", down ? "descending" : "ascending");
      else head.removeAttribute("aria-sort");
    }
    let order = [...rows];
    if (name) {
      const { by } = columns.get(name);
      const keys = new Map(rows.map((row) => [row, key(row, name, by)]));
      const compare = (a, b) => (typeof a === "number" ? a - b : by === "date" ? (a > b) - (a < b) : collator.compare(a, b));
      order.sort((a, b) => {
        const [x, y] = [keys.get(a), keys.get(b)];
        // What is not known comes last in both directions.
        if (x === "" || y === "") return (x === "") - (y === "") || a.place - b.place;
        return (down ? -1 : 1) * compare(x, y) || a.place - b.place;
      });
    }
    const body = rows[0]?.element.parentElement;
    const stands = body ? [...body.children] : [];
    if (table && order.some((row, place) => stands[place] !== row.element)) body.append(...order.map((row) => row.element));
  }

  function arrange() {
    const shown = chosen.columns ?? usualColumns;
    for (const [name, { cells }] of columns) {
      for (const cell of cells) cell.classList.toggle("hidden", !shown.includes(name));
    }
    for (const box of $$('.columns input[type="checkbox"]', list)) box.checked = shown.includes(box.value);
  }

  /** The heading of a column becomes a button: once for one direction, again for the other, and back. */
  function sortButton(name, { head, by }) {
    const button = make("button", { type: "button", class: "sort" }, ...head.childNodes);
    head.replaceChildren(button);
    button.addEventListener("click", () => {
      // Of numbers and dates, the large and the new are wanted first.
      const first = by === "text" ? name : `-${name}`;
      const second = by === "text" ? `-${name}` : name;
      chosen.sort = chosen.sort === first ? second : chosen.sort === second ? "" : first;
      changed();
    });
  }

  function columnsMenu() {
    const box = ([name, { head }]) => {
      const input = make("input", { type: "checkbox", value: name, disabled: name === fixed });
      input.addEventListener("change", () => {
        const shown = new Set(chosen.columns ?? usualColumns);
        if (input.checked) shown.add(name);
        else shown.delete(name);
        const all = [...columns.keys()].filter((one) => shown.has(one));
        chosen.columns = all.join() === usualColumns.join() ? null : all;
        changed();
      });
      return make("label", {}, input, " ", make("span", {}, head.textContent.trim()));
    };
    const menu = make("details", { class: "columns" }, make("summary", {}, say("list.columns")));
    menu.append(make("fieldset", {}, make("legend", { class: "vh" }, say("list.columns")), ...[...columns].map(box)));
    menu.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !menu.open) return;
      menu.open = false;
      $("summary", menu).focus();
    });
    return menu;
  }

  // --- Comparing ------------------------------------------------------------------------------------------------

  const [FEWEST_COMPARED, MOST_COMPARED] = [2, 4];
  const compared = ["models", "datasets"].includes(list.dataset.kind);

  /** The rows that are ticked. */
  const picked = new Set();

  /** A box in front of each row, and a line below the list with what can be done with those that are ticked. */
  function picks() {
    const says = make("span", { role: "status" });
    const go = make("a", { class: "go" }, say("compare.go"));
    const most = make("span", { class: "most" }, say("compare.most"));
    const clear = make("button", { type: "button" }, say("compare.clear"));
    const tray = make("div", { class: "tray", hidden: true }, says, go, most, clear);
    const inputs = [];
    const update = () => {
      tray.hidden = picked.size === 0;
      const names = [...picked].map((row) => nameOf(row));
      says.textContent = say("compare.picked", { count: picked.size, names: names.join(", ") });
      go.hidden = !compared || picked.size < FEWEST_COMPARED || picked.size > MOST_COMPARED;
      most.hidden = !compared || picked.size <= MOST_COMPARED;
      const kind = list.dataset.kind === "models" ? "" : `kind=${encodeURIComponent(list.dataset.kind)}&`;
      go.href = link("compare/", `?${kind}ids=${[...picked].map((row) => encodeURIComponent(row.id)).join(",")}`);
    };
    for (const row of rows) {
      const head = $('th[scope="row"], td', row.element);
      if (!head) continue;
      const input = make("input", { type: "checkbox", class: "pick", "aria-label": say("compare.pick", { name: nameOf(row) }) });
      input.addEventListener("change", () => {
        if (input.checked) picked.add(row);
        else picked.delete(row);
        update();
        offer();
      });
      inputs.push([input, row]);
      head.prepend(input);
    }
    clear.addEventListener("click", () => {
      const [first] = inputs.find(([, row]) => picked.has(row));
      picked.clear();
      for (const [input] of inputs) input.checked = false;
      update();
      offer();
      first.focus();
    });
    update();
    return tray;
  }

  const nameOf = (row) => $("a", row.element)?.textContent ?? row.id;

  // --- Citing ---------------------------------------------------------------------------------------------------

  /** What there is to cite beside the whole list: the rows that are ticked, or those that are left, as they stand. */
  function selection() {
    const stands = $$("[data-id]", list);
    const ticked = new Set([...picked].map((row) => row.id));
    if (ticked.size) return stands.filter((element) => ticked.has(element.dataset.id));
    const shown = stands.filter((element) => !element.hidden);
    return shown.length < stands.length ? shown : [];
  }

  const citing = make("details", { class: "citing", hidden: true }, make("summary"));
  /** Shows the citations of the selection as it is by now, once somebody has asked for them. */
  let cite = null;
  citing.addEventListener("toggle", () => {
    if (!citing.open) return;
    const ids = () => selection().map((element) => element.dataset.id);
    load([CITE]).then(
      () => (cite ??= window.listwright.citing(citing, kind, list.dataset.kind, ids))(),
      () => (citing.open = false),
    );
  });

  /** Offers to cite the selection: beside what is ticked, or before the files of the whole list. */
  function offer() {
    const count = selection().length;
    citing.hidden = count === 0;
    if (!count) citing.open = false;
    $("summary", citing).textContent = say(picked.size ? "cite.ticked" : "cite.shown", { count });
    const place = picked.size ? tray : files?.parentElement;
    if (place && citing.parentElement !== place) place.insertBefore(citing, picked.size ? null : files);
    if (citing.open) cite?.();
  }

  // --- Together -------------------------------------------------------------------------------------------------

  function show() {
    sort();
    arrange();
    narrow();
    offer();
    if (filter && filter.value !== chosen.q) filter.value = chosen.q;
  }

  function changed(replace = false) {
    write(replace);
    show();
  }

  /** The words by which to narrow this list, found as search finds them. */
  function filterBox() {
    const input = make("input", { type: "search", name: "q", autocomplete: "off", placeholder: say("list.filter") });
    const label = make("label", { class: "filter" }, make("span", { class: "vh" }, say("list.filter")), input);
    const seek = () => load(SEARCH).then(show, () => {});
    input.addEventListener("focus", seek);
    input.addEventListener("input", () => {
      chosen.q = input.value;
      changed(true);
    });
    form.prepend(label);
    return input;
  }

  const filter = form && whole ? filterBox() : null;
  for (const [name, column] of columns) {
    if (column.by) sortButton(name, column);
  }
  if (columns.size > 1) status?.parentElement.append(columnsMenu());
  const last = table?.parentElement ?? $(".families", list);
  last?.after(nothing);
  const files = $(".downloads", list);
  const tray = table ? picks() : null;
  if (tray) last.after(tray);

  form?.addEventListener("change", (event) => {
    const { name, value, checked, type } = event.target;
    if (type !== "checkbox") return;
    choose(name, value, checked);
    changed();
  });
  form?.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("popstate", () => {
    read();
    show();
  });
  read();
  show();
  if (chosen.q) load(SEARCH).then(show, () => {});
})();
