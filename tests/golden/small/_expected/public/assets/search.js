// Finds entries of every kind in the index of assets/search-index.js; loaded with it when the search box is first used.
//
// Latin words are matched at the starts of words by uFuzzy; texts in Chinese, which has no spaces between words, by
// substring. A typing error is forgiven only where nothing matches as it was typed.
"use strict";
(() => {
  const shared = (window.listwright = window.listwright || {});

  /** Characters of scripts that are written without spaces. */
  const UNSPACED = /[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]+/gu;

  /** Lower case, without accents, full-width letters as plain ones. */
  const fold = (text) => text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase();

  /** Letters and digits alone: `OAK-FM`, `oak fm` and `oakfm` are one name. */
  const squash = (text) => text.replace(/[^\p{L}\p{N}]+/gu, "");

  /** `AlderBERT` is also found as `bert`, and `OAK-FM` as `oakfm`. */
  const spellings = (name) => {
    const parts = name.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2").replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1 $2");
    return `${name}\n${parts}\n${squash(name)}`;
  };

  /** What people paste: an address stands for the identifier at its end. */
  const bare = (query) =>
    query.replace(/\b(?:https?:\/\/)?(?:dx\.)?(?:doi\.org\/|arxiv\.org\/(?:abs|pdf)\/)|\bdoi:\s*/gi, "");

  // Words start where uFuzzy says so; digits and letters stay together, as in identifiers.
  const rules = { interLft: 2, interSplit: "[^a-z\\d]+", intraSplit: null, intraContr: "(?!)" };
  const exact = new window.uFuzzy({ ...rules, intraMode: 0, intraIns: 0 });
  const forgiving = new window.uFuzzy({
    ...rules,
    intraMode: 1,
    intraRules(term) {
      const errors = term.length < 5 ? 0 : 1;
      return { intraSlice: [1, Infinity], intraIns: errors, intraSub: errors, intraTrn: errors, intraDel: errors };
    },
  });

  /** All that is searched, made when it is first wanted; one fold for all texts is ten times faster than one for each. */
  let made = null;
  function index() {
    if (made) return made;
    const { kinds, words, rows } = shared.search;
    const labels = words.join("\n\n");
    const called = rows.map(([, id, name, , others]) => [name, ...others, id]);
    const split = (texts) => fold(texts.join("\0")).split("\0");
    const names = split(called.map((all) => all.map(spellings).join("\n")));
    const word = fold(labels).split("\n\n");
    const texts = split(rows.map(([, , , detail, , text]) => `${detail}\n${text}`));
    rows.forEach(([, , , , , , used], place) => {
      texts[place] = [names[place], texts[place], ...used.map((at) => word[at])].join("\n");
    });
    const squashed = split(called.map((all) => all.map(squash).join("\n"))).map((all) => all.split("\n"));
    return (made = { kinds, rows, names, texts, squashed });
  }

  /** The places of the texts in which a word starts with a term. */
  const starting = (texts, term, places) => {
    // Looking for a substring first is several times faster, and loses nothing.
    const holding = places.filter((place) => texts[place].includes(term));
    return exact.filter(texts, term, holding) ?? [];
  };

  /** The words of some texts, each once, made when an error is forgiven for the first time. */
  const dictionaries = new WeakMap();
  const dictionary = (texts) => {
    if (!dictionaries.has(texts)) dictionaries.set(texts, [...new Set(texts.join("\n").match(/[a-z\d]+/g))]);
    return dictionaries.get(texts);
  };

  /** The words that a mistyped term may have meant, the most alike in length first. */
  const MOST_MEANT = 8;
  const meant = (texts, term) => {
    // The first letter is taken for right, and at most one may be missing: to leave other words out first loses nothing.
    const words = dictionary(texts).filter((word) => word[0] === term[0] && word.length >= term.length - 1);
    const found = (forgiving.filter(words, term) ?? []).map((at) => words[at]);
    const apart = (word) => Math.abs(word.length - term.length);
    return found.sort((a, b) => apart(a) - apart(b)).slice(0, MOST_MEANT);
  };

  /** The places of the texts that hold every term; one in Latin letters has to start a word, as typed or as `near` says. */
  function filter(texts, { latin, unspaced }, near) {
    let found = [...texts.keys()];
    for (const term of unspaced) found = found.filter((place) => texts[place].includes(term));
    for (const term of latin) {
      const holding = (near?.get(term) ?? [term]).flatMap((word) => starting(texts, word, found));
      found = near ? [...new Set(holding)].sort((a, b) => a - b) : holding;
    }
    return found;
  }

  /** What was typed, as terms. */
  function read(typed) {
    const query = fold(bare(typed));
    const latin = query.replace(UNSPACED, " ").split(/[^a-z\d]+/).filter(Boolean);
    return { latin: [...new Set(latin)], unspaced: query.match(UNSPACED) ?? [], name: squash(query) };
  }

  /**
   * The places of the texts that a query finds. Where there are none, `near` says for each term which words were taken
   * for it instead.
   */
  function matches(texts, typed) {
    const query = read(typed);
    if (query.latin.length + query.unspaced.length === 0) return { query, places: [], near: null };
    const places = filter(texts, query, null);
    if (places.length > 0 || query.latin.length === 0) return { query, places, near: null };
    const near = new Map(query.latin.map((term) => [term, meant(texts, term)]));
    return { query, places: filter(texts, query, near), near };
  }

  /** How well an entry answers: by its very name, by the start of it, by words of it, or by something else. */
  function rank(names, name, inNames) {
    if (names.includes(name)) return 0;
    if (names.some((one) => one.startsWith(name))) return 1;
    return inNames ? 2 : 3;
  }
  const RANKS = 4;

  /**
   * The entries that a query finds, best first, the newest first among equals and those that are not listed last; and
   * whether a typing error was forgiven.
   */
  function find(typed) {
    const { kinds, rows, names, texts, squashed } = index();
    const { query, places, near } = matches(texts, typed);
    const inNames = new Set(filter(names, query, near));
    const ranked = Array.from({ length: 2 * RANKS }, () => []);
    for (const place of places) {
      const aside = rows[place][7] ? RANKS : 0;
      ranked[aside + rank(squashed[place], query.name, inNames.has(place))].push(place);
    }
    const entry = (place) => {
      const [kind, id, name, detail, , , , status] = rows[place];
      return { kind: kinds[kind], id, name, detail, status };
    };
    return { found: ranked.flat().map(entry), forgiven: near !== null && places.length > 0 };
  }

  /** The found entries by kind, the kind with the best answer first. */
  function grouped(found) {
    const groups = new Map();
    for (const entry of found) {
      if (!groups.has(entry.kind)) groups.set(entry.kind, []);
      groups.get(entry.kind).push(entry);
    }
    return [...groups];
  }

  shared.find = find;
  shared.grouped = grouped;
})();
