# From lychee's answers to the text of an issue; empty where there is nothing to say. Called by `links`.

# What comes from elsewhere, without what means something in Markdown or HTML.
def plain: gsub("[^A-Za-z0-9 .,:/-]+"; " ") | .[:120];
# An address as a link that it cannot leave.
def link: "<" + gsub("[<>\\s`\\\\]"; "") + ">";
def code: "`" + gsub("`"; "") + "`";

# Each address with the entries and fields that name it.
($named | split("\n") | map(select(. != "") | split("\t") | {address: .[0], file: .[1], field: .[2]})
  | group_by(.address) | map({key: .[0].address, value: map({file, field})}) | from_entries) as $places
| ($asked | split("\n")) as $asked
| [$answers[0] | .error_map // {}, .timeout_map // {} | .[] | .[]
    | {address: $asked[.span.line - 1], code: .status.code, why: (.status.details // .status.text // "no answer"),
       redirected: ((.redirects // null) != null)}]
| unique_by(.address)
# A DOI that leads to a publisher is known.
| map(select((.redirected and (.address | test("^https?://(dx\\.)?doi\\.org/"))) | not))
| map(. + {places: $places[.address]})
| (map(select(.code != null and .code >= 400 and .code < 500))) as $gone
| (map(select(.code == null or .code >= 500 or .code < 400))) as $silent
| def lines(of): of[:100] | map(
    "- \(.address | link): \(if .code != null then .code | tostring else .why | plain end)",
    (.places[] | "  - \(.file | code), field \(.field | code)"));
  def rest(of): if (of | length) > 100 then ["", "… and \((of | length) - 100) more."] else [] end;
  if ($gone + $silent) == [] then empty
  else
    (["\($places | length) addresses were asked for: \($gone | length) lead nowhere, \($silent | length) did not answer."]
    + (if $gone != [] then ["", "### Lead nowhere", ""] + lines($gone) + rest($gone)
      + ["", "Look for where the page has moved to. Where it is gone for good, an archived copy can take its place."] else [] end)
    + (if $silent != [] then ["", "### Did not answer", ""] + lines($silent) + rest($silent)
      + ["", "They may be back by the next run; nothing has to be done yet."] else [] end))
    | join("\n")
  end
