/** What the published HTML is held to: the standard, accessibility and whole-document rules of html-validate. */
export default {
  root: true,
  extends: ["html-validate:standard", "html-validate:a11y", "html-validate:document"],
  rules: {
    // Narrow no-break spaces and « guillemets » are written as characters, on purpose.
    "no-raw-characters": "error",
    // The stylesheet is ours; the few inline values are computed (positions on the map, a plate's size).
    "no-inline-style": "off",
    // French headings and titles are longer than 70 characters with the agency's name.
    "long-title": "off",
    // A static site on hosts that we do not know: hashes of our own files add nothing.
    "require-sri": "off",
  },
};
