// Draws the marks of the map as images, from the descriptions in the figure (dashboard/figures/marks.py).
const BOX = 24;
const FONT = '"Source Sans", "Segoe UI", "Noto Sans", "Noto Sans Arabic", "DejaVu Sans", sans-serif';

function canvasOf(size, ratio) {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = Math.ceil(size * ratio);
  const context = canvas.getContext("2d", { willReadFrequently: true });
  context.scale(ratio, ratio);
  context.translate(size / 2, size / 2);
  context.lineJoin = "round";
  return [canvas, context];
}

function disc(context, radius, fill) {
  context.beginPath();
  context.arc(0, 0, radius, 0, 2 * Math.PI);
  context.fillStyle = fill;
  context.fill();
}

function circle(context, radius, stroke, width, dash = []) {
  context.beginPath();
  context.arc(0, 0, radius, 0, 2 * Math.PI);
  context.setLineDash(dash);
  context.lineWidth = width;
  context.strokeStyle = stroke;
  context.stroke();
  context.setLineDash([]);
}

function drawMark(context, spec) {
  const scale = spec.size / BOX;
  if (spec.halo) disc(context, 15, spec.halo);
  if (spec.badge) {
    disc(context, 11, spec.badge);
    circle(context, 11, spec.edge, 1.2, [2.6, 2.2]);
  }
  if (spec.ring) {
    circle(context, 15.5, spec.casing, 4.5);
    circle(context, 15.5, spec.ring, 2.4);
  }
  context.save();
  context.scale(scale, scale);
  context.translate(-BOX / 2, -BOX / 2);
  const shape = new Path2D(spec.path);
  context.strokeStyle = spec.casing;
  context.lineWidth = 5 / scale / 1.6;
  context.stroke(shape);
  context.fillStyle = spec.fill;
  context.fill(shape);
  if (spec.fill !== spec.stroke) {
    context.setLineDash(spec.dash ? [2.4 / scale, 1.8 / scale] : []);
    context.strokeStyle = spec.stroke;
    context.lineWidth = 2 / scale;
    context.save();
    context.clip(shape);
    context.lineWidth = 4.4 / scale;
    context.stroke(shape);
    context.restore();
  }
  context.restore();
  if (spec.note) drawNote(context, spec);
}

// Contested: a small disc with a question mark at the upper right.
function drawNote(context, spec) {
  context.save();
  context.translate(8.5, -8.5);
  disc(context, 6.4, spec.casing);
  disc(context, 5.4, spec.note);
  context.fillStyle = spec.casing;
  context.font = `700 8.5px ${FONT}`;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.fillText("?", 0, 0.5);
  context.restore();
}

function drawCluster(context, spec) {
  const outer = spec.size / 2;
  const total = spec.slices.reduce((sum, [, number]) => sum + number, 0);
  if (spec.ring) circle(context, outer + 3, spec.ring, 2.4);
  disc(context, outer + 1.5, spec.casing);
  let from = -Math.PI / 2;
  for (const [colour, number] of spec.slices) {
    const to = from + (2 * Math.PI * number) / total;
    const gap = spec.slices.length > 1 ? 0.06 : 0;
    context.beginPath();
    context.arc(0, 0, outer - 2, from + gap / 2, Math.max(to - gap / 2, from + gap));
    context.lineWidth = 4;
    context.strokeStyle = colour;
    context.setLineDash(spec.dash ? [4, 2.2] : []);
    context.stroke();
    from = to;
  }
  context.setLineDash([]);
  drawLabel(context, spec.label, spec.ink, outer > 18 ? 13.5 : 12);
}

function drawLabel(context, label, ink, size) {
  context.fillStyle = ink;
  context.font = `600 ${size}px ${FONT}`;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.fillText(label, 0, 0.5);
}

function drawNumber(context, spec) {
  if (!spec.label) return;
  context.font = `600 12px ${FONT}`;
  context.lineWidth = 3;
  context.strokeStyle = spec.halo;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.strokeText(spec.label, 0, 0.5);
  drawLabel(context, spec.label, spec.ink, 12);
}

// No larger than the drawing: names of places are kept off the whole image.
function extent(spec) {
  if (spec.slices) return spec.size + (spec.ring ? 11 : 4);
  if (!spec.path) return spec.label ? 12 + 8 * spec.label.length : 4;
  return Math.max(spec.size + 6, spec.halo ? 31 : 0, spec.badge ? 25 : 0, spec.note ? 31 : 0, spec.ring ? 37 : 0);
}

// One image for MapLibre, at the sharpness of the reader's screen.
export function image(spec, ratio) {
  const size = extent(spec);
  const [canvas, context] = canvasOf(size, ratio);
  if (spec.slices) drawCluster(context, spec);
  else if (spec.path) drawMark(context, spec);
  else drawNumber(context, spec);
  return context.getImageData(0, 0, canvas.width, canvas.height);
}

// plotly would ask a distant server for any image it does not know: ours are drawn here.
export function supplyImages(figure) {
  const map = figure.mapOf(figure);
  if (!map) return;
  const add = (name) => {
    const spec = figure.images[name];
    if (!spec || map.hasImage(name)) return;
    const ratio = Math.max(1, Math.min(3, window.devicePixelRatio || 1));
    map.addImage(name, image(spec, ratio), { pixelRatio: ratio });
  };
  map.setMissingStyleImageResolver((name) => {
    add(name);
    return Promise.resolve();
  });
}

// Names of places stand at once where they belong: faded in, they would have the whole map painted for a third of a second
// after each movement, and the reader's next data wait behind that. MapLibre takes the time when a map is made, plotly's work.
export function withoutFading(figure) {
  const map = figure.mapOf(figure);
  if (map) map._fadeDuration = 0;
}

// Marks lie above each other in the order of the figure, not from north to south. Asked before it is set: even the same
// order, set again, has the map drawn anew.
export function keepOrder(figure) {
  const map = figure.mapOf(figure);
  for (const { uid } of figure.plot._fullData) {
    const id = `plotly-trace-layer-${uid}-symbol`;
    if (map.getLayer(id) && map.getLayoutProperty(id, "symbol-z-order") !== "source") map.setLayoutProperty(id, "symbol-z-order", "source");
  }
}
