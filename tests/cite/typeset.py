"""TeX itself: every entry of list.bib in a bibliography, by each style and engine, without an error or a doubtful label."""

import os
import re
import shutil
import subprocess
import sys
import tempfile

BIB = os.path.join(os.environ["DATA"], "list.bib")
ENGINES = ("pdflatex", "lualatex")
complaints = []

# TeX breaks the lines of its log, and a `!` at the end of one would stand where an error begins.
os.environ["max_print_line"] = "10000"


def document(style):
    if style == "biber":
        package, call = "\\usepackage[backend=biber,style=authoryear]{biblatex}\\addbibresource{list.bib}", "\\printbibliography"
    else:
        package = "\\usepackage{natbib}" if style == "plainnat" else ""
        call = f"\\bibliographystyle{{{style}}}\\bibliography{{list}}"
    fonts = "\\ifdefined\\directlua\\else\\usepackage[T1]{fontenc}\\fi\\usepackage{lmodern}\\usepackage{url}"
    return f"\\documentclass{{article}}{fonts}{package}\\begin{{document}}\\nocite{{*}}{call}\\end{{document}}"


def run(folder, *command):
    done = subprocess.run(command, cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, timeout=300)
    return done.returncode, done.stdout.decode("utf-8", "replace")


def typeset(engine, style):
    where = f"{engine} with {style}"
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(BIB, os.path.join(folder, "list.bib"))
        with open(os.path.join(folder, "text.tex"), "w", encoding="utf-8") as file:
            file.write(document(style))
        latex = (engine, "-interaction=nonstopmode", "text")
        run(folder, *latex)
        code, said = run(folder, "biber" if style == "biber" else "bibtex", "text")
        if code or re.search(r"need author or key|ERROR|I couldn't|error message", said):
            complaints.append(f"{where}: {said[-2000:]}")
        for _ in range(2):
            code, said = run(folder, *latex)
        with open(os.path.join(folder, "text.log"), encoding="utf-8", errors="replace") as file:
            log = file.read()
        errors = re.findall(r"^!.*", log, re.MULTILINE)
        if code or errors:
            complaints.append(f"{where}: {errors[:9]}")
        if "multiply defined" in log or "undefined references" in log:
            complaints.append(f"{where}: labels are not each one entry's own")
        with open(os.path.join(folder, "text.bbl"), encoding="utf-8") as file:
            bibliography = file.read()
        items = len(re.findall(r"\\bibitem|\\entry\{", bibliography))
        with open(BIB, encoding="utf-8") as file:
            wanted = len(re.findall(r"^@(?!preamble)", file.read(), re.MULTILINE))
        if items < wanted:
            complaints.append(f"{where}: {items} of {wanted} entries are in the bibliography")
        labels = re.findall(r"\\bibitem\[((?:[^\[\]{}]|\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\})*)\]", bibliography)
        if style == "plainnat" and (len(labels) < wanted or len(set(labels)) < len(labels)):
            twice = sorted({label for label in labels if labels.count(label) > 1})
            complaints.append(f"{where}: {len(labels)} labels for {wanted} entries; equal ones: {twice}")
        keep = os.environ.get("KEEP")
        if keep:
            shutil.copy(os.path.join(folder, "text.pdf"), os.path.join(keep, f"{engine}-{style}.pdf"))
        print(f"{where}: {items} entries")


styles = ["plain", "plainnat", "IEEEtran"] + (["biber"] if shutil.which("biber") else [])
with open(BIB, encoding="utf-8") as file:
    has_foreign_script = "@preamble" in file.read()
for engine in ENGINES:
    for style in styles:
        # biblatex takes first letters apart byte by byte under pdfLaTeX, so it needs another engine for foreign scripts.
        if not (has_foreign_script and (engine, style) == ("pdflatex", "biber")):
            typeset(engine, style)
print("\n".join(complaints) or "no complaints")
sys.exit(1 if complaints else 0)
