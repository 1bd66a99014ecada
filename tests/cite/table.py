"""TeX itself: every table of `export --format latex`, with its citations, without an error and within its page."""

import glob
import os
import re
import shutil
import subprocess
import sys
import tempfile

DATA = os.environ["DATA"]
complaints = []
tables = sorted(glob.glob(os.path.join(DATA, "table-*.tex")))


# Lines of the log stay whole.
os.environ["max_print_line"] = "10000"


def run(folder, *command):
    done = subprocess.run(command, cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, timeout=600)
    return done.returncode, done.stdout.decode("utf-8", "replace")


def document(paper):
    fonts = "\\ifdefined\\directlua\\else\\usepackage[T1]{fontenc}\\fi\\usepackage{lmodern}\\usepackage{url}"
    packages = "\\usepackage{array,booktabs,longtable}\\usepackage{hyperref}\\usepackage{pdflscape}"
    inputs = "".join(f"\\typeout{{IN {os.path.basename(table)}}}\\input{{{os.path.basename(table)}}}\\clearpage\n" for table in tables)
    end = "\\typeout{IN list.bib}\\raggedright\\bibliographystyle{plain}\\bibliography{list}\\end{document}"
    return f"\\documentclass[{paper}]{{article}}{fonts}{packages}\\begin{{document}}\n{inputs}{end}"


def typeset(engine, paper):
    where = f"{engine} on {paper}"
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(os.path.join(DATA, "list.bib"), folder)
        for at, path in enumerate(tables):
            with open(path, encoding="utf-8") as file:
                # Tables of one kind have one label, and stand in one document here.
                text = re.sub(r"\\label\{tab:(\w+)\}", rf"\\label{{tab:\1-{at}}}", file.read())
            with open(os.path.join(folder, os.path.basename(path)), "w", encoding="utf-8") as file:
                file.write(text)
        with open(os.path.join(folder, "text.tex"), "w", encoding="utf-8") as file:
            file.write(document(paper))
        latex = (engine, "-interaction=nonstopmode", "text")
        run(folder, *latex)
        run(folder, "bibtex", "text")
        for _ in range(3):
            code, _ = run(folder, *latex)
        with open(os.path.join(folder, "text.log"), encoding="utf-8", errors="replace") as file:
            log = file.read()
        if code or "Output written" not in log:
            complaints.append(f"{where}: it ended with {code}")
        table = pages = ""
        for line in log.splitlines():
            if line.startswith("IN "):
                table = line[3:]
            elif line.startswith("Output written"):
                pages = line
            elif line.startswith("!") or "Overfull \\hbox" in line and table != "list.bib" or re.search(r"undefined|multiply", line, re.IGNORECASE):
                complaints.append(f"{where}: {table}: {line}")
        cited = len(set(re.findall(r"\\citation\{([^}]*)\}", open(os.path.join(folder, "text.aux"), encoding="utf-8", errors="replace").read())))
        if os.environ.get("KEEP"):
            shutil.copy(os.path.join(folder, "text.pdf"), os.path.join(os.environ["KEEP"], f"{engine}-{paper}.pdf"))
        print(f"{where}: {len(tables)} tables, {cited} keys cited; {pages}")


typeset("pdflatex", "a4paper")
typeset("lualatex", "letterpaper")
print("\n".join(complaints[:40]) or "no complaints")
sys.exit(1 if complaints or not tables else 0)
