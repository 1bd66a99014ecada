// Two to four entries side by side, as the address names them: `?ids=alder,birch`, of datasets with `&kind=datasets`.
"use strict";
(() => {
  const { CITE, copies, link, load, make, say } = window.listwright;
  const place = document.getElementById("compare");
  if (!place) return;
  const KINDS = ["models", "datasets"].filter((one) => place.dataset.kinds.split(" ").includes(one));
  const [FEWEST, MOST] = [2, 4];
  const given = new URLSearchParams(location.search);
  let kind = KINDS.includes(given.get("kind")) ? given.get("kind") : KINDS[0];
  let different = given.get("only") === "differences";
  let ids = [];
  let data = null;

  // --- The address ----------------------------------------------------------------------------------------------

  /** The entries that the address names and the list has, each once. */
  function named(query) {
    const all = query.getAll("ids").flatMap((part) => part.split(",")).map((id) => id.trim());
    return [...new Set(all)].filter((id) => Object.hasOwn(data.entries, id)).slice(0, MOST);
  }

  function write() {
    const query = [];
    if (kind !== KINDS[0]) query.push(`kind=${kind}`);
    if (ids.length) query.push(`ids=${ids.map(encodeURIComponent).join(",")}`);
    if (different) query.push("only=differences");
    try {
      history.pushState(null, "", location.pathname + (query.length ? `?${query.join("&")}` : ""));
    } catch {
      // Some browsers keep the address of a file as it is.
    }
  }

  // --- What stands in a cell ------------------------------------------------------------------------------------

  const text = (cell) =>
    [cell.text, ...(cell.links ?? []).map((one) => words(one.label)), cell.missing && (data.states[cell.missing] ?? cell.missing)]
      .filter(Boolean)
      .join(", ");

  const words = (label) => data.links[label] ?? label;

  function shown(cell) {
    if (!cell) return make("span", { class: "missing" }, data.states["not recorded"]);
    const parts = [];
    if (cell.text) parts.push(cell.lang ? make("span", { lang: cell.lang }, cell.text) : cell.text);
    for (const one of cell.links ?? []) {
      if (parts.length) parts.push(", ");
      const href = one.page ? link(one.url) : one.url;
      parts.push(make("a", one.page ? { href } : { href, rel: "noopener" }, words(one.label)));
    }
    if (cell.missing) parts.push(make("span", { class: "missing" }, data.states[cell.missing] ?? cell.missing));
    return make("span", {}, parts);
  }

  const SVG = "http://www.w3.org/2000/svg";

  /** A mark on a scale of powers of ten that all columns of the row share. */
  function scale(amount, [low, high]) {
    const svg = document.createElementNS(SVG, "svg");
    svg.setAttribute("class", "scale");
    svg.setAttribute("aria-hidden", "true");
    const path = document.createElementNS(SVG, "path");
    const ticks = Array.from({ length: high - low + 1 }, (_, at) => `M${(112 * at) / (high - low)} 5v4`);
    path.setAttribute("d", `M0 8.5h112${ticks.join("")}`);
    const mark = document.createElementNS(SVG, "circle");
    mark.setAttribute("cx", String((112 * (Math.log10(amount) - low)) / (high - low)));
    mark.setAttribute("cy", "8.5");
    mark.setAttribute("r", "3.5");
    svg.append(path, mark);
    return svg;
  }

  /** The powers of ten around all listed amounts of a field. */
  function bounds(field) {
    const all = Object.values(data.entries).map((entry) => entry.amounts?.[field]).filter((amount) => amount > 0);
    const low = Math.floor(Math.log10(Math.min(...all)));
    return [low, Math.max(low + 1, Math.ceil(Math.log10(Math.max(...all))))];
  }

  // --- Rows -----------------------------------------------------------------------------------------------------

  /** The rows of fields: label, and for each entry its text and what shows it. */
  function fields(entries) {
    return data.fields.flatMap((_, field) => {
      if (entries.every((entry) => !entry.cells[field])) return [];
      const scaled = entries.some((entry) => entry.amounts?.[field] > 0);
      const around = scaled ? bounds(field) : null;
      const cells = entries.map((entry) => {
        const cell = entry.cells[field];
        const amount = entry.amounts?.[field];
        const parts = [shown(cell), ...(amount > 0 ? [scale(amount, around)] : [])];
        return { text: cell ? text(cell) : data.states["not recorded"], parts };
      });
      return [{ label: [data.labels[field]], plain: data.labels[field], cells }];
    });
  }

  /** The best of some scores, by the direction that the benchmark declares; `null` where it declares none. */
  function best(measure, scores) {
    if (!measure.better || scores.length < 2) return null;
    return Math[measure.better === "lower" ? "min" : "max"](...scores);
  }

  /** The rows of scores on benchmarks that measured at least two of the entries. */
  function scores(entries) {
    return data.measures.flatMap((measure, at) => {
      const all = entries.map((entry) => entry.scores?.[at] ?? []);
      if (all.filter((some) => some.length).length < FEWEST) return [];
      const top = best(measure, all.flat().map((score) => Number(score.value)));
      const arrow = measure.better === "lower" ? " ↓" : measure.better === "higher" ? " ↑" : "";
      const cells = all.map((some) => {
        if (!some.length) return { text: say("compare.unscored"), parts: [make("span", { class: "missing" }, say("compare.unscored"))] };
        const lines = some.map((score) => {
          const line = (score.variant ? `${score.variant}: ` : "") + score.text;
          return Number(score.value) === top ? make("b", { title: say("compare.best") }, line) : make("span", {}, line);
        });
        return { text: lines.map((line) => line.textContent).join("; "), parts: lines.flatMap((line, i) => (i ? [make("br"), line] : [line])) };
      });
      const label = [make("a", { href: link(measure.page) }, measure.benchmark), `: ${measure.label}${arrow}`];
      return [{ label, plain: `${measure.benchmark}: ${measure.label}${arrow}`, cells }];
    });
  }

  // --- The table ------------------------------------------------------------------------------------------------

  function head(entries) {
    const cell = (entry, at) => {
      const name = make("a", { href: link(`${kind}/${ids[at]}/`) }, entry.name);
      const remove = make("button", { type: "button", class: "remove", "aria-label": say("compare.remove", { name: entry.name }) }, "×");
      remove.addEventListener("click", () => {
        ids = ids.filter((_, place) => place !== at);
        changed();
        place.querySelector("select, input")?.focus();
      });
      return make("th", { scope: "col" }, name, " ", remove);
    };
    return make("thead", {}, make("tr", {}, make("td"), entries.map(cell)));
  }

  function table(entries, rows) {
    const line = (row) =>
      make("tr", {}, make("th", { scope: "row" }, row.label), row.cells.map((cell) => make("td", {}, cell.parts)));
    const body = make("table", { class: "compare-table" }, head(entries), make("tbody", {}, rows.map(line)));
    return make("div", { class: "scroll", role: "group", "aria-label": say("compare"), tabindex: 0 }, body);
  }

  const escaped = (value) => value.replace(/[\\|`*_[\]<>&~#!]/g, "\\$&").replace(/\s+/g, " ");

  /** The table as GitHub's Markdown. */
  function markdown(entries, rows) {
    const line = (cells) => `| ${cells.join(" | ")} |`;
    const heads = line(["", ...entries.map((entry) => escaped(entry.name))]);
    const rule = line(["---", ...entries.map(() => "---")]);
    const lines = rows.map((row) => line([escaped(row.plain), ...row.cells.map((cell) => escaped(cell.text))]));
    return [heads, rule, ...lines, ""].join("\n");
  }

  /** The citations of all, loaded when they are wanted. */
  async function bibtex() {
    await load([CITE]);
    return (await window.listwright.cited(kind, "bib", ids)).text;
  }

  function tools(entries, rows) {
    const only = make("input", { type: "checkbox" });
    only.checked = different;
    only.addEventListener("change", () => {
      different = only.checked;
      changed();
      place.querySelector(".compare-tools input")?.focus();
    });
    const copy = make("button", { type: "button" }, say("compare.markdown"));
    const cite = make("button", { type: "button" }, say("compare.bibtex"));
    const line = make("p", { class: "compare-tools" }, make("label", {}, only, " ", say("compare.different")), copy, cite);
    copies(copy, () => markdown(entries, rows));
    copies(cite, bibtex);
    return line;
  }

  /** A form to put one more entry beside the others, or to change the kind. */
  function adding() {
    const option = (value, label, selected = false) => make("option", { value, selected }, label);
    const kinds = make("select", { "aria-label": say("compare.kind") }, KINDS.map((one) => option(one, say(one), one === kind)));
    kinds.addEventListener("change", () => {
      kind = kinds.value;
      ids = [];
      start(true);
    });
    const rest = Object.entries(data.entries).filter(([id]) => !ids.includes(id));
    rest.sort(([, a], [, b]) => a.name.localeCompare(b.name));
    const entry = make("select", { "aria-label": say("compare.add") }, option("", say("compare.add")), rest.map(([id, one]) => option(id, one.name)));
    entry.disabled = ids.length >= MOST;
    entry.addEventListener("change", () => {
      if (!entry.value) return;
      ids.push(entry.value);
      changed();
      place.querySelector(".compare-add select:last-child")?.focus();
    });
    return make("p", { class: "compare-add" }, kinds, " ", entry);
  }

  function show() {
    const entries = ids.map((id) => data.entries[id]);
    const all = [...fields(entries), ...scores(entries)];
    const rows = different ? all.filter((row) => new Set(row.cells.map((cell) => cell.text)).size > 1) : all;
    const parts = [adding()];
    if (entries.length < FEWEST) parts.push(make("p", { class: "empty", role: "status" }, say("compare.few")));
    if (entries.length >= FEWEST) parts.push(tools(entries, rows), table(entries, rows));
    else if (entries.length) parts.push(table(entries, rows));
    place.replaceChildren(...parts);
  }

  function changed() {
    write();
    show();
  }

  /** Loads what there is of the kind and shows it; `anew` where the reader changed the kind. */
  function start(anew) {
    load([`${document.documentElement.dataset.home}compare/${kind}.js`]).then(
      () => {
        data = window.listwright[kind];
        ids = anew ? [] : named(new URLSearchParams(location.search));
        if (anew) changed();
        else show();
      },
      () => place.replaceChildren(make("p", { role: "alert" }, say("compare.broken"))),
    );
  }

  addEventListener("popstate", () => {
    const query = new URLSearchParams(location.search);
    kind = KINDS.includes(query.get("kind")) ? query.get("kind") : KINDS[0];
    different = query.get("only") === "differences";
    start(false);
  });
  start(false);
})();
