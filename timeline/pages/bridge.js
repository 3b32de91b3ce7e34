let told = null;
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
  window.addEventListener("popstate", () => act("url", window.location.search), on);
  const main = document.querySelector('[data-testid="stMain"]') ?? document.body;
  if (told === null) told = data.room;
  let timer = 0;
  const look = () => {
    const room = Math.floor(main.clientWidth / 40) * 40;
    if (room === told || room === 0) return;
    told = room;
    setStateValue("room", room);
  };
  const observer = new ResizeObserver(() => { clearTimeout(timer); timer = setTimeout(look, 150); });
  observer.observe(main);
  look();
  return () => { stop.abort(); observer.disconnect(); clearTimeout(timer); };
}
function picture(format) {
  const chart = document.querySelector(".st-key-chart .js-plotly-plot");
  const button = chart?.querySelector('.modebar-btn[data-attr], .modebar-btn');
  if (!button || !chart._context) return;
  chart._context.toImageButtonOptions = { ...chart._context.toImageButtonOptions, format };
  button.click();
}
