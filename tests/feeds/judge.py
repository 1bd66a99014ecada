"""Every feed of a site, as feedparser and a strict XML parser read it, against RFC 4287 and the pages that name it."""

import glob
import html.parser
import os
import re
import sys
import urllib.parse
import xml.etree.ElementTree as xml

import feedparser

SITE = os.environ["SITE"]
# The address of the site, where it knows one.
BASE = os.environ.get("BASE", "")
ATOM = "{http://www.w3.org/2005/Atom}"
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
complaints = []


class Links(html.parser.HTMLParser):
    """The language of a page, the feeds that it names in its head, and the feeds that a reader of it can follow."""

    def __init__(self):
        super().__init__()
        self.language, self.head, self.shown = None, [], []

    def handle_starttag(self, tag, attributes):
        of = dict(attributes)
        if tag == "html":
            self.language = of["lang"]
        if of.get("type") == "application/atom+xml":
            (self.head if tag == "link" else self.shown).append(of["href"])
            if tag == "link" and (of.get("rel") != "alternate" or not of.get("title")):
                complaints.append(f"a link to a feed without rel or title: {of}")


def is_absolute(address):
    parts = urllib.parse.urlsplit(address)
    return parts.scheme in ("http", "https") and bool(parts.netloc) and " " not in address


def leads_to(page, href):
    """The path from the site's root to which a link of a page leads."""
    return os.path.normpath(os.path.join(os.path.dirname(page), urllib.parse.unquote(href)))


def texts(element, name):
    return [child.text or "" for child in element.findall(ATOM + name)]


def judge(path):
    def wrong(what):
        complaints.append(f"{path}: {what}")

    with open(os.path.join(SITE, path), "rb") as file:
        raw = file.read()
    feed = xml.fromstring(raw)
    if feed.tag != ATOM + "feed":
        wrong(f"the root is {feed.tag}")
    entries = feed.findall(ATOM + "entry")
    for element, must, may in [(feed, ["id", "title", "updated", "author"], ["subtitle"])] + [
        (entry, ["id", "title", "updated"], ["summary"]) for entry in entries
    ]:
        for name in must + may:
            count = len(element.findall(ATOM + name))
            if count > 1 or (count == 0 and name in must):
                wrong(f"{count} times {name}")
        for name in ["id", "title", "updated"]:
            if not all(text.strip() for text in texts(element, name)):
                wrong(f"an empty {name}")
        if not all(MOMENT.fullmatch(moment) for moment in texts(element, "updated")):
            wrong("a moment that is none")
        if not all(is_absolute(id) for id in texts(element, "id")):
            wrong(f"ids that are not absolute: {texts(element, 'id')}")
        links = [(link.get("rel"), link.get("href")) for link in element.findall(ATOM + "link")]
        if len({rel for rel, _ in links}) != len(links):
            wrong(f"two links of one relation: {links}")
        for rel, href in links:
            if not is_absolute(href):
                wrong(f"an address that is not absolute: {href}")
            if BASE and not href.startswith(BASE):
                wrong(f"an address beside the site: {href}")
            if BASE and rel == "alternate":
                target = urllib.parse.unquote(href[len(BASE):])
                if not os.path.isfile(os.path.join(SITE, target, "index.html")):
                    wrong(f"it leads to {href}, where no page is")
            if rel == "self" and href != BASE + path:
                wrong(f"it calls itself {href}")
        if not any(rel == "alternate" for rel, _ in links):
            wrong("no link to a page")
    if bool(BASE) != any(link.get("rel") == "self" for link in feed.findall(ATOM + "link")):
        wrong("a link to itself stands where it should not, or does not where it should")
    if not 1 <= len(entries) <= 50:
        wrong(f"{len(entries)} entries")
    ids = [texts(entry, "id")[0] for entry in entries]
    moments = [texts(entry, "updated")[0] for entry in entries]
    if len(set(ids)) != len(ids) or texts(feed, "id")[0] in ids:
        wrong("an id stands for two things")
    if moments != sorted(set(moments), reverse=True) or texts(feed, "updated") != moments[:1]:
        wrong("not the newest first, or two of one moment")

    # What a program that reads feeds makes of it is what stands there.
    read = feedparser.parse(raw, sanitize_html=False, resolve_relative_uris=False)
    if read.bozo or read.version != "atom10":
        wrong(f"feedparser: {read.version} {read.get('bozo_exception')}")
    squeezed = lambda text: " ".join(text.split())
    for entry, parsed in zip(entries, read.entries, strict=True):
        link = [of.get("href") for of in entry.findall(ATOM + "link")]
        meant = (texts(entry, "id"), texts(entry, "title"), link)
        found = ([parsed.id], [parsed.title], [parsed.link])
        if [list(map(squeezed, part)) for part in meant] != [list(map(squeezed, part)) for part in found]:
            wrong(f"feedparser: meant {meant}, found {found}")
        if not parsed.updated_parsed or [tag.term for tag in parsed.tags][1] not in ("added", "changed"):
            wrong(f"feedparser: {parsed}")
    return feed, len(entries)


feeds = {os.path.relpath(path, SITE) for path in glob.glob(f"{SITE}/**/feed.xml", recursive=True)}
read = {path: judge(path) for path in sorted(feeds)}
ids = [texts(feed, "id")[0] for feed, _ in read.values()]
if len(set(ids)) != len(ids):
    complaints.append("two feeds have one id")

pages, of_page = 0, set()
for page in sorted(glob.glob(f"{SITE}/**/*.html", recursive=True)):
    links = Links()
    with open(page, encoding="utf-8") as file:
        links.feed(file.read())
    page = os.path.relpath(page, SITE)
    if links.language is None or page.endswith("404.html") or not (links.head or links.shown):
        continue
    pages += 1
    for href in links.head + links.shown:
        path = leads_to(page, href)
        if path not in feeds:
            complaints.append(f"{page}: it names {path}, which is not there")
        elif read[path][0].get("{http://www.w3.org/XML/1998/namespace}lang") != links.language:
            complaints.append(f"{page}: it names {path} of another language")
    own = os.path.join(os.path.dirname(page), "feed.xml")
    named = [leads_to(page, href) for href in links.head]
    if own in feeds:
        of_page.add(own)
        if named[:1] != [own] or own not in [leads_to(page, href) for href in links.shown]:
            complaints.append(f"{page}: its own feed is not named first, or not shown")
for path in sorted(feeds - of_page):
    complaints.append(f"{path}: no page stands beside it")

entries = sum(count for _, count in read.values())
print(f"{len(feeds)} feeds with {entries} entries, named by {pages} pages: {len(complaints)} complaints")
print("\n".join(complaints[:20]))
sys.exit(1 if complaints or len(feeds) < 3 or pages < len(feeds) else 0)
