// The JSON Schemas that `shirube schema` prints: an editor that uses them accepts every file that `check` accepts, and both
// refuse what broken.yaml holds. The last line: `N passed, N failed`.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import Ajv2020 from "ajv/dist/2020.js";
import { parse } from "yaml";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
const program = resolve(process.argv[2] ?? join(root, "out/release/bin/shirube"));
let passed = 0;
let failed = 0;

function check(name, problem) {
  if (!problem) {
    passed += 1;
  } else {
    failed += 1;
    console.log(`${name}: ${problem}`);
  }
}

const names = execFileSync(program, ["schema"], { encoding: "utf8" }).trim().split("\n");
const schemas = {};
for (const language of ["ja", "en"]) {
  for (const name of names) {
    const schema = JSON.parse(execFileSync(program, ["schema", name, "--lang", language], { encoding: "utf8" }));
    // `strict` refuses keywords and types that mean nothing; unions of types are meant.
    const validate = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false, allErrors: true }).compile(schema);
    schemas[`${name} ${language}`] = validate;
    check(`schema ${name} ${language}`, schema.title ? "" : "has no title");
  }
}

function refusal(name, text) {
  const validate = schemas[`${name} ja`];
  if (validate(parse(text, { uniqueKeys: true, logLevel: "error" }))) return "";
  return validate.errors.slice(0, 4).map((error) => `${error.instancePath} ${error.message}`).join("; ");
}

// Which schema a file of a site goes with; none for what is no source.
function schema_of(path) {
  if (path === "site.yaml") return "site";
  if (/^content\/.*\.ya?ml$/.test(path)) return "records";
  if (/^templates\/[^/]*\.yaml$/.test(path)) return "template";
  if (/^content\/.*\.md$/.test(path)) return "front-matter";
  return "";
}

// The YAML of a file; null if it has none.
function yaml_of(path, text) {
  if (!path.endsWith(".md")) return text;
  const front = /^---[ \t]*\n([\s\S]*?)\n---[ \t]*(\n|$)/.exec(text);
  return front ? front[1] : null;
}

function accept(name, path, text) {
  const schema = schema_of(path);
  const yaml = schema && names.includes(schema) ? yaml_of(path, text) : null;
  if (yaml === null || yaml === "") return;
  let problem;
  try {
    problem = refusal(schema, yaml);
  } catch (error) {
    problem = `another parser of YAML refuses it: ${error.message.split("\n")[0]}`;
  }
  check(name, problem);
}

function files_below(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

// ---- every file that check accepts: this site, and the cases ----

for (const folder of ["content", "templates"]) {
  for (const path of files_below(join(root, folder))) {
    accept(path, path.slice(root.length + 1), readFileSync(path, "utf8"));
  }
}
accept("site.yaml", "site.yaml", readFileSync(join(root, "site.yaml"), "utf8"));

for (const file of readdirSync(join(root, "tests/cases/kinds"))) {
  const text = readFileSync(join(root, "tests/cases/kinds", file), "utf8");
  if (/\\u[0-9a-fA-F]{4}|\\x[0-9a-fA-F]{2}/.test(text)) continue;  // code points and bytes that only the case's own reader makes
  const parts = text.split(/^-- (.*) --\n/m);
  const reported = parts[0];
  for (let i = 1; i + 1 < parts.length; i += 2) {
    if (!reported.includes(parts[i] + ":")) accept(`${file}: ${parts[i]}`, parts[i], parts[i + 1]);
  }
}

// ---- broken files: refused by both ----

const folder = mkdtempSync(join(tmpdir(), "shirube-schema-"));
try {
  for (const { schema, text } of parse(readFileSync(join(root, "tests/schema/broken.yaml"), "utf8"))) {
    const site = join(folder, "site");
    rmSync(site, { recursive: true, force: true });
    mkdirSync(join(site, "content"), { recursive: true });
    mkdirSync(join(site, "templates"), { recursive: true });
    writeFileSync(join(site, "site.yaml"), schema === "template" ? "title: a\nworkbooks: [tiny]\n" : "title: a\n");
    writeFileSync(join(site, "content/index.md"), "# a\n");
    const target = { site: "site.yaml", records: "content/a.yaml", "front-matter": "content/b.md", template: "templates/tiny.yaml" }[schema];
    writeFileSync(join(site, target), schema === "front-matter" ? `---\n${text}---\n\n# b\n` : text);
    const run = spawnSync(program, ["-r", site, "check", "--json", "--lang", "en"], { encoding: "utf8" });
    const name = `broken ${schema} ${JSON.stringify(text)}`;
    check(name, refusal(schema, text) ? "" : "the schema accepts it");
    check(name, run.status === 1 && JSON.parse(run.stdout).some((found) => found.severity === "error") ? "" : `check ends with ${run.status}`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
