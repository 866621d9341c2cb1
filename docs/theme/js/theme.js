// Day or night. The page follows the visitor's system; the button of the masthead overrides it.
// Nothing is stored before that click, which asks for it; going back to the system's side forgets it.
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

  const chosen = remembered();
  if (chosen === "day" || chosen === "night") root.dataset.theme = chosen;

  document.addEventListener("DOMContentLoaded", () => {
    const button = document.querySelector("button.night");
    if (!button) return;
    const show = () => button.setAttribute("aria-pressed", String(current() === "night"));
    button.addEventListener("click", () => {
      root.dataset.theme = current() === "night" ? "day" : "night";
      remember(root.dataset.theme);
      show();
    });
    dark.addEventListener("change", show);
    button.hidden = false;
    show();
  });
})();
