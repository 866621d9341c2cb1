// Marking what was looked for in a text, whatever its accents: pieces, which the page makes elements of, never markup.

import { stem, tokens } from "./words.js";

/** Return what cuts texts in pieces, every second one a word that was looked for. */
export function marking(query, stop) {
  const asked = tokens(query);
  const last = asked.at(-1);
  const stems = new Set(asked.filter((word) => !stop.has(word)).map(stem));
  const sought = (word) => {
    const found = tokens(word).at(-1);
    return found && (stems.has(stem(found)) || (last.length > 2 && found.startsWith(last)));
  };
  return (text) => {
    const pieces = [""];
    for (const piece of text.split(/([\p{L}\p{N}\p{M}]+)/u)) {
      if (/^[\p{L}\p{N}]/u.test(piece) && sought(piece)) pieces.push(piece, "");
      else pieces[pieces.length - 1] += piece;
    }
    return pieces;
  };
}
