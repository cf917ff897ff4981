"""What takes n bytes costs n: each generator makes an input of 10 KB and one of 1 MB, which may take 150 times as long."""

import itertools
import sys
from concurrent.futures import ThreadPoolExecutor

from measured import SECONDS, Site, run

program, form, jobs = sys.argv[1], sys.argv[2], int(sys.argv[3])
SMALL, LARGE = 10_000, (1_000_000 if form == "full" else 300_000)
SLACK = 1.5
FLOOR = 0.012  # seconds: less cannot be distinguished from the time that the program takes to start

OPENERS = [
    "", "    ```\n", "> ```\n", "<!--\n", "<!-- x -->\n", "文\n    ```\n", "- ```\n", "<div>\n```\n\n", "\t~~~\n",
    "[^1]: ```\n", "1. a\n\n       ```\n", "```\n~~~\n```\n", "| a | b |\n|---|---|\n|\n", "> - ~~~\n",
]
MARKDOWN = [
    " - - -x\n\n", "- - - x\n", " - - - x\n\n\n", ">", "- ", "1. ", "- - ", "![[]()", "<?x", "</<!--<!--", "<![CDATA[",
    "\n|-\nt>|-", "*t ", "_t*_ ", ":-\n:\n:\n", "~e,z~~", "[a](<b", "`a``", "\\|", "|", "a | b\n", "[a]: b\n", "[^a]",
    "3. x\n", "    - x\n", "    >\n", "&amp;", "<a", "z_www.", "www.)))", "<http://s", "https://a.b/(", "**「a」", "a@b.",
]
PAGES = [  # after no opener: what our own passes do with long pages
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
    """Rows that differ in their number, not more than fit: beyond the limits of a file nothing is measured."""
    rows, used = [], 0
    while used < size or not rows:
        rows.append(row(len(rows)))
        used += len(rows[-1].encode())
    return "".join(rows)


def with_words(size):
    words = numbered(RECORDS["terms"][1], size // 2)
    text = "".join(f"用語{i}と用語{i + 1}。\n\n" for i in range(size // 40))
    return {"content/r.yaml": "terms:\n" + words, "content/a.md": "# 甲\n\n" + text}


TEMPLATE = "id: w\nversion: 1.0.0\ntitle: 題\ndescription: 説明\n"
FORM = "      - {block: form, id: g%d, fields: [{id: a, label: あ, type: number}]}\n"
TEMPLATES = {  # rows of a template, by what repeats
    "fields": ("sheets:\n  - {id: s, name: 表, title: 題, blocks: [{block: form, id: g, fields: [\n",
               lambda i: f"{{id: f{i}, label: 欄{i}, type: number}},\n", "]}]}\n"),
    "columns that are too many": ("sheets:\n  - {id: s, name: 表, title: 題, blocks: [{block: table, id: g, rows: 3, columns: [\n",
                lambda i: f"{{id: c{i}, label: 列{i}, width: 8}},\n", "]}]}\n"),
    "blocks": ("sheets:\n  - id: s\n    name: 表\n    title: 題\n    blocks:\n", lambda i: FORM % i, ""),
    "sheets": ("sheets:\n", lambda i: f"  - {{id: s{i}, name: 表{i}, title: 題, blocks: [\n{FORM[8:-1] % i}]}}\n", ""),
    "lines": ("sheets:\n  - {id: s, name: 表, title: 題, blocks: [{block: form, id: g, fields: [{id: f0, label: 欄, type: number}]},\n"
              "    {block: calculation, id: r, lines: [\n", lambda i: f"{{id: l{i}, label: 行{i}, formula: g.f0 + {i}}},\n", "]}]}\n"),
    "formulas in a chain": ("sheets:\n  - {id: s, name: 表, title: 題, blocks: [{block: form, id: g, fields: [{id: f0, label: 欄, type: number},\n",
                            lambda i: f"{{id: f{i + 1}, label: 欄{i}, type: number, formula: f{i} + 1}},\n", "]}]}\n"),
    "formulas that name one twice": ("sheets:\n  - {id: s, name: 表, title: 題, blocks: [{block: form, id: g, fields: [{id: f0, label: 欄, type: number},\n",
                                     lambda i: f"{{id: f{i + 1}, label: 欄{i}, type: number, formula: f{i} * f{i}}},\n", "]}]}\n"),
    "choices": ("lists:\n  - {id: l, label: 表, items: [\n", lambda i: f"選択肢{i},\n",
                "]}\nsheets:\n  - {id: s, name: 表, title: 題, blocks: [{block: form, id: g, fields: [{id: a, label: あ, type: choice, choices: l}]}]}\n"),
    "loops": ("sheets:\n  - {id: s, name: 表, title: 題, blocks: [\n",
              lambda i: f"{{for: n, in: [1, 2], do: {{block: note, text: 文{i}の$n}}}},\n", "]}\n"),
    "items of a loop": ("sheets:\n  - {id: s, name: 表, title: 題, blocks: [{for: n, in: [\n", lambda i: f"a{i},\n", "], do: {block: note, text: $n}}]}\n"),
    "loops in a loop": ("parameters: [{id: many, default: 200}]\nsheets:\n  - {id: s, name: 表, title: 題, blocks: [\n",
                        lambda i: f"{{for: a, in: many, do: {{for: b, in: many, do: {{block: note, text: $a$b文{i}}}}}}},\n", "]}\n"),
    "conditions": ("sheets:\n  - {id: s, name: 表, title: 題, blocks: [\n",
                   lambda i: f"{{when: x{i}, do: {{block: note, text: 文{i}}}, else: {{block: note, text: 他{i}}}}},\n", "]}\n"),
    "parameters": ("parameters:\n", lambda i: f"  - {{id: p{i}, default: 値{i}}}\n",
                   "sheets: [{id: s, name: 表, title: 題, blocks: [{block: note, text: $p0}]}]\n"),
    "names in a text": ("parameters: [{id: p, default: 値}]\nsheets: [{id: s, name: 表, title: 題, blocks: [{block: note, text: '", lambda i: f"$p{i} ", "'}]}]\n"),
    "changes": ("sheets:\n  - id: s\n    name: 表\n    title: 題\n    blocks:\n      - block: changes\n        versions:\n",
                lambda i: f"          - {{version: 1.0.{i}, text: 変更{i}}}\n", ""),
}
FROM_BELOW = ", from below"
PEOPLE = TEMPLATE + "sheets:\n  - {id: s, name: 表, title: 題, blocks: [{block: form, id: g, fields: [{id: a, label: 氏名, from: {person: name}}]}]}\n"
PILOT = (
    "indicators:\n  - {id: n, label: 数, definition: 定義, layer: operation, unit: 回, direction: up, frequency: 週次, data_source: 試験}\n"
    "pilots:\n  - {id: p, title: 試行, people: [A, B], comparison: none, weeks: {before: 1, during: 4}, "
    "indicators: [{id: n, most: 9}], data: d.csv}\n"
)
OBJECTIVES = "- {id: o-%d, title: 目標%d, level: section, parent: o-%d, owner: 長}\n"


def template(name, size):
    head, row, end = TEMPLATES[name.removesuffix(FROM_BELOW)]
    rows = numbered(row, size)
    if name.endswith(FROM_BELOW):
        rows = "".join(reversed(rows.splitlines(keepends=True)))
    return {"site.yaml": "title: t\nworkbooks: [w]\n", "templates/w.yaml": TEMPLATE + head + rows + end}


def issue(people):
    return {"site.yaml": "title: t\nworkbooks: [w]\n", "templates/w.yaml": PEOPLE, "people.csv": people}


def wide(head):
    """A list of one person below many columns."""
    return head + "\n1,山田" + "," * (head.count(",") - 1) + "\n"


ISSUE = ["issue", "--people", "{folder}/people.csv", "--template", "w", "--period", "t", "-o", "{folder}/out", "--dry-run"]
BUILD = ["build", "-o", "{folder}/public"]


def pages(size, text):
    return {f"content/p/{i}.md": text(i) for i in range(max(1, size // 200))}


def many():
    """Much of one thing that is fine, on pages, in records, templates, lists of people and data."""
    for name in [*TEMPLATES, "formulas in a chain" + FROM_BELOW]:
        yield f"template of {name}", lambda n, k=name: template(k, n), None
    yield "people", lambda n: issue("社員番号,氏名\n" + numbered(lambda i: f"{i:05},山田{i}\n", n // 20)), ISSUE
    yield "people of one number", lambda n: issue("社員番号,氏名\n" + repeated("00001,山田\n", n)), ISSUE
    yield "people without a name", lambda n: issue("社員番号,氏名\n" + numbered(lambda i: f"{i:05},\n", n)), ISSUE
    yield "people and assessors", lambda n: issue(
        "社員番号,氏名,一次評価者,一次評価者番号\n" + numbered(lambda i: f"{i:05},山田{i},山田{i // 2},{i // 2:05}\n", n // 20)), ISSUE
    yield "columns of people", lambda n: issue(wide("社員番号,氏名," + numbered(lambda i: f"列{i},", n))), ISSUE
    yield "columns of people with one name", lambda n: issue(wide("社員番号,氏名," + repeated("列,", n))), ISSUE
    yield "data", lambda n: {"content/r.yaml": PILOT, "content/d.csv": "person,week,n\n" + repeated("A,1,3\nB,2,4\n", n)}, None
    yield "data of strangers", lambda n: {
        "content/r.yaml": PILOT, "content/d.csv": "person,week,n\n" + numbered(lambda i: f"C{i},1,3\n", n)}, None
    yield "columns of data", lambda n: {
        "content/r.yaml": PILOT, "content/d.csv": "person,week,n," + numbered(lambda i: f"m{i},", n) + "\nA,1,3\n"}, None
    yield "aliases of pages", lambda n: pages(n, lambda i: f"---\ntitle: 頁{i}\naliases: [old/{i}.html, older/{i}.html]\n---\n"), None
    yield "one alias of many pages", lambda n: pages(n, lambda i: f"---\ntitle: 頁{i}\naliases: [old.html]\n---\n"), None
    yield "terms and pages", lambda n: {
        "content/r.yaml": "terms:\n" + numbered(RECORDS["terms"][1], n // 2),
        **pages(n // 2, lambda i: f"# 頁{i}\n\n用語{i}と用語{i + 1}を{{term}}`用語{i}`で示す。\n")}, None
    yield "links to one page", lambda n: {**pages(n, lambda i: f"# 頁{i}\n\n[x](../a.md#h)\n"), "content/a.md": "# a\n\n## h\n"}, None
    yield "pages that link to each other", lambda n: pages(n, lambda i: f"# 頁{i}\n\n[x]({i // 2}.md) [y](#h)\n\n## h\n"), None
    yield "pages of one title", lambda n: pages(n, lambda i: "# 同じ\n"), None
    yield "footnotes", lambda n: {"content/a.md": "# a\n\n" + numbered(lambda i: f"文[^{i}]\n\n[^{i}]: 注{i}\n\n", n)}, None
    yield "footnotes that nobody calls", lambda n: {"content/a.md": "# a\n\n" + numbered(lambda i: f"[^{i}]: 注{i}\n\n", n)}, None
    yield "definitions that nobody uses", lambda n: {"content/a.md": "# a\n\n" + numbered(lambda i: f"[{i}]: b.md\n\n", n)}, None
    yield "definitions", lambda n: {"content/a.md": "# a\n\n" + numbered(lambda i: f"[x][l{i}]\n\n[l{i}]: index.md\n\n", n)}, None
    yield "pictures", lambda n: {
        "content/a.md": "# a\n\n" + numbered(lambda i: f"![図{i}](p{i % 40}.svg)\n\n", n),
        **{f"content/p{i}.svg": "<svg viewBox='0 0 4 3'/>" for i in range(40)}}, None
    yield "pictures that are missing", lambda n: {"content/a.md": "# a\n\n" + numbered(lambda i: f"![図{i}](p{i}.png)\n\n", n)}, None
    yield "headings", lambda n: {"content/a.md": "# a\n\n" + numbered(lambda i: f"## 見出し{i}\n\n", n)}, None
    yield "headings of one id", lambda n: {"content/a.md": "# a\n\n" + numbered(lambda i: f"## 見出し{i} {{#h}}\n\n", n)}, None
    yield "items below items", lambda n: {
        "content/a.md": "# a\n\n" + repeated("".join("  " * d + f"- 項目{d}\n" for d in range(30)) + "\n文\n\n", n)}, None
    yield "outline", lambda n: {"content/a.md": "# a\n\n" + repeated("".join("#" * d + f" 節{d}\n\n" for d in range(2, 7)), n)}, None
    yield "abbreviations", lambda n: {"content/a.md": "# a\n\n" + numbered(lambda i: f"ABC{i}（略語{i}）とABC{i}。\n\n", n)}, None
    yield "ruby", lambda n: {"content/a.md": "# a\n\n" + numbered(lambda i: f"{{漢字|かんじ}}{i}と{{漢\n\n", n)}, None
    yield "folds", lambda n: {"content/a.md": "# a\n\n" + repeated("<details>\n<summary>例</summary>\n\n文\n\n</details>\n\n", n)}, None
    yield "folds that nothing closes", lambda n: {"content/a.md": "# a\n\n" + repeated("<details>\n<summary>例</summary>\n\n", n)}, None
    yield "breaks in a cell", lambda n: {"content/a.md": "# a\n\n| a |\n| - |\n" + repeated("| " + "b<br>" * 50 + " |\n", n)}, None
    yield "cells beyond the head", lambda n: {"content/a.md": "# a\n\n| a |\n| - |\n" + repeated("| b | c | d |\n", n)}, None
    yield "title", lambda n: {"content/a.md": "# " + repeated("題", n) + "\n"}, None
    yield "tags", lambda n: {"content/a.md": "---\ntitle: a\ntags: [" + numbered(lambda i: f"札{i}, ", min(n, 60_000)) + "]\n---\n"}, None
    yield "audiences of the site", lambda n: {"site.yaml": "title: t\naudiences: [" + numbered(lambda i: f"a{i}, ", n) + "]\n"}, None
    yield "workbooks of the site", lambda n: {"site.yaml": "title: t\nworkbooks: [" + numbered(lambda i: f"w{i}, ", n) + "]\n"}, None
    yield "folders of the site", lambda n: {"site.yaml": "title: t\nfiles: [" + numbered(lambda i: f"d{i}, ", n) + "]\n"}, None
    yield "rules of the site", lambda n: {"site.yaml": "title: t\nrules: {" + numbered(lambda i: f"r{i}: off, ", n) + "}\n"}, None
    yield "words to avoid in text", lambda n: {
        "content/r.yaml": "wording:\n" + numbered(lambda i: f"- {{term: 語{i}, level: refused, instead: 言{i}}}\n", n // 2),
        "content/a.md": "# a\n\n" + numbered(lambda i: f"語{i}と語{i + 1}である。\n\n", n // 2)}, None
    yield "tree of objectives", lambda n: {"content/r.yaml": (
        "objectives:\n- {id: o-0, title: 目, level: company, owner: 長}\n" + numbered(lambda i: OBJECTIVES % (i + 1, i, i // 2), n))}, None
    yield "chain of objectives", lambda n: {"content/r.yaml": (
        "objectives:\n- {id: o-0, title: 目, level: company, owner: 長}\n" + numbered(lambda i: OBJECTIVES % (i + 1, i, i), n))}, None
    yield "objectives of one parent", lambda n: {"content/r.yaml": (
        "objectives:\n- {id: o-0, title: 目, level: company, owner: 長}\n" + numbered(lambda i: OBJECTIVES % (i + 1, i, 0), n))}, None
    yield "terms that see each other", lambda n: {"content/r.yaml": "terms:\n" + numbered(
        lambda i: f"- {{id: t-{i}, name: 用語{i}, reading: よ, definition: 説明, see: t-{i // 2}}}\n", n)}, None
    yield "categories", lambda n: {"content/r.yaml": "categories: [" + numbered(lambda i: f"分類{i}, ", n) + "]\n"}, None
    yield "signs of an input method in records", lambda n: {
        "content/r.yaml": "terms:\n" + repeated("  － id：a　b\n", n)}, None
    yield "quotes of a word processor in brackets", lambda n: {"content/r.yaml": "terms: [" + repeated("{a: “b, c: d}, ", n) + "]\n"}, None
    yield "build of pages", lambda n: pages(n // 5, lambda i: f"# 頁{i}\n\n文である。\n"), BUILD
    yield "build of folders", lambda n: {f"content/d{i // 20}/p{i}.md": f"# 頁{i}\n\n文である。\n" for i in range(n // 1000)}, BUILD
    yield "build of headings", lambda n: {"content/a.md": "# a\n\n" + numbered(lambda i: f"## 見出し{i}\n\n文\n\n", n)}, BUILD
    yield "build of terms", lambda n: {
        "content/r.yaml": "terms:\n" + numbered(RECORDS["terms"][1], n), "content/a.md": "# a\n\n```{glossary}\n```\n"}, BUILD
    yield "build of objectives", lambda n: {
        "content/a.md": "# a\n\n```{objective-tree}\n```\n", "content/r.yaml": (
            "objectives:\n- {id: o-0, title: 目, level: company, owner: 長}\n" + numbered(lambda i: OBJECTIVES % (i + 1, i, i // 2), n))}, BUILD
    yield "build of a template", lambda n: template("fields", n // 10), BUILD


def generators():
    """Name, files by size, arguments."""
    # The short form takes every third of these.
    yield from itertools.islice(many(), 0, None, 1 if form == "full" else 3)
    for piece in MARKDOWN:
        for opener in OPENERS if form == "full" else OPENERS[::5]:
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
        return run([program, "-r", folder, *(each.replace("{folder}", folder) for each in arguments or ["check", "--json"])])


def judge(case):
    global base
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
        base = min(base, cost({}, None).seconds)  # it may have been a busy moment that the empty site was measured in
        small, large = cost(files(SMALL), arguments), cost(files(LARGE), arguments)
    return name, f"{small.seconds:.3f} s for {SMALL} bytes, {large.seconds:.3f} s for {LARGE}"


only = sys.argv[4] if len(sys.argv) > 4 else ""  # a part of a name
base = min(cost({}, None).seconds for _ in range(3))
print(f"from {SMALL} to {LARGE} bytes; an empty site takes {base:.3f} s, a run at most {SECONDS} s")
passed = failed = 0
with ThreadPoolExecutor(jobs) as pool:
    for name, fault in pool.map(judge, (each for each in generators() if only in each[0])):
        if fault:
            failed += 1
            print(f"FAILED {name}: {fault}", flush=True)
        else:
            passed += 1
print(f"{passed} passed, {failed} failed")
sys.exit(failed > 0)
