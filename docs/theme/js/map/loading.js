// Files that come after the page: each promises to be there, or says which one is not.

const once = (element, parent) =>
  new Promise((done, failed) => {
    element.onload = done;
    element.onerror = () => failed(new Error(`${element.src ?? element.href} did not load`));
    parent(element);
  });

export const loadScript = (src) => once(Object.assign(document.createElement("script"), { src }), (tag) => document.head.append(tag));

// First in the head, so that the site's own rules come after Leaflet's and win.
export const loadStyle = (href) =>
  once(Object.assign(document.createElement("link"), { rel: "stylesheet", href }), (tag) => document.head.prepend(tag));
