"""What programs read of a site: JSON-LD by extruct, typed links by signposting, tables by frictionless, scores by Every
Eval Ever and, for Hugging Face, by its own client."""

import functools
import glob
import http.server
import json
import logging
import os
import pathlib
import sys
import tempfile
import threading
import urllib.parse
import uuid
import warnings

import extruct
import frictionless
import signposting
import yaml
from every_eval_ever.helpers.io import datastore_output_dir
from every_eval_ever.validator.validation_core import validate_file
from huggingface_hub import parse_eval_result_entries

SITE = os.environ["SITE"]
# The address of the site, where it knows one.
BASE = os.environ.get("BASE", "")
KINDS = {
    "models": "SoftwareSourceCode",
    "papers": "ScholarlyArticle",
    "datasets": "Dataset",
    "challenges": "Event",
}
CITATIONS = {
    "application/x-bibtex": ".bib",
    "application/x-research-info-systems": ".ris",
    "application/vnd.citationstyles.csl+json": ".csl.json",
}
complaints = []


class Quiet(http.server.SimpleHTTPRequestHandler):
    extensions_map = {"": "application/octet-stream", ".html": "text/html; charset=utf-8"}

    def log_message(self, *_):
        pass


def is_absolute(address):
    parts = urllib.parse.urlsplit(address)
    return parts.scheme in ("http", "https") and bool(parts.netloc) and " " not in address


def read(path):
    with open(os.path.join(SITE, path), encoding="utf-8") as file:
        return file.read()


def holes(thing, where=""):
    """Where a thing holds something that says nothing."""
    if isinstance(thing, dict):
        return [hole for key, value in thing.items() for hole in holes(value, f"{where}/{key}")]
    if isinstance(thing, list) and thing:
        return [hole for at, value in enumerate(thing) for hole in holes(value, f"{where}/{at}")]
    return [where] if thing in (None, "", [], {}) else []


def judge_dataset(thing, wrong, limits=True):
    said = thing.get("description", "")
    if (limits or said) and not 50 <= len(said) <= 5000:
        wrong(f"a description of {len(said)} characters: {said}")
    for key in ["url"]:
        if key in thing and not is_absolute(thing[key]):
            wrong(f"{key} is {thing[key]}")
    for identifier in thing.get("identifier", []):
        if not is_absolute(identifier):
            wrong(f"the identifier {identifier}")
    for maker in thing.get("creator", []):
        if maker.get("@type") not in ("Person", "Organization") or not maker.get("name"):
            wrong(f"the creator {maker}")
    licence = thing.get("license")
    named = isinstance(licence, dict) and licence.get("@type") == "CreativeWork" and licence.get("name")
    if licence is not None and not named and not is_absolute(str(licence)):
        wrong(f"the licence {licence}")
    for file in thing.get("distribution", []):
        path = file["contentUrl"].removeprefix(BASE)
        if not os.path.isfile(os.path.join(SITE, path)) or not file["encodingFormat"]:
            wrong(f"the file {file}")


def judge_entry(path, kind, id, thing, data):
    def wrong(what):
        complaints.append(f"{path}: {what}")

    if thing["@type"] != KINDS[kind] or thing["name"] != data.get("name", data.get("title")):
        wrong(f"{thing['@type']} {thing['name']}")
    if kind == "datasets":
        # Of what is no longer listed little may be known; what is said must still be long enough.
        judge_dataset(thing, wrong, limits=data.get("status", "listed") == "listed")
        # What is known is said, and nothing else.
        licence = data.get("licence", {}).get("data", {})
        if ("license" in thing) != ("value" in licence):
            wrong(f"the licence is {licence}, said is {thing.get('license')}")
        if BASE and f"{BASE}{kind}/{id}/" not in thing["identifier"]:
            wrong(f"the identifiers {thing['identifier']}")

    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always")
        address = f"{server}{path.removesuffix('index.html')}"
        posts = signposting.find_signposting_html(address)
    for warning in said:
        # A library's word on another library says nothing of the page.
        if "Deprecat" not in warning.category.__name__:
            wrong(f"signposting: {warning.message}")
    types = {str(post.target) for post in posts.types}
    if types != {"https://schema.org/AboutPage", f"https://schema.org/{KINDS[kind]}"}:
        wrong(f"the types {types}")
    if posts.citeAs is not None and not is_absolute(str(posts.citeAs.target)):
        wrong(f"cited as {posts.citeAs}")
    described = {str(post.type): str(post.target) for post in posts.describedBy}
    wanted = {"application/json": ".json", **CITATIONS}
    wanted = {media: f"{server}data/v1/{kind}/{id}{ending}" for media, ending in wanted.items()}
    if described != wanted:
        wrong(f"described by {described}")
    for target in described.values():
        if not os.path.isfile(os.path.join(SITE, target.removeprefix(server))):
            wrong(f"{target} is not there")
    if posts.collection is None or not os.path.isfile(
        os.path.join(SITE, str(posts.collection.target).removeprefix(server), "index.html")
    ):
        wrong(f"the collection {posts.collection}")
    items = [(str(post.target), str(post.type)) for post in posts.items]
    if items != ([(data["pdf"], "application/pdf")] if data.get("pdf") else []):
        wrong(f"the items {items}")
    return len(posts.signposts)


handler = functools.partial(Quiet, directory=SITE)
listener = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
threading.Thread(target=listener.serve_forever, daemon=True).start()
server = f"http://127.0.0.1:{listener.server_address[1]}/"
logging.getLogger("rdflib").setLevel(logging.ERROR)

pages, entries, links = 0, 0, 0
for page in sorted(glob.glob(f"{SITE}/**/*.html", recursive=True)):
    path = os.path.relpath(page, SITE)
    html = read(path)
    things = extruct.extract(html, syntaxes=["json-ld"], errors="strict")["json-ld"]
    pages += 1
    of = path.removeprefix("zh/").split("/")
    is_entry = len(of) == 3 and os.path.isfile(os.path.join(SITE, f"data/v1/{of[0]}/{of[1]}.json"))
    is_entry = is_entry and 'http-equiv="refresh"' not in html
    is_home = of == ["index.html"]
    if len(things) != (1 if is_entry or is_home else 0):
        complaints.append(f"{path}: {len(things)} things")
        continue
    for thing in things:
        if thing["@context"] != "https://schema.org" or holes(thing):
            complaints.append(f"{path}: {thing['@context']}, nothing at {holes(thing)}")
    if is_entry:
        entries += 1
        data = json.loads(read(f"data/v1/{of[0]}/{of[1]}.json"))
        links += judge_entry(path, of[0], of[1], things[0], data)
    elif is_home:
        say = lambda what: complaints.append(f"{path}: {what}")
        if things[0]["@type"] != "DataCatalog" or things[0]["dataset"]["@type"] != "Dataset":
            say(f"{things[0]['@type']}")
        judge_dataset(things[0], say, limits=False)
        judge_dataset(things[0]["dataset"], say)
        if bool(BASE) != ("distribution" in things[0]["dataset"]):
            say("files without an address, or an address without files")

os.chdir(os.path.join(SITE, "data/v1"))
report = frictionless.validate("datapackage.json")
for error in report.flatten(["type", "title", "message"]):
    complaints.append(f"datapackage.json: {error}")
rows = sum(task.stats.get("rows", 0) for task in report.tasks)
if len(report.tasks) != 4:
    complaints.append(f"datapackage.json: {len(report.tasks)} tables")

# Each log goes where the store of Every Eval Ever keeps it, and is judged as the store judges it.
logs, scores, ids = 0, 0, set()
with tempfile.TemporaryDirectory() as store:
    for path in sorted(glob.glob(f"{SITE}/data/v1/leaderboards/*.every-eval-ever.jsonl")):
        benchmark = os.path.basename(path).removesuffix(".every-eval-ever.jsonl")
        for line in open(path, encoding="utf-8"):
            log = json.loads(line)
            logs += 1
            scores += len(log["evaluation_results"])
            say = lambda what: complaints.append(f"{path}: {log['evaluation_id']}: {what}")
            if log["evaluation_id"] in ids:
                say("a second log of this name")
            ids.add(log["evaluation_id"])
            folder = datastore_output_dir(
                os.path.join(store, "data"),
                benchmark,
                log["model_info"]["id"],
                log["model_info"]["developer"],
            )
            os.makedirs(folder, exist_ok=True)
            file = pathlib.Path(folder, f"{uuid.uuid4()}.json")
            file.write_text(line, encoding="utf-8")
            inside = str(file.relative_to(store))
            verdict = validate_file(file, repo_path=inside, run_semantic_checks=True)
            for wrong in verdict.errors + verdict.warnings:
                say(wrong)
            # The numbers are those of the entry.
            entry = json.loads(read(f"data/v1/datasets/{benchmark}.json"))
            given = [
                {key: score["value"] for key, score in row["scores"].items()}
                for row in entry["leaderboard"]["rows"]
            ]
            told = {
                one["evaluation_name"].split("/")[1]: one["score_details"]["score"]
                for one in log["evaluation_results"]
            }
            if told not in given:
                say(f"scores that no row has: {told}")

hub = 0
for path in sorted(glob.glob(f"{SITE}/data/v1/models/*.eval_results.yaml")):
    with open(path, encoding="utf-8") as file:
        results = yaml.safe_load(file)
    for one, result in zip(parse_eval_result_entries(results), results, strict=True):
        hub += 1
        if not one.dataset_id or not one.task_id or not isinstance(one.value, (int, float)):
            complaints.append(f"{path}: {one}")
        if one.source_url is None or not is_absolute(one.source_url) or result["notes"] != one.notes:
            complaints.append(f"{path}: {one}")

print(
    f"{pages} pages, {entries} of entries with {links} typed links, "
    f"{len(report.tasks)} tables with {rows} rows, "
    f"{logs} logs with {scores} scores, {hub} scores for Hugging Face: {len(complaints)} complaints"
)
print("\n".join(complaints[:20]))
sys.exit(1 if complaints or entries == 0 or rows == 0 else 0)
