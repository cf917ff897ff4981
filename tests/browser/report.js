// Counts what passed and prints what did not.
export class Report {
  passed = 0;
  failed = 0;
  #shown = new Map();

  check(good, message) {
    if (good) {
      this.passed += 1;
      return;
    }
    this.failed += 1;
    // One problem of the theme shows on every page: the first few of a kind say enough.
    const kind = message.replace(/^[^:]*: /, '');
    const times = (this.#shown.get(kind) ?? 0) + 1;
    this.#shown.set(kind, times);
    if (times <= 3) console.log(`FAILED ${message}`);
    if (times === 4) console.log(`FAILED … and more: ${kind}`);
  }

  skip(what) {
    console.log(`skipped: ${what}`);
  }

  finish() {
    console.log(`${this.passed} passed, ${this.failed} failed`);
    return this.failed === 0 ? 0 : 1;
  }
}
