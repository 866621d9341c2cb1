// The map page: the list answers the filters at once; Leaflet comes when the map nears the screen.

import { address } from "./address.js";
import { listing } from "./listing.js";
import { near } from "./near.js";

const section = document.querySelector("[data-map]");

if (section) {
  const words = JSON.parse(section.dataset.words);
  const files = JSON.parse(section.dataset.files);
  const frame = section.querySelector(".map-frame");
  const said = section.querySelector(".map-said");
  const say = (text) => (said.textContent = text);
  const state = address();
  const list = listing(section, words, state);
  let chart;

  /** Load Leaflet and draw the map, once. If it cannot be, the drawing stays. */
  const draw = () =>
    (chart ??= import("./chart.js")
      .then(({ chart }) => chart({ section, frame, files, words, list, state }))
      .catch((error) => {
        section.querySelector(".map-help").hidden = false;
        section.querySelector(".map-help").textContent = words.loading_failed;
        console.warn(error);
      }));

  new IntersectionObserver(
    (seen, observer) => {
      if (seen.some((one) => one.isIntersecting)) {
        observer.disconnect();
        draw();
      }
    },
    { rootMargin: "300px" },
  ).observe(frame);

  list.onShow(async (id) => {
    const drawn = await draw();
    if (!drawn) return;
    // Beside the list the map is in sight already; below it, bring it there.
    const box = frame.getBoundingClientRect();
    if (box.top < -40 || box.bottom > innerHeight + 40) frame.scrollIntoView({ block: "center" });
    drawn.open(id);
  });

  near({ button: section.querySelector(".map-near"), list, say, words });
  section.querySelector(".map-copy").addEventListener("click", async () => {
    say(""); // emptied first, so that a second copy is announced too
    try {
      await navigator.clipboard.writeText(location.href);
      say(words.copied);
    } catch {
      say(words.copy_failed);
    }
  });
  for (const part of section.querySelectorAll(".map-actions")) part.hidden = false;
}
