"""What takes n bytes costs n: each generator makes an input of 10 KB and one of 1 MB, which may take 150 times as long."""

import sys
from concurrent.futures import ThreadPoolExecutor

from measured import SECONDS, Site, run

program, form, jobs = sys.argv[1], sys.argv[2], int(sys.argv[3])
SMALL, LARGE = 10_000, (1_000_000 if form == "full" else 300_000)
SLACK = 1.5
FLOOR = 0.012  # seconds: less cannot be told from the time that the program takes to start

OPENERS = [
    "", "    ```\n", "> ```\n", "<!--\n", "<!-- x -->\n", "文\n    ```\n", "- ```\n", "<div>\n```\n\n", "\t~~~\n",
    "[^1]: ```\n", "1. a\n\n       ```\n", "```\n~~~\n```\n", "| a | b |\n|---|---|\n|\n", "> - ~~~\n",
]
MARKDOWN = [
    " - - -x\n\n", "- - - x\n", " - - - x\n\n\n", ">", "- ", "1. ", "- - ", "![[]()", "<?x", "</<!--<!--", "<![CDATA[",
    "\n|-\nt>|-", "*t ", "_t*_ ", ":-\n:\n:\n", "~e,z~~", "[a](<b", "`a``", "\\|", "|", "a | b\n", "[a]: b\n", "[^a]",
    "3. x\n", "    - x\n", "    >\n", "&amp;", "<a", "z_www.", "www.)))", "<http://s", "https://a.b/(", "**「a」", "a@b.",
]
PAGES = [  # behind no opener: what our own passes do with long pages
    "# a\n", "[a]\n\n", "{a}`b`\n\n", "# a {#b}\n\n", "- [ ] x\n\n", "a  \n", "> [!NOTE]\n\n", "```{a}\n```\n",
    "[x](y.md)\n\n", "[x](#y)\n\n", "![x](y.png)\n\n", "[^a]: b\n\n", "あ*い*\n\n", "x[^1]\n\n[^1]: y\n\n",
    "|a|b|\n|-|-|\n|c|d|\n\n", "\n", "{term}`x`\n\n", "{value}`x.y`\n\n", "{ref}`x`\n\n", "# \n\n", "用語\n\n", "。\n\n",
    "<b>\n\n", "\x00", "\u202e", "\x1b[31m", "\r", "\u3000", "[a](javascript:b)\n\n", "{#a}\n\n", "a\\\n", "* * *\n",
    "ああああ\n\n", "1,000円\n\n", "2026年1月1日\n\n", "https://example.com/\n\n", "~~a~~ ", "{漢字|かんじ}\n\n",
]
YAML = [
    "? {" + "a, " * 400 + "}\n: 1\n", "{a, ", "[", "{", "- ", "? ", "a: {b: ", "\"a\", ", "'a', ", "a: &a b\n", "*a ", "- - - a\n",
    "!a ", "a:\n ", "|\n", "#", "\t", "\x00", "k: \"", "a: b: c\n", ": ", "a, ", "%", "---\n", "a\n", "\\", "\u3000",
]
RECORDS = {
    "terms": ("terms:\n", lambda i: f"- {{id: t-{i}, name: 用語{i}, reading: よ, definition: 説明{i}}}\n"),
    "figures": ("figures:\n", lambda i: f"- {{id: f.n{i}, label: 値{i}, value: {i}, unit: 円}}\n"),
    "chain of figures": ("figures:\n", lambda i: f"- {{id: f.n{i}, label: 値, unit: 円, formula: f.n{i + 1}}}\n"),
    "objectives": ("objectives:\n", lambda i: f"- {{id: o-{i}, title: 目標{i}, level: company, owner: 社長}}\n"),
    "same id": ("terms:\n", lambda i: "- {id: t, name: 用, reading: よ, definition: 説}\n"),
    "unknown parents": ("objectives:\n", lambda i: f"- {{id: o-{i}, title: 目, level: section, parent: x-{i}, owner: 長}}\n"),
    "unknown key": ("terms:\n", lambda i: f"- {{id: t-{i}, nam{i}: 用語}}\n"),
    "unknown audience": ("terms:\n", lambda i: f"- {{id: t-{i}, name: 用{i}, reading: よ, definition: 説, audience: a{i}}}\n"),
    "wording": ("wording:\n", lambda i: f"- {{avoid: 語{i}, use: 言{i}}}\n"),
    "coverage": ("coverage:\n", lambda i: f"- {{id: c-{i}, fact: 事実, carried: [x{i}.md]}}\n"),
}
FORMULAS = ["1+", "(", "-", "a*", "IF(1,", "SUM(", "1^", "\"a\"&", "NOT(", "a.b.", "1%", "{", "1=1=", "<", "f.n1+f.n1*"]


def repeated(piece, size, head=""):
    return head + piece * max(1, (size - len(head.encode())) // len(piece.encode("utf-8", "surrogatepass")))


def numbered(row, size):
    return "".join(row(i) for i in range(max(1, size // len(row(100).encode()))))


def with_words(size):
    words = numbered(RECORDS["terms"][1], size // 2)
    text = "".join(f"用語{i}と用語{i + 1}。\n\n" for i in range(size // 40))
    return {"content/r.yaml": "terms:\n" + words, "content/a.md": "# 甲\n\n" + text}


def generators():
    """Name, files by size, arguments."""
    for piece in MARKDOWN:
        for opener in OPENERS if form == "full" else OPENERS[:: len(OPENERS) // 3]:
            yield f"markdown {opener!r} {piece!r}", lambda n, o=opener, p=piece: {"content/a.md": repeated(p, n, "# a\n\n" + o)}, None
    for piece in PAGES:
        yield f"page {piece!r}", lambda n, p=piece: {"content/a.md": repeated(p, n, "# a\n\n")}, None
    for piece in YAML:
        yield f"records {piece!r}", lambda n, p=piece: {"content/a.yaml": repeated(p, n)}, None
    for piece in YAML[:12]:
        yield f"front matter {piece!r}", lambda n, p=piece: {"content/a.md": "---\n" + repeated(p, n) + "\n---\n# a\n"}, None
        yield f"site.yaml {piece!r}", lambda n, p=piece: {"site.yaml": "title: t\n" + repeated(p, n)}, None
    for name, (head, row) in RECORDS.items():
        yield f"records of {name}", lambda n, h=head, r=row: {"content/a.yaml": h + numbered(r, n)}, None
    for piece in FORMULAS:
        yield f"formula {piece!r}", lambda n, p=piece: {
            "content/a.yaml": "figures:\n- {id: f.a, label: 値, unit: 円, formula: '" + repeated(p.replace("'", ""), n) + "1'}\n"}, None
    yield "csv rows", lambda n: {"content/a.csv": repeated("a,b,c\n", n)}, None
    yield "csv columns", lambda n: {"content/a.csv": repeated("a,", n) + "\n1\n"}, None
    yield "csv quotes", lambda n: {"content/a.csv": repeated('"a""', n)}, None
    yield "csv NUL", lambda n: {"content/a.csv": repeated("\x00", n)}, None
    yield "aliases", lambda n: {"content/a.md": "---\ntitle: a\naliases: [" + "".join(f"o{i}.html, " for i in range(n // 12)) + "]\n---\n"}, None
    yield "terms in text", with_words, None
    yield "headings and links", lambda n: {
        "content/a.md": "# a\n\n" + "".join(f"## h{i}\n\n[x](#h{i})\n\n" for i in range(n // 30))}, None
    yield "links to headings that are missing", lambda n: {
        "content/a.md": "# a\n\n" + "".join(f"## h{i}\n\n[x](#g{i})\n\n" for i in range(n // 30))}, None
    yield "unknown terms among many", lambda n: {
        "content/r.yaml": "terms:\n" + numbered(RECORDS["terms"][1], n // 2),
        "content/a.md": "# a\n\n" + "".join(f"{{term}}`誤語{i}`\n\n" for i in range(n // 44))}, None
    yield "same heading", lambda n: {"content/a.md": "# a\n\n" + repeated("## 同じ\n\n", n)}, None
    yield "pages in a folder", lambda n: {f"content/p/{i}.md": f"# 頁{i}\n" for i in range(n // 200)}, None
    yield "unknown pages", lambda n: {
        **{f"content/p/{i}.md": f"# 頁{i}\n\n[x](nowhere{i}.md)\n" for i in range(n // 200)}}, None
    yield "files in a folder", lambda n: {f"content/p/{i}.png": "x" for i in range(n // 200)}, None
    yield "deep folders", lambda n: {"content/" + "d/" * (i * 20) + "a.md": "# 頁\n" for i in range(max(2, n // 25_000))}, None
    yield "svg", lambda n: {"content/a.md": "# a\n\n![x](a.svg)\n", "content/a.svg": "<svg>" + repeated("<g onclick='a' href='b'/>", n)}, None
    yield "svg style", lambda n: {"content/a.md": "# a\n\n![x](a.svg)\n", "content/a.svg": "<svg><style>" + repeated("url(#a)", n)}, None
    yield "svg open tag", lambda n: {"content/a.md": "# a\n\n![x](a.svg)\n", "content/a.svg": "<svg " + repeated("a='", n)}, None
    yield "theme", lambda n: {"site.yaml": "title: t\ntheme_overrides: mine\n", "mine/layouts/footer.html": repeated("{{title}}", n)}, None
    yield "theme parts", lambda n: {
        "site.yaml": "title: t\ntheme_overrides: mine\n", "mine/layouts/footer.html": repeated("{{> x}}", n), "mine/layouts/x.html": "x"}, None
    yield "theme tags", lambda n: {"site.yaml": "title: t\ntheme_overrides: mine\n", "mine/layouts/footer.html": repeated("{{#title}}", n)}, None
    yield "theme names", lambda n: {"site.yaml": "title: t\ntheme_overrides: mine\n", "mine/layouts/footer.html": repeated("{{nam}}", n)}, None


def cost(files, arguments):
    with Site(files) as folder:
        return run([program, "-r", folder, *(arguments or ["check", "--json"])])


def judge(case):
    name, files, arguments = case
    small = cost(files(SMALL), arguments)
    large = cost(files(LARGE), arguments)
    for each in (small, large):
        each.err = b""  # the corpus looks at what is printed
        if fault := each.fault():
            return name, fault
    allowed = SLACK * LARGE / SMALL
    for _ in range(3):  # a busy machine may spoil one look
        if large.seconds - base <= allowed * max(small.seconds - base, FLOOR):
            return name, ""
        small, large = cost(files(SMALL), arguments), cost(files(LARGE), arguments)
    return name, f"{small.seconds:.3f} s for {SMALL} bytes, {large.seconds:.3f} s for {LARGE}"


base = min(cost({}, None).seconds for _ in range(3))
print(f"from {SMALL} to {LARGE} bytes; an empty site takes {base:.3f} s, a run at most {SECONDS} s")
passed = failed = 0
with ThreadPoolExecutor(jobs) as pool:
    for name, fault in pool.map(judge, generators()):
        if fault:
            failed += 1
            print(f"FAILED {name}: {fault}", flush=True)
        else:
            passed += 1
print(f"{passed} passed, {failed} failed")
sys.exit(failed > 0)
