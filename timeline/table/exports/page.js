"use strict";
// Hides the events that lack one of the words sought, and the headings left without events.
const field = document.getElementById("words");
const count = document.getElementById("count");
const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const events = Array.from(document.querySelectorAll("article"), (shown) => ({ shown, text: fold(shown.textContent) }));
const sections = Array.from(document.querySelectorAll("section")).reverse();
const filter = () => {
  const words = fold(field.value).split(/\s+/).filter(Boolean);
  let left = 0;
  for (const { shown, text } of events) {
    shown.hidden = !words.every((word) => text.includes(word));
    left += !shown.hidden;
  }
  for (const section of sections) section.hidden = !section.querySelector("article:not([hidden])");
  count.textContent = words.length ? `${left} of ${events.length} events` : "";
};
field.addEventListener("input", filter);
field.closest("search").hidden = events.length < 2;
filter();
const opened = [];
addEventListener("beforeprint", () => {
  for (const details of document.querySelectorAll("details:not([open])")) {
    details.open = true;
    opened.push(details);
  }
});
addEventListener("afterprint", () => {
  while (opened.length) opened.pop().open = false;
});
