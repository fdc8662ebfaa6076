// The reader's hand on a figure: what it does is told to Python. See gesture.py for what Python hears.
const WAIT = 20; // milliseconds after the last movement before Python hears of it

function debounced(act) {
  let timer;
  return (...values) => {
    clearTimeout(timer);
    timer = setTimeout(() => act(...values), WAIT);
  };
}

export const mapOf = (figure) => figure.plot._fullLayout?.map?._subplot?.map;

export function view(figure) {
  const map = mapOf(figure);
  const { lng, lat } = map.getCenter();
  const bounds = map.getBounds();
  return {
    lon: lng, lat, zoom: map.getZoom(),
    width: figure.host.clientWidth, west: bounds.getWest(), south: bounds.getSouth(), east: bounds.getEast(), north: bounds.getNorth(),
  };
}

export function mark(figure, seen) {
  figure.host.dataset.view = `${seen.lon.toFixed(4)} ${seen.lat.toFixed(4)} ${seen.zoom.toFixed(3)}`;
}

function report(figure, name, value) {
  figure.told += 1;
  figure.tell.setState(name, { ...value, n: figure.told });
}

// plotly tells of a selection whenever it draws one, so only what comes from the reader's own hand is heeded here.
export function listen(Plotly, figure) {
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
    if (figure.kind !== "map") return;
    if (chosen?.range?.map) boxed(figure, chosen.range.map);
    if (chosen?.lassoPoints?.map) outlined(figure, chosen.lassoPoints.map);
    // The hand moves the map again, and plotly's own outline goes.
    if (chosen?.range ?? chosen?.lassoPoints) Plotly.relayout(plot, { dragmode: "pan" });
  });
  plot.on("plotly_deselect", () => {
    if (figure.kind === "timeline") Plotly.relayout(plot, { selections: [] });
  });
  plot.on("plotly_click", (clicked) => touched(figure, clicked.points[0]));
  figure.host.addEventListener("keydown", (event) => pressed(Plotly, figure, event));
  // Before the map itself hears of the key.
  if (figure.kind === "map") plot.addEventListener("keydown", (event) => figure.traced(figure, event), true);
  if (figure.kind === "map") report(figure, "view", view(figure));
}

// Python drew this figure alone and waits to be told that it stands, to draw the rest of the page.
export function rested(figure, told) {
  clearTimeout(figure.rest);
  if (told.rest) figure.rest = setTimeout(() => figure.gone || report(figure, "rest", {}), told.rest.after);
}

// Two corners as plotly gives them.
function boxed(figure, corners) {
  const [longitudes, latitudes] = [0, 1].map((i) => corners.map((corner) => corner[i]).sort((a, b) => a - b));
  report(figure, "box", { west: longitudes[0], south: latitudes[0], east: longitudes[1], north: latitudes[1] });
}

export function outlined(figure, corners) {
  report(figure, "outline", { corners });
}

function touched(figure, point) {
  const meant = point?.customdata;
  if (!meant) return;
  if (meant.opens === "event") {
    figure.told += 1;
    figure.tell.setTrigger("clicked", { id: meant.ids[0], n: figure.told });
  } else if (meant.opens === "list") {
    report(figure, "selected", { ids: meant.ids });
  } else if (meant.opens === "zoom") {
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

// Arrows move the marked days by their own length, with Shift they stretch them; Escape frees all days, Space plays.
function pressed(Plotly, figure, event) {
  if (figure.kind !== "timeline" || event.target.closest(".atlas-player")) return;
  const way = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  if (event.key === "Escape") freed(Plotly, figure);
  if (event.key === " " && figure.player) figure.player.toggle();
  if (way) stepped(Plotly, figure, way, event.shiftKey);
  if (way || event.key === " ") event.preventDefault();
}

export function freed(Plotly, figure) {
  if (figure.plot.layout.selections?.length) Plotly.relayout(figure.plot, { selections: [] });
}

export const edgesOf = (figure) => (figure.plot.layout.meta?.edges ?? []).map(moment);

// One step of whole bins; days that begin and end within bins first grow to them. False where the timeline ends.
export function stepped(Plotly, figure, way, stretched) {
  const edges = edgesOf(figure);
  if (edges.length < 2) return false;
  const last = edges.length - 1;
  const marked = figure.plot.layout.selections?.at(-1);
  if (!marked) return markBins(Plotly, figure, edges, way > 0 ? [0, 1] : [last - 1, last]);
  const [a, z] = [marked.x0, marked.x1].map(moment).sort((one, other) => one - other);
  const from = Math.max(0, edges.findLastIndex((edge) => edge <= a));
  const found = edges.findIndex((edge) => edge >= z);
  const to = Math.max(from + 1, found < 0 ? last : found);
  const step = way * (stretched ? 1 : to - from);
  const [start, end] = stretched ? [from, Math.max(from + 1, to + step)] : [from + step, to + step];
  if (end > last && to >= last) return false;
  if (start < 0 || start >= last) return false;
  return markBins(Plotly, figure, edges, [start, Math.min(end, last)]);
}

// The bin that holds a day (YYYY-MM-DD).
export function jumped(Plotly, figure, day) {
  const edges = edgesOf(figure);
  const place = edges.findLastIndex((edge) => edge <= moment(day));
  if (place < 0 || place >= edges.length - 1) return false;
  return markBins(Plotly, figure, edges, [place, place + 1]);
}

function markBins(Plotly, figure, edges, [from, to]) {
  const { plot } = figure;
  const { color, width } = plot._fullLayout.newselection.line;
  const [y0, y1] = plot._fullLayout.yaxis.range;
  const box = { type: "rect", xref: "x", yref: "y", y0, y1, x0: isoDay(edges[from]), x1: isoDay(edges[to]) };
  Plotly.relayout(plot, { selections: [{ ...box, line: { color, width, dash: "solid" } }] });
  return true;
}
