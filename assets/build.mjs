// Builds the look of werktop: one stylesheet, one script, two font files and their licences.
//
//   node assets/build.mjs [FOLDER]     (default: src/werktop/ui/static/ui)
//
// The outcome depends on the sources and package-lock.json alone, so that a check can build into
// another folder and compare byte for byte.
import { build } from "esbuild";
import { createRequire } from "node:module";
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { keepUsedTokens } from "./tokens.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(here);
const modules = join(root, "node_modules");
const out = resolve(process.argv[2] ?? join(root, "src/werktop/ui/static/ui"));
const target = ["chrome111", "firefox115", "safari16.4"];
const quiet = { bundle: true, minify: true, legalComments: "none", logLevel: "warning", absWorkingDir: root, target };

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });

await build({
  ...quiet,
  entryPoints: [join(here, "js/werktop.js")],
  outfile: join(out, "werktop.js"),
  format: "iife",
});
await build({
  ...quiet,
  entryPoints: [join(here, "css/werktop.css")],
  outfile: join(out, "werktop.css"),
  loader: { ".woff2": "copy" },
  assetNames: "fonts/[name]",
});

// The NL Design System theme holds thousands of tokens for components that we do not use.
const stylesheet = join(out, "werktop.css");
writeFileSync(stylesheet, keepUsedTokens(readFileSync(stylesheet, "utf8")));

cpSync(join(here, "pictures"), join(out, "pictures"), { recursive: true });
writeFileSync(join(out, "LICENSES"), licences());

/** The licence text of every package whose code, styles or font end up in the bundle. */
function licences() {
  const { devDependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const bundled = Object.keys(devDependencies).filter((name) => name !== "esbuild").sort();
  const byText = new Map();
  for (const name of bundled) {
    const folder = join(modules, name);
    const { version, license } = createRequire(import.meta.url)(join(folder, "package.json"));
    const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
    const text = file ? readFileSync(join(folder, file), "utf8").trim() : `Licence: ${license}`;
    byText.set(text, [...(byText.get(text) ?? []), `${name} ${version} (${license})`]);
  }
  const parts = [...byText].map(([text, names]) => `${names.join("\n")}\n\n${text}\n`);
  return `Third-party parts of this folder. The rest is werktop's own, EUPL-1.2.\n\n${parts.join(`\n${"-".repeat(78)}\n\n`)}`;
}
