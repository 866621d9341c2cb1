// Words as search compares them: without case, accents, ligatures, elisions, plurals. The same rules as in
// hooks/atlas/folding.py and search/words.py; a test compares the two on every word of the lexicon.

const LIGATURES = { œ: "oe", æ: "ae", ß: "ss", "’": "'", ʼ: "'", "‘": "'" };

/** Return a text in small letters, without accents or ligatures, its apostrophes straight and its numbers whole. */
export const fold = (text) =>
  text
    .toLowerCase()
    .replace(/[œæß’ʼ‘]/g, (sign) => LIGATURES[sign])
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/(?<=[0-9])[ \u00a0\u202f,](?=[0-9]{3}(?![0-9]))/g, "");

/** Return the words of a text in order, folded, elisions left out. */
export const tokens = (text) =>
  fold(text)
    .replace(/(?<![a-z0-9])(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)'(?=[a-z0-9])/g, "")
    .replace(/'s(?![a-z0-9])/g, "")
    .match(/[a-z0-9]+/g) ?? [];

/** Return what the forms of a folded word have in common: `visites`, `visiter`, `visited` give `visit`. */
export function stem(word) {
  if (word.length < 4 || /^[0-9]/.test(word)) return word;
  return word
    .replace(/(?<=eau)x$|(?<=eu)x$|(?<=ou)x$/, "")
    .replace(/(?<=..)aux$/, "al")
    .replace(/(?<=..[^s])s$/, "")
    .replace(/(?<=...)(?:ees?|e|er|ez|ed|ing)$/, "")
    .replace(/(?<=..)(?:ie|y)$/, "i")
    .replace(/([b-df-hj-np-tv-z])\1$/, "$1");
}

/** Return the stems of the words of a text that say something, in order, repeats included. */
export const stems = (text, stop) => tokens(text).filter((word) => !stop.has(word)).map(stem);
