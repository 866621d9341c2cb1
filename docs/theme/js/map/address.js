// The state of the map in the address of the page, so that every state has a link: filters and view in the query, the
// place in the fragment. The links to the other language carry it over.

/** Return what reads and writes the address. */
export function address() {
  const others = document.querySelectorAll(".masthead a[hreflang], .colophon a[hreflang]");
  const carry = () => {
    for (const link of others) Object.assign(link, { search: location.search, hash: location.hash });
  };
  const write = (change, { push }) => {
    const url = new URL(location.href);
    change(url);
    if (url.href === location.href) return;
    history[push ? "pushState" : "replaceState"](null, "", url);
    carry();
  };
  addEventListener("popstate", carry); // also told of fragments that links of the page set
  carry();
  return {
    get: (key) => new URL(location.href).searchParams.get(key) ?? "",
    get place() {
      return decodeURIComponent(location.hash.slice(1));
    },
    /** Set keys of the query; an empty value leaves the key out. */
    set(values, { push = false } = {}) {
      write((url) => {
        for (const [key, value] of Object.entries(values)) {
          if (value) url.searchParams.set(key, value);
          else url.searchParams.delete(key);
        }
      }, { push });
    },
    setPlace(id, { push = false } = {}) {
      write((url) => (url.hash = id ?? ""), { push });
    },
    /** Call back when the reader goes back or forward. */
    onTravel: (heard) => addEventListener("popstate", heard),
  };
}
