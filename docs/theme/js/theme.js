// What the first paint needs to know. Day or night: the page follows the visitor's system; the button of the masthead
// overrides it. Nothing is stored before that click, which asks for it; going back to the system's side forgets it.
// A classic script, loaded in the head, so that a chosen side is there before the first paint.
(() => {
  const KEY = "theme";
  const root = document.documentElement;
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const system = () => (dark.matches ? "night" : "day");
  const current = () => root.dataset.theme ?? system();

  const remembered = () => {
    try {
      return localStorage.getItem(KEY);
    } catch {
      return null; // storage is refused: the choice lasts as long as the page
    }
  };

  const remember = (theme) => {
    try {
      if (theme === system()) localStorage.removeItem(KEY);
      else localStorage.setItem(KEY, theme);
    } catch {
      // as above
    }
  };

  // A link to a query: the search page keeps room for the answers.
  root.classList.toggle("asks", new URLSearchParams(location.search).has("q"));

  const chosen = remembered();
  if (chosen === "day" || chosen === "night") root.dataset.theme = chosen;

  document.addEventListener("DOMContentLoaded", () => {
    const buttons = document.querySelectorAll("button.night"); // one, but where it is also shown as a sample
    const show = () => buttons.forEach((button) => button.setAttribute("aria-pressed", String(current() === "night")));
    for (const button of buttons) {
      button.addEventListener("click", () => {
        root.dataset.theme = current() === "night" ? "day" : "night";
        remember(root.dataset.theme);
        show();
      });
      button.hidden = false;
    }
    dark.addEventListener("change", show);
    show();
  });
})();
