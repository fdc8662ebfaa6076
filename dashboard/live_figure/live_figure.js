// Draws a plotly figure in place and tells Python what the reader does with it. See __init__.py for the contract.
const WAIT = 140; // milliseconds after the last movement before Python hears of it
const DAY = 86400000;

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

function debounced(act) {
  let timer;
  return (...values) => {
    clearTimeout(timer);
    timer = setTimeout(() => act(...values), WAIT);
  };
}

export async function draw(told, parent, setState, setTrigger) {
  stylesheet(told.style);
  const figure = (parent.__figure ??= newFigure(parent));
  figure.tell = { setState, setTrigger };
  figure.wanted = told;
  describe(figure.host, told);
  if (figure.busy) return;
  figure.busy = true;
  try {
    const [Plotly, marks] = await Promise.all([script(told.plotly), import(new URL(told.marks, document.baseURI).href)]);
    figure.image = marks.image;
    while (figure.wanted) {
      const next = figure.wanted;
      figure.wanted = null;
      await show(Plotly, figure, next);
    }
  } finally {
    figure.busy = false;
  }
}

export function remove(parent) {
  const figure = parent.__figure;
  if (!figure) return;
  figure.watch.disconnect();
  window.Plotly?.purge(figure.plot);
  figure.host.remove();
  delete parent.__figure;
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
  host.lang = told.language;
  host.style.height = `${told.height}px`;
  host.dataset.key = told.key;
}

async function show(Plotly, figure, told) {
  const { data, layout } = told.figure;
  const isMap = layout.meta?.kind === "map";
  figure.images = layout.meta?.images ?? {};
  const isNew = figure.revision !== told.revision;
  if (isMap) {
    wholeAddresses(layout.map.style.sources);
    if (!isNew) keepCamera(figure, layout.map);
  } else {
    keepBrush(figure, told, layout);
    figure.host.tabIndex = 0;
    layout.xaxis.nticks = Math.max(3, Math.floor(figure.host.clientWidth / 110));
  }
  figure.revision = told.revision;
  figure.kind = layout.meta?.kind;
  layout.uirevision = told.revision;
  layout.autosize = true;
  const done = Plotly.react(figure.plot, data, layout, config(told, isMap));
  supplyImages(figure);
  await done;
  supplyImages(figure);
  if (isMap) keepOrder(figure);
  if (!figure.listening) listen(Plotly, figure);
  figure.drawn += 1;
  figure.host.dataset.drawn = figure.drawn;
  figure.host.dataset.ready = "true";
  figure.host.dataset.marks = data.reduce((sum, trace) => sum + (trace.name === "images" ? 0 : (trace.lon ?? trace.y ?? []).length ?? 0), 0);
  if (isMap) mark(figure, view(figure));
}

function config(told, isMap) {
  return {
    displaylogo: false,
    displayModeBar: isMap,
    modeBarButtons: isMap ? [["pan2d", "select2d", "lasso2d"], ["zoomInMap", "zoomOutMap", "resetViewMap"]] : false,
    scrollZoom: isMap,
    doubleClick: isMap ? "reset" : false,
    responsive: false,
    locale: told.language,
    locales: told.locales,
  };
}

function wholeAddresses(sources) {
  for (const source of Object.values(sources)) {
    if (typeof source.data === "string") source.data = new URL(source.data, document.baseURI).href;
  }
}

const mapOf = (figure) => figure.plot._fullLayout?.map?._subplot?.map;

// The reader's own hand moved the map: new data never move it back, only a new revision does.
function keepCamera(figure, wanted) {
  const map = mapOf(figure);
  if (!map) return;
  const { lng, lat } = map.getCenter();
  wanted.center = { lon: lng, lat };
  wanted.zoom = map.getZoom();
}

// While Python has not yet seen the reader's last brush, its figure still shows the one before.
function keepBrush(figure, told, layout) {
  if (figure.told > told.seen && figure.selections) layout.selections = figure.selections;
  else figure.brush = null;
  figure.selections = layout.selections;
}

// plotly would ask a distant server for any image it does not know: ours are drawn here.
function supplyImages(figure) {
  const map = mapOf(figure);
  if (!map) return;
  const add = (name) => {
    const spec = figure.images[name];
    if (!spec || map.hasImage(name)) return;
    const ratio = Math.max(1, Math.min(3, window.devicePixelRatio || 1));
    map.addImage(name, figure.image(spec, ratio), { pixelRatio: ratio });
  };
  map.setMissingStyleImageResolver((name) => {
    add(name);
    return Promise.resolve();
  });
}

// Marks lie above each other in the order of the figure, not from north to south.
function keepOrder(figure) {
  const map = mapOf(figure);
  for (const { id, type } of map.getStyle().layers) {
    if (type === "symbol" && id.startsWith("plotly-trace")) map.setLayoutProperty(id, "symbol-z-order", "source");
  }
}

function view(figure) {
  const map = mapOf(figure);
  const { lng, lat } = map.getCenter();
  const bounds = map.getBounds();
  return {
    lon: lng, lat, zoom: map.getZoom(),
    west: bounds.getWest(), south: bounds.getSouth(), east: bounds.getEast(), north: bounds.getNorth(),
  };
}

function mark(figure, seen) {
  figure.host.dataset.view = `${seen.lon.toFixed(4)} ${seen.lat.toFixed(4)} ${seen.zoom.toFixed(3)}`;
}

function report(figure, name, value) {
  figure.told += 1;
  figure.tell.setState(name, { ...value, n: figure.told });
}

// plotly tells of a selection whenever it draws one, so only what comes from the reader's own hand is heeded here.
function listen(Plotly, figure) {
  figure.listening = true;
  const { plot } = figure;
  const moved = debounced(() => report(figure, "view", view(figure)));
  plot.on("plotly_relayout", (change) => {
    const names = Object.keys(change);
    if (figure.kind === "map" && names.some((name) => name.startsWith("map."))) {
      mark(figure, view(figure));
      moved();
    } else if (figure.kind === "timeline" && names.some((name) => name.startsWith("selections"))) {
      brushed(figure);
    }
  });
  plot.on("plotly_selected", (chosen) => {
    if (figure.kind === "map" && (chosen?.range || chosen?.lassoPoints)) {
      report(figure, "selected", { ids: idsOf(chosen.points) });
    }
  });
  plot.on("plotly_deselect", () => {
    if (figure.kind === "map") report(figure, "selected", { ids: [] });
    else Plotly.relayout(plot, { selections: [] });
  });
  plot.on("plotly_click", (clicked) => touched(figure, clicked.points[0]));
  figure.host.addEventListener("keydown", (event) => pressed(Plotly, figure, event));
  if (figure.kind === "map") report(figure, "view", view(figure));
}

function idsOf(points) {
  const ids = points.flatMap((point) => point.customdata?.ids ?? []);
  return [...new Set(ids)];
}

function touched(figure, point) {
  const meant = point?.customdata;
  if (!meant) return;
  if (meant.opens === "event") {
    figure.told += 1;
    figure.tell.setTrigger("clicked", { id: meant.ids[0], n: figure.told });
  } else if (meant.opens === "list") {
    report(figure, "selected", { ids: meant.ids });
  } else {
    const map = mapOf(figure);
    const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    // A movement that names its cause is one of the reader's: plotly keeps it and tells it.
    map.easeTo({ center: [point.lon, point.lat], zoom: map.getZoom() + 2, duration: still ? 0 : 400 },
      { originalEvent: new Event("zoom") });
  }
}

// A place on the date axis as milliseconds; the axis knows no time zone, so neither does this.
function moment(text) {
  const [day, clock = "00:00:00"] = String(text).trim().split(/[ T]/);
  const [year, month, date] = day.split("-").map(Number);
  const [hour = 0, minute = 0, second = 0] = clock.split(":").map(Number);
  return Date.UTC(year, (month || 1) - 1, date || 1, hour, minute, Math.floor(second));
}

const isoDay = (milliseconds) => new Date(milliseconds).toISOString().slice(0, 10);

function brushed(figure) {
  figure.selections = figure.plot.layout.selections;
  const marked = figure.selections?.at(-1);
  const [from, to] = marked ? [marked.x0, marked.x1].map(moment).sort((a, b) => a - b) : [];
  const brush = marked ? { start: isoDay(from), end: isoDay(Math.max(from, to - 1)) } : {};
  if (JSON.stringify(brush) === JSON.stringify(figure.brush)) return;
  figure.brush = brush;
  report(figure, "brush", brush);
}

// Arrows move the marked days by their own length, with Shift they stretch them; Escape frees all days.
function pressed(Plotly, figure, event) {
  if (figure.kind !== "timeline") return;
  const { plot } = figure;
  const marked = plot.layout.selections?.at(-1);
  const way = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  if (event.key === "Escape" && marked) Plotly.relayout(plot, { selections: [] });
  if (!way) return;
  event.preventDefault();
  const axis = plot._fullLayout.xaxis.range.map(moment);
  const step = Math.max(DAY, Math.round((axis[1] - axis[0]) / 20 / DAY) * DAY);
  const days = marked ? [marked.x0, marked.x1].map(moment) : [axis[0] - way * step, axis[0] + step - way * step];
  const shift = way * (event.shiftKey ? step : days[1] - days[0]);
  const from = event.shiftKey ? days[0] : days[0] + shift;
  const to = Math.max(days[1] + shift, from + DAY);
  if (to <= axis[0] || from >= axis[1]) return;
  const { color, width } = plot._fullLayout.newselection.line;
  const box = { type: "rect", xref: "x", yref: "paper", y0: 0, y1: 1, x0: isoDay(from), x1: isoDay(to) };
  Plotly.relayout(plot, { selections: [{ ...box, line: { color, width, dash: "solid" } }] });
}
