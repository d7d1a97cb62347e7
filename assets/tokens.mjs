/**
 * Returns the stylesheet without the custom properties that nothing in it reads, directly or through
 * another property. Expects minified CSS. Own tokens (--wt-…) stay, so that pages may rely on them.
 */
export function keepUsedTokens(css) {
  // A value may hold a picture (a data address), with semicolons and braces of its own.
  const declaration = /(?<=[{;])(--[\w-]+):((?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|url\((?!["'])[^)]*\)|[^;{}"'])*)(;|(?=\}))/g;
  const values = new Map();
  const plain = css.replace(declaration, (_, name, value) => {
    values.set(name, [...(values.get(name) ?? []), value]);
    return "";
  });
  const waiting = [...reads(plain), ...[...values.keys()].filter((name) => name.startsWith("--wt-"))];
  const used = new Set();
  while (waiting.length) {
    const name = waiting.pop();
    if (used.has(name)) continue;
    used.add(name);
    for (const value of values.get(name) ?? []) waiting.push(...reads(value));
  }
  return css.replace(declaration, (whole, name) => (used.has(name) ? whole : "")).replaceAll(";}", "}");
}

function reads(text) {
  return [...text.matchAll(/var\((--[\w-]+)/g)].map((match) => match[1]);
}
