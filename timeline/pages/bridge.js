let told = null;
let dark = null;
const isDark = () => {
  const [r, g, b] = getComputedStyle(document.querySelector(".stApp") ?? document.body).backgroundColor.match(/\d+/g);
  return Number(r) + Number(g) + Number(b) < 384;
};
export default function (component) {
  const { data, setStateValue, setTriggerValue } = component;
  const stop = new AbortController();
  const on = { signal: stop.signal };
  const act = (kind, code) => setTriggerValue("act", { kind, code });
  document.addEventListener("click", (event) => {
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const at = event.target instanceof Element && event.target.closest("[data-tl]");
    if (!at) return;
    event.preventDefault();
    if (at.dataset.tl === "picture") picture(at.dataset.code);
    else act(at.dataset.tl, decodeURIComponent(at.dataset.code));
  }, on);
  let drag = null;
  document.addEventListener("pointerdown", (event) => {
    const strip = event.target instanceof Element && event.target.closest(".tl-strip");
    if (!strip || event.button) return;
    event.preventDefault();
    drag = { strip, from: share(strip, event), mark: strip.querySelector(".tl-drag") };
  }, on);
  document.addEventListener("pointermove", (event) => {
    if (drag) paint(drag, share(drag.strip, event));
  }, on);
  document.addEventListener("pointerup", (event) => {
    if (!drag) return;
    const { strip, from, mark } = drag;
    const to = share(strip, event);
    drag = null;
    mark.style.width = 0;
    if (Math.abs(to - from) * strip.clientWidth < 4) return;
    const first = Number(strip.dataset.first), days = Number(strip.dataset.end) - first;
    const day = (at) => first + Math.min(days - 1, Math.floor(at * days));
    act("range", `${day(Math.min(from, to))}:${day(Math.max(from, to))}`);
  }, on);
  document.addEventListener("pointercancel", () => { drag = null; }, on);
  window.addEventListener("popstate", () => act("url", window.location.search), on);
  const main = document.querySelector('[data-testid="stMain"]') ?? document.body;
  if (told === null) told = data.room;
  let timer = 0;
  if (dark === null) dark = isDark();
  const ground = () => {
    if (isDark() === dark) return;
    dark = !dark;
    setStateValue("dark", dark);
  };
  const theme = new MutationObserver(() => setTimeout(ground, 50));
  theme.observe(document.querySelector(".stApp") ?? document.body, { attributes: true, attributeFilter: ["class"] });
  const look = () => {
    const room = Math.floor(main.clientWidth / 40) * 40;
    if (room === told || room === 0) return;
    told = room;
    setStateValue("room", room);
  };
  const observer = new ResizeObserver(() => { clearTimeout(timer); timer = setTimeout(look, 150); });
  observer.observe(main);
  look();
  return () => { stop.abort(); observer.disconnect(); theme.disconnect(); clearTimeout(timer); };
}
function share(strip, event) {
  const box = strip.getBoundingClientRect();
  return Math.min(1, Math.max(0, (event.clientX - box.left) / box.width));
}
function paint({ from, mark }, to) {
  mark.style.left = `${100 * Math.min(from, to)}%`;
  mark.style.width = `${100 * Math.abs(to - from)}%`;
}
function picture(format) {
  const chart = document.querySelector(".st-key-chart .js-plotly-plot");
  const button = chart?.querySelector('.modebar-btn[data-attr], .modebar-btn');
  if (!button || !chart._context) return;
  chart._context.toImageButtonOptions = { ...chart._context.toImageButtonOptions, format };
  button.click();
}
