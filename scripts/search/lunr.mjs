// Ranks by lunr as Material for MkDocs ships it: its French and English stemming over the same passages.
// Reads {material, pages: [{lang, passages: [[page, titles, text]…], asked: […]}]} and prints the ranked pages.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import vm from "node:vm";

const require = createRequire(new URL("../../package.json", import.meta.url));
const lunr = require("lunr");
const input = JSON.parse(readFileSync(0, "utf8"));
globalThis.lunr = lunr;
for (const name of ["stemmer.support", "fr"]) {
  const module = { exports: {} };
  const load = vm.runInThisContext(`(function (module, exports) {${readFileSync(`${input.material}/lunr.${name}.min.js`, "utf8")}\n})`);
  load(module, module.exports);
  module.exports(lunr);
}

const found = input.editions.map(({ lang, passages, asked }) => {
  const index = lunr(function () {
    if (lang === "fr") this.use(lunr.fr);
    this.field("title", { boost: 1000 }); // Material's own boosts
    this.field("text", { boost: 1 });
    this.ref("rank");
    passages.forEach(([, title, text], rank) => this.add({ rank, title, text }));
  });
  return asked.map((question) => {
    // What people type is not lunr's query language.
    const plain = question.replace(/[+\-:^~*]/g, " ").toLowerCase();
    return [...new Set(index.search(plain).map(({ ref }) => passages[ref][0]))];
  });
});
console.log(JSON.stringify(found));
