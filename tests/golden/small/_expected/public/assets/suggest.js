// A form that writes an entry's file: made from the schema by which editors check entries, checked while it is filled in,
// and handed to the repository's page for new files. What the form has no field for is added there.
"use strict";
(() => {
  const { copies, load, make, say } = window.listwright;
  const place = document.getElementById("suggest");
  if (!place) return;
  const KINDS = place.dataset.kinds.split(" ");
  const { languages, add } = place.dataset;
  const asked = new URLSearchParams(location.search).get("kind");
  let kind = KINDS.includes(asked) ? asked : KINDS[0];
  let schema = null;
  let labels = {};
  let fields = [];

  /** Keys that say something about an entry that is already there, or that take more than a form to write. */
  const LEFT_OUT = new Set("former_ids distinct_from status reason superseded_by allow disputed variants leaderboard winners readme_group added".split(" "));
  /** The longest address that browsers and the repository's site take without trouble. */
  const LONGEST = 7000;

  // --- The schema -----------------------------------------------------------------------------------------------

  const resolved = (part) => (part.$ref ? resolved(schema.$defs[part.$ref.split("/").at(-1)]) : part);

  /** The forms that a value may have, one by one. */
  const forms = (part) => {
    const whole = resolved(part);
    return whole.anyOf ? whole.anyOf.flatMap(forms) : [whole];
  };

  /** Why a text fits none of the forms, or nothing. */
  function fault(part, text) {
    const said = [];
    for (const form of forms(part)) {
      if (form.type === "object" || form.type === "array") continue;
      if (form.enum ? form.enum.includes(text) : fitsForm(form, text)) return "";
      said.push(form.maxLength && text.length > form.maxLength ? say("suggest.long", { most: form.maxLength }) : form.patternErrorMessage);
    }
    return said.findLast(Boolean) ?? say("suggest.unfit");
  }

  function fitsForm(form, text) {
    if (form.maxLength && [...text].length > form.maxLength) return false;
    if (form.pattern && !new RegExp(form.pattern).test(text)) return false;
    return !(form.allOf ?? []).some(({ not }) => not && (not.enum ? not.enum.includes(text) : not.pattern && new RegExp(not.pattern).test(text)));
  }

  /** What a listed entry must have: keys, and sets of keys of which one is enough. */
  function needs() {
    const complete = schema.allOf[0].else;
    const sets = (complete.allOf ?? []).map((set) => set.anyOf.map((one) => one.required[0]));
    return { keys: [...schema.required, ...(complete.required ?? [])], sets };
  }

  // --- YAML -----------------------------------------------------------------------------------------------------

  /** Texts that other programs would read as something else than a text. */
  const PLAIN = /^[A-Za-z\u00c0-\u024f\u3400-\u9fff][^:#\n\\"'`{}[\],&*!|>%@\u0000-\u001f\u007f-\u009f]*(?<! )$/u;
  const OTHERWISE = /^(?:true|false|yes|no|on|off|y|n|null|nan|inf)$/i;
  const quoted = (text) => JSON.stringify(text).replace(/[\u007f-\u009f\u2028\u2029]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`);
  const scalar = (text, bare) => (bare || (PLAIN.test(text) && !OTHERWISE.test(text)) ? text : quoted(text));

  /** Dates, counts, identifiers and addresses stand as they are; a form that takes any line is none of these. */
  const SAFE = /^(?:[0-9~>][0-9A-Za-z.~>-]*|https?:\/\/[^\s#,[\]{}]+|arXiv:[\w./-]+|10\.[\w./;()-]+)$/;
  const ANY_LINE = "^(?:\\S";
  const bare = (part, text) =>
    SAFE.test(text) && forms(part).some(({ pattern, type }) => pattern && (Array.isArray(type) || !pattern.startsWith(ANY_LINE)));

  const today = () => {
    const now = new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  };

  /** The lines of a value below a key; nothing where nothing is filled in. */
  function lines(key, value, indent = "") {
    if (value.items) return [`${indent}${key}: [${value.items.join(", ")}]`];
    if (value.text !== undefined) return [`${indent}${key}: ${value.text}`];
    const inner = value.below.flatMap(([name, one]) => lines(name, one, `${indent}  `));
    return [`${indent}${key}:`, ...inner];
  }

  // --- Fields ---------------------------------------------------------------------------------------------------

  /** A field has its element, and reads itself: a value for the file, or nothing, and what is wrong with it. */
  function textField(part, label, about, { long = false, optional = [] } = {}) {
    const input = make(long ? "textarea" : "input", long ? { rows: 2 } : { type: "text", autocomplete: "off" });
    if (optional.length) {
      const list = make("datalist", { id: `words-${Math.random().toString(36).slice(2)}` }, optional.map((one) => make("option", { value: one })));
      input.setAttribute("list", list.id);
      input.after(list);
      return wrapped(label, about, input, () => readText(part, input), list);
    }
    return wrapped(label, about, input, () => readText(part, input));
  }

  function readText(part, input) {
    const text = input.value.trim();
    if (!text) return {};
    return { value: { text: scalar(text, bare(part, text)) }, raw: text, fault: fault(part, text) };
  }

  function choiceField(part, label, about) {
    const { enum: all, enumDescriptions: meant = [] } = resolved(part);
    const options = all.map((word, at) => make("option", { value: word }, (meant[at] ?? word).split(": ")[0].replace(/\.$/, "")));
    const input = make("select", {}, make("option", { value: "" }, "–"), options);
    return wrapped(label, about, input, () => (input.value ? { value: { text: input.value }, raw: input.value, fault: "" } : {}));
  }

  function wordsField(part, label, about) {
    const { enum: all, enumDescriptions: meant = [] } = resolved(part.items);
    const boxes = all.map((word) => make("input", { type: "checkbox", value: word }));
    const labels = boxes.map((box, at) => make("label", { title: meant[at] }, box, " ", (meant[at] ?? box.value).split(": ")[0]));
    const element = make("fieldset", { class: "words" }, make("legend", {}, label), about && make("p", { class: "about", lang: "en" }, about), ...labels);
    const read = () => {
      const items = boxes.filter((box) => box.checked).map((box) => box.value);
      return items.length ? { value: { items }, raw: items.join(), fault: "" } : {};
    };
    return { element, read, say() {} };
  }

  /** One value on each line. */
  function linesField(part, label, about) {
    const input = make("textarea", { rows: 2 });
    const read = () => {
      const all = input.value.split("\n").map((line) => line.trim()).filter(Boolean);
      if (!all.length) return {};
      const items = all.map((text) => scalar(text, bare(part.items, text)));
      return { value: { items }, raw: all.join(), fault: all.map((text) => fault(part.items, text)).find(Boolean) ?? "" };
    };
    return wrapped(label, `${about ?? ""} ${say("suggest.each")}`.trim(), input, read);
  }

  function wrapped(label, about, input, read, ...more) {
    const error = make("p", { class: "wrong", id: `wrong-${Math.random().toString(36).slice(2)}` });
    error.hidden = true;
    const element = make("div", { class: "field" }, make("label", {}, make("span", {}, label), input), ...more, about && make("p", { class: "about", lang: "en" }, about), error);
    const told = (text) => {
      error.textContent = text;
      error.hidden = !text;
      if (text) input.setAttribute("aria-describedby", error.id);
      else input.removeAttribute("aria-describedby");
      input.setAttribute("aria-invalid", String(Boolean(text)));
    };
    return { element, read, say: told, input };
  }

  /** Fields below a key of their own, read together. */
  function groupField(label, about, parts) {
    const element = make("fieldset", {}, make("legend", {}, label), about && make("p", { class: "about", lang: "en" }, about), parts.map(([, field]) => field.element));
    const read = () => {
      const all = parts.map(([name, field]) => [name, field, field.read()]);
      for (const [, field, { fault: wrong }] of all) field.say(wrong ?? "");
      const filled = all.filter(([, , { value }]) => value);
      if (!filled.length) return {};
      return { value: { below: filled.map(([name, , { value }]) => [name, value]) }, raw: filled.map(([, , { raw }]) => raw).join(), fault: filled.map(([, , one]) => one.fault).find(Boolean) ?? "" };
    };
    return { element, read, say() {} };
  }

  const named = (route, key) => labels[route] ?? labels[key] ?? key;

  /** The field for a part of the schema, or nothing where a form is not the way to write it. */
  function fieldFor(key, part, route = key) {
    const label = named(route, key);
    const about = part.description;
    const whole = resolved(part);
    const all = forms(part);
    const byLanguage = all.find((form) => form.properties?.[languages.split(" ")[0]]);
    if (byLanguage) {
      const long = (all[0].maxLength ?? 0) > 200;
      const parts = languages.split(" ").map((language) => [language, textField(byLanguage.properties[language], language, null, { long })]);
      return groupField(label, about, parts);
    }
    if (whole.type === "array") {
      const items = forms(whole.items);
      if (items.some((form) => form.enum) && items.length === 1) return wordsField(whole, label, about);
      return items.some((form) => form.pattern) ? linesField(whole, label, about) : null;
    }
    const object = all.find((form) => form.type === "object");
    if (object?.properties && all.length === 1) {
      const parts = Object.entries(object.properties).filter(([name]) => name !== "note");
      const made = parts.map(([name, inner]) => [name, fieldFor(name, inner, `${route}.${name}`)]);
      return groupField(label, about, made.filter(([, field]) => field));
    }
    if (whole.enum) return choiceField(part, label, about);
    if (whole.type === "boolean") return choiceField({ enum: ["true", "false"] }, label, about);
    const words = all.filter((form) => form.enum).flatMap((form) => form.enum);
    return all.some((form) => form.pattern) ? textField(part, label, about, { optional: words }) : null;
  }

  /** Where the values come from: one source here, more in the editor. */
  function sourceField() {
    const { properties } = resolved(schema.properties.sources.items);
    const group = groupField(named("sources", "sources"), schema.properties.sources.description, ["for", "url", "kind"].map((name) => [name, fieldFor(name, properties[name], `source.${name}`)]));
    const read = () => {
      const one = group.read();
      if (!one.value) return {};
      const inline = one.value.below.map(([name, value]) => lines(name, value)[0].trim()).join(", ");
      const whole = ["url", "kind"].every((name) => one.value.below.some(([given]) => given === name));
      return { value: { items: [`{${inline}}`] }, raw: one.raw, fault: one.fault || (whole ? "" : say("suggest.source")) };
    };
    return { ...group, read, say() {} };
  }

  // --- The page -------------------------------------------------------------------------------------------------

  const slug = (name) => name.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 64).replace(/-+$/, "");

  function page() {
    const { keys, sets } = needs();
    const wanted = new Set([...keys, ...sets.flat()]);
    fields = Object.entries(schema.properties)
      .filter(([key]) => !LEFT_OUT.has(key) && !key.endsWith("_note"))
      .map(([key, part]) => [key, key === "sources" ? sourceField() : fieldFor(key, part)])
      .filter(([, field]) => field);
    const foremost = fields.filter(([key]) => wanted.has(key) || key === "summary" || key === "sources");
    const rest = fields.filter((field) => !foremost.includes(field));
    for (const [key, { element }] of fields) element.dataset.key = key;
    for (const key of keys) place.querySelector(`[data-key="${key}"]`)?.classList.add("needed");

    const kinds = make("select", { name: "kind" }, KINDS.map((one) => make("option", { value: one, selected: one === kind }, say(one))));
    kinds.addEventListener("change", () => {
      kind = kinds.value;
      try {
        history.replaceState(null, "", `${location.pathname}?kind=${kind}`);
      } catch {
        // Some browsers keep the address of a file as it is.
      }
      start();
    });
    const id = make("input", { type: "text", name: "id", autocomplete: "off", spellcheck: "false" });
    const idError = make("p", { class: "wrong" });
    const form = make("form", { class: "suggest" },
      make("div", { class: "field" }, make("label", {}, make("span", {}, say("suggest.kind")), kinds)),
      foremost.map(([, field]) => field.element),
      make("div", { class: "field" }, make("label", {}, make("span", {}, say("suggest.id")), id), make("p", { class: "about" }, say("suggest.id.about")), idError),
      make("details", {}, make("summary", {}, say("suggest.more")), rest.map(([, field]) => field.element)));
    form.addEventListener("submit", (event) => event.preventDefault());

    const file = make("code", {});
    const yaml = make("pre", { tabindex: 0, "aria-label": say("suggest.file") }, make("code", {}));
    const status = make("p", { class: "verdict", role: "status" });
    const open = make("a", { class: "button", rel: "noopener" }, say("suggest.open"));
    const copy = make("button", { type: "button", class: "button" }, say("suggest.copy"));
    const result = make("div", { class: "result" }, make("p", {}, file), yaml, status, make("p", { class: "actions" }, open, " ", copy));
    copies(copy, () => yaml.textContent, yaml);

    const update = () => {
      const read = fields.map(([key, field]) => [key, field, field.read()]);
      const given = new Map(read.filter(([, , { value }]) => value).map(([key, , one]) => [key, one]));
      for (const [, field, { fault: wrong }] of read) field.say(wrong ?? "");
      const text = [...given].flatMap(([key, { value }]) => lines(key, value));
      yaml.firstChild.textContent = `${[...text, `added: ${today()}`].join("\n")}\n`;
      if (!id.dataset.own) id.value = slug(given.get("name")?.raw ?? given.get("title")?.raw ?? "");
      const idWrong = id.value ? fault({ $ref: "#/$defs/id" }, id.value) || taken(id.value) : "";
      idError.textContent = idWrong;
      idError.hidden = !idWrong;
      file.textContent = `entries/${kind}/${id.value || "…"}.yaml`;
      const missing = [...keys.filter((key) => !given.has(key)).map((key) => named(key, key)), ...sets.filter((set) => !set.some((key) => given.has(key))).map((set) => set.map((key) => named(key, key)).join(" / "))];
      const wrong = read.some(([, , one]) => one.fault) || Boolean(idWrong);
      const done = missing.length === 0 && !wrong && id.value !== "";
      status.textContent = missing.length ? say("suggest.missing", { what: missing.join(", ") }) : wrong ? say("suggest.wrong") : say("suggest.done");
      const coded = { "{path}": `entries/${kind}/${id.value}.yaml`, "{content}": yaml.textContent };
      const address = add.replace(/\{(?:path|content)\}/g, (name) => encodeURIComponent(coded[name]));
      const takesAll = add.includes("{content}") && address.length <= LONGEST;
      open.hidden = !add || !done || (add.includes("{content}") && !takesAll);
      if (done && add && !takesAll) status.textContent = say(add.includes("{content}") ? "suggest.copied-by-hand" : "suggest.starts-empty");
      if (done) open.href = address;
    };
    id.addEventListener("input", () => (id.dataset.own = id.value ? "yes" : ""));
    form.addEventListener("input", update);
    place.replaceChildren(form, result);
    for (const key of keys) form.querySelector(`[data-key="${key}"]`)?.classList.add("needed");
    update();
  }

  /** Whether the list has an entry of this kind and id. */
  function taken(id) {
    const { kinds, rows } = window.listwright.search;
    const found = rows.some((row) => kinds[row[0]] === kind && row[1] === id);
    return found ? say("suggest.taken") : "";
  }

  function start() {
    const { root, home } = document.documentElement.dataset;
    load([`${root}assets/search-index.js`, `${home}suggest/${kind}.js`]).then(
      () => {
        ({ schema, labels } = window.listwright[`form_${kind}`]);
        page();
      },
      () => place.replaceChildren(make("p", { role: "alert" }, say("suggest.broken"))),
    );
  }
  start();
})();
