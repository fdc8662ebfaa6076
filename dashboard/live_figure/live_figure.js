// Draws a plotly figure in place and tells Python what the reader does with it. See __init__.py for the contract.
function once(name, load) {
  window.__incidentAtlas ??= {};
  return (window.__incidentAtlas[name] ??= load());
}

function script(address) {
  return once("plotly", () => new Promise((resolve, reject) => {
    const tag = document.createElement("script");
    tag.src = new URL(address, document.baseURI).href;
    tag.onload = () => resolve(window.Plotly);
    tag.onerror = () => reject(new Error(`cannot load ${tag.src}`));
    document.head.append(tag);
  }));
}

function stylesheet(address) {
  once("style", () => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = new URL(address, document.baseURI).href;
    document.head.append(link);
    return link;
  });
}

export async function draw(told, parent, setState, setTrigger) {
  stylesheet(told.style);
  const figure = (parent.__figure ??= newFigure(parent));
  figure.tell = { setState, setTrigger };
  figure.wanted = told;
  describe(figure.host, told);
  if (figure.busy) return;
  figure.busy = true;
  figure.host.dataset.ready = "false";
  figure.drawing = drawAll(figure, told).catch((error) => failed(figure, told, error));
  await figure.drawing;
}

async function drawAll(figure, told) {
  const module = (address) => import(new URL(address, document.baseURI).href);
  const [Plotly, ...parts] = await Promise.all([
    script(told.plotly), module(told.marks), module(told.ground), module(told.gestures), module(told.tracing),
    told.player ? module(told.play) : {},
  ]);
  Object.assign(figure, ...parts);
  while (figure.wanted) {
    const next = figure.wanted;
    figure.wanted = null;
    await show(Plotly, figure, next);
  }
  ended(figure);
  figure.host.querySelector(".atlas-figure-failed")?.remove();
}

// In the same step in which nothing more was wanted: what Python tells in the next one is drawn.
function ended(figure) {
  figure.busy = false;
  figure.host.dataset.ready = "true";
}

// In the reader's words, with what the browser says of it.
function failed(figure, told, error) {
  console.error(error);
  const box = figure.host.querySelector(".atlas-figure-failed") ?? figure.host.appendChild(document.createElement("p"));
  box.className = "atlas-figure-failed";
  box.setAttribute("role", "alert");
  box.textContent = `${told.failed} (${error.message})`;
  ended(figure);
  figure.rested?.(figure, told);
}

export function remove(parent) {
  const figure = parent.__figure;
  if (!figure) return;
  figure.watch.disconnect();
  clearInterval(figure.player?.timer);
  figure.wanted = null;
  figure.gone = true;
  figure.host.remove();
  delete parent.__figure;
  // plotly goes on drawing in steps; emptied between two of them it throws.
  Promise.resolve(figure.drawing).catch(() => {}).then(() => window.Plotly?.purge(figure.plot));
}

function newFigure(parent) {
  const host = document.createElement("div");
  host.className = "atlas-figure";
  const plot = document.createElement("div");
  plot.className = "atlas-plot";
  plot.dir = "ltr";
  host.append(plot);
  parent.append(host);
  const figure = { host, plot, drawn: 0, brush: null, told: 0, listening: false };
  figure.watch = new ResizeObserver(() => figure.drawn && window.Plotly.Plots.resize(plot));
  figure.watch.observe(host);
  return figure;
}

function describe(host, told) {
  document.documentElement.lang = told.language;
  document.documentElement.dir = told.direction;
  host.setAttribute("role", "figure");
  host.setAttribute("aria-label", told.label);
  if (told.describedBy) host.setAttribute("aria-describedby", told.describedBy);
  host.lang = told.language;
  host.querySelector(".atlas-plot").style.height = `${told.height}px`;
  host.dataset.key = told.key;
}

async function show(Plotly, figure, told) {
  const { data, layout } = told.figure;
  const isMap = layout.meta?.kind === "map";
  figure.images = layout.meta?.images ?? {};
  const isNew = figure.revision !== told.revision;
  // The map as it stands already: drawn before the rest of the page was.
  if (isMap && !isNew && figure.shown === told.drawing) {
    stands(figure, told);
    return;
  }
  if (isMap) {
    figure.keepStyle(figure, layout);
    if (!isNew) keepCamera(figure, layout.map);
  } else {
    keepBrush(figure, told, layout);
    figure.host.tabIndex = 0;
    layout.xaxis.nticks = Math.max(3, Math.floor(figure.host.clientWidth / 110));
  }
  figure.revision = told.revision;
  figure.kind = layout.meta?.kind;
  figure.words = layout.meta?.marking ? told.tracingWords : null;
  layout.uirevision = told.revision;
  layout.autosize = true;
  const done = Plotly.react(figure.plot, data, layout, config(told, isMap));
  if (isMap) figure.mapOf(figure)?.getSource("over")?.setData(figure.over(layout));
  figure.supplyImages(figure);
  await done;
  if (figure.gone) return;
  figure.supplyImages(figure);
  if (isMap) {
    figure.keepOrder(figure);
    figure.withoutFading(figure);
    figure.lay(figure);
  }
  note(figure.host, layout.meta?.note);
  if (!figure.listening) figure.listen(Plotly, figure);
  figure.shown = told.drawing;
  if (told.player) figure.controls(Plotly, figure, told.player);
  figure.host.dataset.marks = data.reduce((sum, trace) => sum + ((trace.lon ?? trace.y ?? []).length ?? 0), 0);
  if (isMap) figure.mark(figure, figure.view(figure));
  stands(figure, told);
}

// What Python told is drawn.
function stands(figure, told) {
  figure.heard = told.seen;
  figure.drawn += 1;
  figure.host.dataset.drawn = figure.drawn;
  figure.rested(figure, told);
}

// What the reader must know of the map itself, always in sight.
function note(host, words) {
  if (!words) return;
  const line = host.querySelector(".atlas-figure-note") ?? host.appendChild(document.createElement("p"));
  line.className = "atlas-figure-note";
  line.textContent = words;
}

function config(told, isMap) {
  const hands = told.figure.layout.meta?.marking ? ["pan2d", "select2d", "lasso2d"] : [];
  return {
    displaylogo: false,
    displayModeBar: isMap,
    modeBarButtons: isMap ? [hands, ["zoomInMap", "zoomOutMap", "resetViewMap"]] : false,
    scrollZoom: isMap,
    doubleClick: isMap ? "reset" : false,
    responsive: false,
    locale: told.language,
    locales: told.locales,
  };
}

// The reader's own hand moved the map: new data never move it back, only a new revision does.
function keepCamera(figure, wanted) {
  const map = figure.mapOf(figure);
  if (!map) return;
  const { lng, lat } = map.getCenter();
  wanted.center = { lon: lng, lat };
  wanted.zoom = map.getZoom();
}

// While Python has not yet seen the reader's last brush, its figure still shows the one before.
function keepBrush(figure, told, layout) {
  if (figure.told > told.seen && figure.selections) {
    const [y0, y1] = layout.yaxis.range;
    layout.selections = figure.selections.map((marked) => ({ ...marked, y0, y1 }));
    layout.shapes = [];
  } else {
    figure.brush = null;
  }
  figure.selections = layout.selections;
}
