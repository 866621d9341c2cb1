// Copies the citation of a page. Where the browser refuses, the citation is selected, ready to be copied by hand.
for (const share of document.querySelectorAll("[data-share]")) {
  const citation = share.querySelector(".citation");
  const button = share.querySelector("button");
  const said = share.querySelector("[role=status]");
  button.addEventListener("click", async () => {
    said.textContent = ""; // emptied first, so that a second copy is announced too
    try {
      await navigator.clipboard.writeText(citation.textContent.replace(/\s+/g, " "));
      said.textContent = button.dataset.done;
    } catch {
      getSelection().selectAllChildren(citation);
    }
  });
  button.hidden = false;
}
