#!/usr/bin/env python3
"""Fails each system call that touches a workbook on its way to the output, one a run, over a build and an issue of a small
site. A fault is unnoticed if the program ends with 0 and the output differs from the good one.

usage: workbook_calls.py PROGRAM      needs strace; prints one line a fault that nobody noticed, ends with 1 if there is one
"""
import hashlib
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ERRORS = {"write": "ENOSPC", "read": "EIO", "lseek": "EIO", "close": "EIO", "openat": "EMFILE", "fstat": "EIO",
          "newfstatat": "EIO", "unlink": "EIO", "mmap": "ENOMEM", "ftruncate": "EIO", "rename": "EIO", "fsync": "EIO"}
PAGE = "---\ntitle: 入口\ndescription: 試しのページである\n---\n\n# 入口\n\n本文。\n"
TEMPLATE = """id: form
version: 1.0.0
title: 様式
description: 説明
lists: [{id: rank, label: 評価, items: [S, A, B]}]
sheets:
  - id: one
    name: 基本
    title: 基本
    blocks:
      - {block: summary}
      - block: form
        id: head
        fields:
          - {id: name, label: 氏名, from: {person: name}, required: true}
          - {id: rank, label: 評価, type: choice, choices: rank}
          - {id: rate, label: 率, type: percent, least: 0, most: 100, prompt: 0から100まで}
      - block: table
        id: t
        columns: [{id: label, label: 名, type: fixed}, {id: v, label: 値, type: number}]
        rows: [{label: a, v: 1}, {label: b, v: 2}, {label: c, v: 3}]
      - {block: chart, title: 図, table: t, x: label, series: [{column: v}], kind: line}
"""
PEOPLE = "id,name,organisation\n" + "".join(f"{n:04},山田{n},一課\n" for n in range(1, 4))


def make_site(folder):
    (folder / "content").mkdir(parents=True)
    (folder / "templates").mkdir()
    (folder / "site.yaml").write_text("title: 試し\nworkbooks: [form]\n", encoding="utf-8")
    (folder / "content/index.md").write_text(PAGE, encoding="utf-8")
    (folder / "templates/form.yaml").write_text(TEMPLATE, encoding="utf-8")
    (folder / "people.csv").write_text(PEOPLE, encoding="utf-8")


def sums(folder):
    found = {}
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            found[str(path.relative_to(folder))] = hashlib.sha256(path.read_bytes()).hexdigest()
    return found


class Command:
    """One run of the program: its arguments, and the folder that it fills."""

    def __init__(self, program, work, name, arguments, output):
        self.program, self.work, self.name, self.arguments = program, work, name, arguments
        self.output = work / "site" / output
        self.log = work / "trace"
        self.temporary = work / "tmp"

    def run(self, inject=()):
        shutil.rmtree(self.output, ignore_errors=True)
        shutil.rmtree(self.temporary, ignore_errors=True)
        self.temporary.mkdir()
        calls = ",".join(ERRORS)
        command = ["strace", "-f", "-qq", "-y", "-o", str(self.log), "-e", f"trace={calls}", *inject, self.program, "-r",
                   str(self.work / "site"), *self.arguments, "--jobs", "1"]
        environment = dict(os.environ, TMPDIR=str(self.temporary), SOURCE_DATE_EPOCH="1700000000", LC_ALL="C.UTF-8",
                           GIT_CEILING_DIRECTORIES=str(self.work.parent))
        return subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode

    def points(self):
        """The calls of the good run that touch a workbook: (name, which of its calls)."""
        counts, points, main = {}, [], None
        for line in self.log.read_text(errors="replace").splitlines():
            match = re.match(r"(\d+) +(\w+)\((.*)", line)
            if not match:
                continue
            process, call, rest = match.groups()
            main = main or process
            if process != main:
                continue
            counts[call] = counts.get(call, 0) + 1
            if ".xlsx" in rest or "/workbook-" in rest:
                points.append((call, counts[call]))
        return points


def main():
    program = os.path.abspath(sys.argv[1])
    unnoticed = tried = 0
    with tempfile.TemporaryDirectory() as name:
        work = pathlib.Path(name)
        make_site(work / "site")
        commands = [
            Command(program, work, "build", ["build", "-q"], "public"),
            Command(program, work, "issue", ["issue", "--template", "form", "--people", str(work / "site/people.csv"), "--period",
                                             "2026上期", "-o", str(work / "issued"), "-q"], "../issued"),
        ]
        for command in commands:
            if command.run() != 0:
                sys.exit(f"{command.name}: the good run fails")
            good, points = sums(command.output), command.points()
            if not any(path.endswith(".xlsx") for path in good) or len(points) < 10:
                sys.exit(f"{command.name}: no workbook, or none of its calls was seen")
            for call, number in points:
                tried += 1
                code = command.run(["-e", f"inject={call}:error={ERRORS[call]}:when={number}"])
                if code == 0 and sums(command.output) != good:
                    unnoticed += 1
                    print(f"{command.name}: {call} number {number} fails unnoticed")
    print(f"{tried} faults, {unnoticed} unnoticed")
    sys.exit(1 if unnoticed or tried == 0 else 0)


main()
