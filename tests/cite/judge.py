"""Every citation file, as bibtexparser, pybtex and rispy read it: the names, titles and identifiers of the catalog."""

import glob
import json
import os
import re
import sys
import unicodedata

import bibtexparser
from bibtexparser.middlewares import SeparateCoAuthors, SplitNameParts
import pybtex.database
from pylatexenc.latex2text import LatexNodes2Text
import rispy

DATA = os.environ["DATA"]
# Types that Zotero, EndNote and Mendeley all have a kind of their own for.
TYPES = {"JOUR", "CPAPER", "RPRT", "ELEC", "COMP", "DATA"}
complaints = []


def plain(text):
    """A text without what typesetting may change: spaces, and the marks for primes and for the sign of minus."""
    text = unicodedata.normalize("NFKC", text or "").replace("{", "").replace("}", "") if text else ""
    for typeset, typed in (("′", "'"), ("−", "-"), ("’", "'"), ("‘", "'"), ("“", '"'), ("”", '"'), ("—", "-"), ("–", "-")):
        text = text.replace(typeset, typed)
    return " ".join(text.replace("``", '"').replace("''", '"').replace("---", "-").replace("--", "-").split())


def decoded(words):
    """Words of TeX as the text that they show."""
    # Raised and lowered characters stay what they are: the decoder would write `_2` for them.
    words = re.sub(r"\$[_^]\{(.)\}\$", r"\1", " ".join(words))
    return plain(LatexNodes2Text().latex_to_text(words).replace("ˆ", "^"))


def complain(where, what, meant, found):
    if meant != found:
        complaints.append(f"{where}: {what}: meant {meant!r}, found {found!r}")


def meant_parts(author):
    """Given names, particle, family name and suffix; a group has all of its name in one place."""
    if "group" in author:
        return ("", "", author["group"], "")
    particle = author.get("particle", "")
    family = author["family"][len(particle):].strip()
    return (author.get("given", ""), particle, family, author.get("suffix", ""))


def meant_in_bibtex(author):
    """BibTeX shortens given names byte by byte, so those that TeX has no form for stay with the rest of the name."""
    parts = meant_parts(author)
    given, particle, family, suffix = parts
    if any(ord(unicodedata.normalize("NFD", c)[0]) > 0x17F for c in given):
        return ("", "", " ".join(filter(None, parts)), "")
    if not given and suffix:
        return ("", "", f"{family} {suffix}", "")
    return parts


def judge_paper(stem, entry):
    authors = entry.get("authors", [])
    title = plain(entry["title"])
    doi = {entry.get("doi"), entry.get("preprint_doi")}

    layers = [SeparateCoAuthors(), SplitNameParts()]
    library = bibtexparser.parse_file(f"{stem}.bib", append_middleware=layers, encoding="utf-8")
    complain(stem, "bibtexparser, blocks that failed", [], [block.raw for block in library.failed_blocks])
    (work,) = library.entries
    complain(stem, "bibtexparser, key", entry["id"], work.key)
    complain(stem, "bibtexparser, title", title, decoded([work["title"]]))
    if authors:
        found = [tuple(map(decoded, (name.first, name.von, name.last, name.jr))) for name in work["author"]]
        if entry.get("authors_complete") is False:
            complain(stem, "bibtexparser, others", ("", "", "others", ""), found.pop())
        complain(stem, "bibtexparser, authors", [tuple(map(plain, meant_in_bibtex(author))) for author in authors], found)
    else:
        complain(stem, "bibtexparser, key of what has no author", True, "key" in work.fields_dict)
    if "doi" in work.fields_dict:
        complain(stem, "bibtexparser, doi", True, work["doi"] in doi)

    text = open(f"{stem}.bib", encoding="utf-8").read()
    (work,) = pybtex.database.parse_string(text, "bibtex").entries.values()
    complain(stem, "pybtex, title", title, decoded([work.fields["title"]]))
    found = [tuple(map(decoded, (name.first_names + name.middle_names, name.prelast_names, name.last_names, name.lineage_names)))
             for name in work.persons.get("author", [])]
    if authors and entry.get("authors_complete") is False:
        found.pop()
    complain(stem, "pybtex, authors", [tuple(map(plain, meant_in_bibtex(author))) for author in authors], found)

    (work,) = rispy.loads(open(f"{stem}.ris", encoding="utf-8", newline="").read().replace("\r\n", "\n"))
    complain(stem, "rispy, type", True, work["type_of_reference"] in TYPES)
    complain(stem, "rispy, title", unicodedata.normalize("NFKC", entry["title"]), unicodedata.normalize("NFKC", work["title"]))
    line = lambda parts: ", ".join(filter(None, (" ".join(filter(None, parts[1:3])), parts[0], parts[3])))
    comma = lambda name: unicodedata.normalize("NFKC", name).replace(", ", ",")
    complain(stem, "rispy, authors", [comma(line(meant_parts(author))) for author in authors], [comma(name) for name in work.get("authors", [])])
    for author, name in zip(authors, work.get("authors", [])):
        if "group" in author:
            complain(stem, "rispy, a group that a comma would divide", False, "," in name)
    if entry.get("publication") == "preprint" and entry.get("venue"):
        complain(stem, "rispy, server", entry["venue"], work.get("publisher"))


def meant(entry, names):
    """A paper with what was meant when it was typed, where that is told beside the list."""
    number = entry["id"].removeprefix("name-")
    if not names or number == entry["id"]:
        return entry
    name = dict(names["names"][int(number)])
    if name.get("particle"):
        name["family"] = f"{name['particle']} {name['family']}"
    return {**entry, "authors": [name], "title": f"{names['titles'][int(number) % len(names['titles'])]} ({number})"}


names = None
if os.environ.get("NAMES"):
    with open(os.environ["NAMES"], encoding="utf-8") as file:
        names = json.load(file)
with open(os.path.join(DATA, "catalog.json"), encoding="utf-8") as file:
    papers = [meant(entry, names) for entry in json.load(file)["entries"] if entry["kind"] == "paper"]
for entry in papers:
    judge_paper(os.path.join(DATA, "papers", entry["id"]), entry)

files = sorted(glob.glob(os.path.join(DATA, "**", "*.ris"), recursive=True))
for path in files:
    for work in rispy.loads(open(path, encoding="utf-8", newline="").read().replace("\r\n", "\n")):
        complain(path, "type", True, work["type_of_reference"] in TYPES)
        complain(path, "an author nobody is", False, "others" in work.get("authors", []) and not names)
for path in sorted(glob.glob(os.path.join(DATA, "**", "*.bib"), recursive=True)):
    library = bibtexparser.parse_file(path, encoding="utf-8")
    complain(path, "blocks that failed", [], [block.raw for block in library.failed_blocks])
    for work in library.entries:
        complain(path, f"author or key of {work.key}", True, bool({"author", "key"} & set(work.fields_dict)))

print(f"{len(papers)} papers and {len(files)} RIS files judged: {len(complaints)} complaints")
for complaint in complaints[:40]:
    print(complaint)
sys.exit(1 if complaints or not papers else 0)
