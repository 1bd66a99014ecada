// Cites a selection: what is ticked or left on a list, or compared. Loaded when somebody wants to, as are the citations.
"use strict";
(() => {
  const shared = window.listwright;
  const { copies, load, make, say } = shared;

  /** The styles by their short names: how they are called, what their files end in, and of what type these are. */
  const STYLES = {
    bib: ["BibTeX", "bib", "application/x-bibtex"],
    ris: ["RIS", "ris", "application/x-research-info-systems"],
    csl: ["CSL-JSON", "csl.json", "application/vnd.citationstyles.csl+json"],
    apa: ["APA", "txt", "text/plain"],
  };

  /** The citations of entries as one text, and how many works that are: entries of one paper have one in common. */
  shared.cited = async (kind, style, ids) => {
    await load([`${document.documentElement.dataset.root}cite/${kind}.${style}.js`]);
    const { frame, of } = shared[`cite_${kind}_${style}`];
    const works = [...new Set(ids.filter((id) => Object.hasOwn(of, id)).map((id) => of[id]))];
    return { text: frame[0] + works.join(frame[1]) + frame[2], works: works.length };
  };

  /** Puts the choice of a style and what can be done with the text into a menu; returns what shows the text anew. */
  shared.citing = (menu, kind, stem, selected) => {
    const option = ([style, [name]]) => make("option", { value: style }, name);
    const styles = make("select", {}, Object.entries(STYLES).map(option));
    const copy = make("button", { type: "button" }, say("copy"));
    const save = make("button", { type: "button" }, say("download"));
    const said = make("p", { role: "status", hidden: true });
    const shown = make("pre", { tabindex: 0, translate: "no", role: "group", "aria-label": say("cite") });
    const tools = make("div", { class: "compare-tools" }, make("label", {}, say("cite.format"), " ", styles), copy, save);
    menu.append(tools, said, shown);

    /** What is shown, or will be as soon as it is loaded. */
    let latest = null;
    async function show() {
      const ids = selected();
      const [, ending, type] = STYLES[styles.value];
      const turn = (latest = shared.cited(kind, styles.value, ids).then(
        ({ text, works }) => ({ text, type, name: `${stem}-${ids.length}.${ending}`, fewer: works < ids.length, works }),
        () => null,
      ));
      const cited = await turn;
      // What was chosen since then is what counts.
      if (turn !== latest) return;
      copy.disabled = save.disabled = !cited;
      shown.hidden = !cited;
      shown.textContent = cited?.text ?? "";
      said.hidden = Boolean(cited) && !cited.fewer;
      said.textContent = cited ? (cited.fewer ? say("cite.works", { works: cited.works }) : "") : say("cite.broken");
    }

    styles.addEventListener("change", show);
    copies(copy, async () => (await latest).text, shown);
    save.addEventListener("click", async () => {
      const { text, type, name } = await latest;
      const href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
      make("a", { href, download: name }).click();
      // A browser may begin to read it a little later.
      setTimeout(() => URL.revokeObjectURL(href), 60_000);
    });
    menu.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !menu.open) return;
      menu.open = false;
      menu.querySelector("summary").focus();
    });
    return show;
  };
})();
