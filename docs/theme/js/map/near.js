// Near me, on request: the browser asks the visitor, the list goes from the nearest place to the farthest. The position
// stays in this page: it is neither kept, nor sent, nor put in the link.

const EARTH = 6_371_008.8; // mean radius in metres, as in atlas.geography.communes

/** Bring the button to life. */
export function near({ button, list, say, words }) {
  const number = new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 1 });
  button.hidden = !navigator.geolocation;

  const forget = () => {
    for (const far of document.querySelectorAll(".map-far")) far.remove();
    button.setAttribute("aria-pressed", "false");
    list.sort(null);
  };

  /** Order the list by distance from a position, and say so. */
  const show = ({ latitude, longitude, accuracy }) => {
    const metres = new Map(list.rows.map((row) => [row.id, distance(latitude, longitude, +row.dataset.lat, +row.dataset.lon)]));
    for (const row of list.rows) {
      const far = document.createElement("span");
      far.className = "map-far";
      far.textContent = ` · ${words.near_far.replace("{km}", kilometres(metres.get(row.id), accuracy))}`;
      row.querySelector(".map-what").append(far);
    }
    button.setAttribute("aria-pressed", "true");
    list.sort(metres);
    const nearest = list.row([...list.shown()][0]);
    say(
      words.near_found
        .replace("{name}", nearest?.querySelector(".map-row-name").textContent ?? "")
        .replace("{km}", nearest ? kilometres(metres.get(nearest.id), accuracy) : ""),
    );
  };

  /** Return a distance in kilometres, no more precise than the position. */
  const kilometres = (metres, accuracy) =>
    number.format(metres < 10_000 && accuracy < 1000 ? metres / 1000 : Math.max(1, Math.round(metres / 1000)));

  button.addEventListener("click", () => {
    if (button.getAttribute("aria-pressed") === "true") {
      forget();
      return say(words.near_forgotten);
    }
    say(words.near_asked);
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => show(coords),
      (error) => say(error.code === error.PERMISSION_DENIED ? words.near_refused : words.near_failed),
      { maximumAge: 60_000, timeout: 15_000 },
    );
  });
}

/** Return the metres between two points as the crow flies (haversine). */
function distance(lat, lon, otherLat, otherLon) {
  const radians = Math.PI / 180;
  const half =
    Math.sin(((otherLat - lat) * radians) / 2) ** 2 +
    Math.cos(lat * radians) * Math.cos(otherLat * radians) * Math.sin(((otherLon - lon) * radians) / 2) ** 2;
  return 2 * EARTH * Math.asin(Math.min(1, Math.sqrt(half)));
}
