"""Hostile inputs of every kind that an author can write: made, not kept. The same seed makes the same inputs."""

import os
import random
import sys
from concurrent.futures import ThreadPoolExecutor

from measured import ROOT, Site, run

program, form, jobs = sys.argv[1], sys.argv[2], int(sys.argv[3])
seed = int(os.environ.get("SHIRUBE_SEED") or random.SystemRandom().randrange(1 << 31))
COUNT = 630 if form == "full" else 126

TOKENS = [
    b"\x00", b"\xff", b"\xfe\xff", b"\xef\xbb\xbf", b"\x1b[2J", b"\x7f", b"\xc2\x9b31m", "\u202e".encode(), "\u200b".encode(),
    "\u3000".encode(), "\ue000".encode(), "\uffff".encode(), b"\xed\xa0\x80", b"\r", b"\t", b"---\n", b"...\n", b"{{", b"}}", b"{{{",
    b"<script>", b"javascript:", b"](", b"![", b"```", b"|", b"|-|-|", b"&a ", b"*a ", b"<<: ", b"!!x ", b"- - - ", b"? ", b": ", b"#",
    b"\"", b"'", b"[", b"{", b"]", b"}", b"%", b"\\", b"$&", b"=1+1", "＝1+1".encode(), b"99999999999999999999", b"-0", b"1e308", b"NaN",
    b"../../etc/passwd", b"/etc/passwd", b"file:///etc/passwd", b"C:\\x", b"CON", "COM¹".encode(), b"0000-00-00", b"9999-99-99",
    b"{term}`", b"{value}`", b"{ref}`", b"{download}`", b"```{children}\n```\n", b"a" * 3000, "あ".encode() * 900, b"(" * 300, b"1+" * 300,
]
PIECES = [t.decode("utf-8", "replace") for t in TOKENS] + [
    "# 題\n", "\n\n", "- a\n", "  - b\n", "> c\n", "1. d\n", "| a | b |\n|---|---|\n| c | d |\n", "[x](y.md)", "[x](#y)", "**強**", "~~消~~",
    "[^1]", "[^1]: 注\n", "    code\n", "<b>x</b>", "<!-- x -->\n", "{#id}", "https://example.com/あ", "```{roi}\n```\n", "---\n",
]


def texts_below(folder, ending):
    paths = sorted((ROOT / folder).rglob("*" + ending))
    return [(p.relative_to(ROOT).as_posix(), p.read_bytes()) for p in paths if p.stat().st_size < 60_000]


TEMPLATES = [t for t in texts_below("templates", ".yaml") if t[0].count("/") == 1]
RECORDS = texts_below("content", ".yaml")
PAGES = texts_below("content", ".md")
LAYOUTS = texts_below("themes/default/layouts", ".html")
WORDS = texts_below("themes/default/words", ".yaml")
CASES = texts_below("tests/cases/kinds", ".case")


def mutated(random, data):
    data = bytearray(data)
    for _ in range(random.choice((1, 1, 2, 4, 12))):
        at = random.randrange(len(data) + 1)
        size = min(len(data) - at, random.choice((1, 1, 5, 40, 400)))
        how = random.randrange(6)
        if how == 0:
            data[at:at] = random.choice(TOKENS)
        elif how == 1:
            del data[at : at + size]
        elif how == 2:
            data[at:at] = data[at : at + size] * random.choice((1, 3, 50))
        elif how == 3 and data:
            data[min(at, len(data) - 1)] = random.randrange(256)
        elif how == 4:
            other = random.randrange(len(data) + 1)
            data[at:at] = data[other : other + size]
        else:
            data[at : at + size] = random.choice(TOKENS)
    return bytes(data[:400_000])


def markdown(random):
    if random.random() < 0.5:
        return {"content/a.md": mutated(random, random.choice(PAGES)[1])}, "check"
    text = "".join(random.choice(PIECES) * random.choice((1, 1, 2, 200)) for _ in range(random.randrange(1, 60)))
    return {"content/a.md": text[:600_000]}, random.choice(("check", "build"))


def records(random):
    return {"content/a.yaml": mutated(random, random.choice(RECORDS)[1])}, random.choice(("check", "build"))


def tables(random):
    rows = [b"a,b,c\n", b"1,2\n", b'"x,y",2,3\n', b'"', b",,,,,,,,,,,,,,\n", b"\xff\xfe", b"2026-01-01,1e9,-\n", "名,値\n".encode()]
    rows += TOKENS
    data = b"".join(random.choice(rows) * random.choice((1, 1, 3, 1000)) for _ in range(random.randrange(1, 40)))
    pilot = "pilots:\n- {id: p, title: t, data: a.csv}\n" if random.random() < 0.5 else ""
    return {"content/a.csv": data[:400_000], "content/r.yaml": pilot or "terms: []\n"}, "check"


def templates(random):
    path, data = random.choice(TEMPLATES)
    name = path[len("templates/") : -len(".yaml")]
    return {"site.yaml": f"title: t\nworkbooks: [{name}]\n", path: mutated(random, data)}, random.choice(("check", "build"))


def configurations(random):
    base = b"title: t\ncontent: content\noutput: public\ntheme: default\nlimits: {files: 10}\nrules: {practice: off}\n" \
        b"files: [a]\nfile_types: [x]\naudiences: [a]\nbase_url: https://a.example/\nstart: 2026-04-01\nworkbooks: [mbo-sheet]\n"
    return {"site.yaml": mutated(random, base)}, random.choice(("check", "build"))


def themes(random):
    path, data = random.choice(LAYOUTS if random.random() < 0.8 else WORDS)
    return {"site.yaml": "title: t\ntheme_overrides: mine\n", path.replace("themes/default", "mine"): mutated(random, data)}, "build"


def people(random):
    head = "社員番号,氏名,所属,等級,職種,メール,一次評価者,二次評価者\n"
    rows = "".join(f"{i:05},氏名{i},本部/部{i % 3},G{i % 6},職,a{i}@example.com,長{i % 4},役\n" for i in range(random.randrange(1, 12)))
    return {"site.yaml": "title: t\nworkbooks: [mbo-sheet]\n", "people.csv": mutated(random, (head + rows).encode())}, "issue"


def images(random):
    kinds = {
        "png": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89", "jpg": b"\xff\xd8\xff\xe0\0\x10JFIF\0" + b"\xff\xc0\0\x11\x08\0\x10\0\x10",
        "gif": b"GIF89a\x01\0\x01\0\x80\0\0", "webp": b"RIFF\x1a\0\0\0WEBPVP8L\x0d\0\0\0",
        "svg": b'<svg xmlns="http://www.w3.org/2000/svg" width="1e9" viewBox="0 0 1 1"><style>a{fill:url(#b)}</style><use href="#a"/></svg>',
    }
    ending, data = random.choice(sorted(kinds.items()))
    return {"content/a.md": f"# a\n\n![x](a.{ending})\n", f"content/a.{ending}": mutated(random, data)}, "build"


def names(random):
    odd = ["\u202e", "\x1b[31m", "\x7f", "\u0085", "COM¹", "CONIN$", "a b", " ", ".", "ガ", "ガ", "Ａ", "A", "a", "%2e%2e", "&", "<", "'", "\"", "#", "?",
           "404", "search", "index", "print", "あ" * 80, "x" * 200, "\\", "*", "|", ":", "\n", "\t", "$&", "{{a}}", "=1", "\udcff\udcfe"]
    files = {}
    for _ in range(random.randrange(1, 6)):
        name = "".join(random.choice(odd) for _ in range(random.randrange(1, 4)))
        folder = random.choice(("", "", "A/", "a/", "f/", "x.html/"))
        files["content/" + folder + name.replace("/", "") + random.choice((".md", ".md", ".png", ".yaml", ".csv", ".html", ""))] = "# a\n"
    files["site.yaml"] = "title: t\nfiles: [f, A, a]\n"
    return files, random.choice(("check", "build"))


def cases(random):
    parts = mutated(random, random.choice(CASES)[1]).split(b"\n-- ")
    files = {}
    for part in parts[1:]:
        name, _, text = part.partition(b" --\n")
        name = name.decode("utf-8", "surrogateescape")
        if ".." not in name and "\0" not in name and not name.startswith("/"):
            files[name] = text
    return files, random.choice(("check", "build"))


KINDS = [markdown, markdown, records, tables, templates, configurations, themes, people, images, names, cases]
COMMANDS = {
    "check": ["check"],
    "build": ["build", "--jobs", "1"],
    "issue": ["issue", "--people", "people.csv", "--template", "mbo-sheet", "--period", "2026H2", "-o", "sheets"],
}


def judge(number):
    make = KINDS[number % len(KINDS)]
    source = random.Random(f"{seed}/{number}")
    files, command = make(source)
    with Site(files) as folder:
        outcome = run([program, *COMMANDS[command]], cwd=folder)
    fault = outcome.fault()
    return number, f"{make.__name__} {command}", fault


print(f"SHIRUBE_SEED={seed}, {COUNT} inputs", flush=True)
passed = failed = 0
with ThreadPoolExecutor(jobs) as pool:
    for number, what, fault in pool.map(judge, range(COUNT)):
        if fault:
            failed += 1
            print(f"FAILED {number} {what}: {fault}", flush=True)
        else:
            passed += 1
print(f"{passed} passed, {failed} failed")
sys.exit(failed > 0)
