"""Runs the program on a folder, and says what it cost."""

import os
import resource
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

SECONDS = 4.0  # of processor time
MEGABYTES = 768
LONGEST_REPORT = 2_000_000  # bytes of findings


class Run:
    def __init__(self, code, seconds, megabytes, out, err):
        self.code, self.seconds, self.megabytes, self.out, self.err = code, seconds, megabytes, out, err

    def fault(self):
        """What is wrong with it; empty if nothing is."""
        if self.code < 0:
            return f"killed by {signal.Signals(-self.code).name}: {self.err[-300:]!r}"
        if self.code > 4:
            return f"exit {self.code}: {self.err[-300:]!r}"
        if b"Sanitizer" in self.err or b"runtime error" in self.err:
            return f"sanitizer: {self.err[-300:]!r}"
        if self.seconds > SECONDS:
            return f"took {self.seconds:.1f} s"
        if self.megabytes > MEGABYTES:
            return f"took {self.megabytes} MB"
        if len(self.out) + len(self.err) > LONGEST_REPORT:
            return f"{len(self.out) + len(self.err)} bytes of findings"
        text = self.err.decode("utf-8", "replace")
        if any(drives_terminal(c) for c in text):
            return "control characters reached the terminal"
        return ""


def drives_terminal(c):
    point = ord(c)
    return (
        (point < 0x20 and c not in "\n\t") or 0x7F <= point < 0xA0 or 0x202A <= point <= 0x202E or 0x2066 <= point <= 0x2069
    )


def run(arguments, cwd=None, data=None):
    """Processor time and memory of this one process. It is ended after a minute of the wall's clock."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err, tempfile.TemporaryFile() as given:
        if data is not None:
            given.write(data)
            given.seek(0)
        limit = lambda: resource.setrlimit(resource.RLIMIT_CPU, (30, 31))
        process = subprocess.Popen(arguments, cwd=cwd, stdin=given, stdout=out, stderr=err, preexec_fn=limit)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = code = os.waitstatus_to_exitcode(status)
        out.seek(0)
        err.seek(0)
        return Run(code, usage.ru_utime + usage.ru_stime, usage.ru_maxrss // 1024, out.read(), err.read())


class Site:
    """A folder of files, gone afterwards. Names and texts may be bytes."""

    def __init__(self, files):
        self.folder = tempfile.mkdtemp(prefix="shirube-attack-")
        files = {**{"site.yaml": "title: 試験\n", "content/index.md": "# 試験\n"}, **files}
        for name, text in files.items():
            path = os.path.join(os.fsencode(self.folder), os.fsencode(name))
            try:
                os.makedirs(os.path.dirname(path), exist_ok=True)
                with open(path, "wb") as file:
                    file.write(text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass"))
            except OSError:
                pass  # this system has no such name

    def __enter__(self):
        return self.folder

    def __exit__(self, *_):
        shutil.rmtree(self.folder, ignore_errors=True)


ROOT = Path(__file__).resolve().parent.parent.parent
