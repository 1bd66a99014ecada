"""Every CITATION.cff, as cffconvert reads it: valid, and with the titles, names, versions and licences that were meant."""

import glob
import json
import os
import sys

from cffconvert import Citation

PARTS = {"family-names": "family", "given-names": "given", "name-particle": "particle", "name-suffix": "suffix", "alias": "also", "name": "group"}
complaints, names = [], 0


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def parts(author):
    """An author of the file in the words of names.json."""
    return {PARTS[key]: value for key, value in author.items()}


files = sorted(glob.glob(os.path.join(os.environ["DATA"], "*.cff")))
for path in files:
    def complain(what, meant, found, where=os.path.basename(path)):
        if meant != found:
            complaints.append(f"{where}: {what}: meant {meant!r}, found {found!r}")

    text, meant = read(path), json.loads(read(path[:-4] + ".json"))
    try:
        citation = Citation(text)
        citation.validate()
    except Exception as why:  # whatever it says is a complaint
        complaints.append(f"{os.path.basename(path)}: {why}")
        continue
    found = citation._implementation.cffobj
    for key in ("title", "abstract", "version", "date-released", "doi", "url", "repository-code", "license", "license-url", "keywords"):
        complain(key, meant.get(key), found.get(key))
    complain("authors", meant["authors"], [parts(author) for author in found["authors"]])
    names += len(meant["authors"])
    # What people take from it: each form names the title, who made it and when.
    forms = [citation.as_bibtex(), citation.as_apalike(), citation.as_ris(), citation.as_endnote(), citation.as_schemaorg(), citation.as_zenodo()]
    for form in forms:
        shown = form.encode("ascii", "ignore").decode() if not form.startswith("{") else json.dumps(json.loads(form), ensure_ascii=False)
        for author in meant["authors"]:
            # cffconvert calls people by their family and given names, or else by their alias.
            name = author.get("group") or author.get("family")
            if name.isascii() and '"' not in name and name not in shown:
                complaints.append(f"{os.path.basename(path)}: {name!r} is not in {form[:200]!r}")
        if "date-released" in meant and meant["date-released"][:4] not in shown:
            complaints.append(f"{os.path.basename(path)}: no year in {form[:200]!r}")

print(f"{len(files)} files, {names} names")
print("\n".join(complaints) or "no complaints")
sys.exit(1 if complaints or not files else 0)
