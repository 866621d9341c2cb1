// A recording that another host has: nothing is asked of it before the button that names it is pressed.

for (const box of document.querySelectorAll("[data-recording]")) {
  box.querySelector("button").addEventListener("click", () => {
    const player = box.querySelector("template").content.firstElementChild.cloneNode(true);
    box.replaceChildren(player);
    player.focus();
  });
  box.hidden = false;
}
