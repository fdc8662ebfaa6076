// An outline drawn on the map without a mouse: the map is moved under a cross, and Enter sets a corner there.
const STEP = 60; // pixels that an arrow moves the map
const WAYS = { ArrowLeft: [-STEP, 0], ArrowRight: [STEP, 0], ArrowUp: [0, -STEP], ArrowDown: [0, STEP] };
const SVG = "http://www.w3.org/2000/svg";

function begun(figure, map) {
  const sheet = document.createElementNS(SVG, "svg");
  sheet.classList.add("atlas-trace");
  sheet.setAttribute("aria-hidden", "true");
  const line = sheet.appendChild(document.createElementNS(SVG, "polyline"));
  const cross = sheet.appendChild(document.createElementNS(SVG, "path"));
  const said = document.createElement("p");
  said.className = "atlas-trace-said";
  said.setAttribute("role", "status");
  figure.host.append(sheet, said);
  const trace = { corners: [], sheet, said, map };
  trace.draw = () => {
    const { clientWidth: wide, clientHeight: high } = figure.plot;
    const points = [...trace.corners.map((corner) => map.project(corner)), { x: wide / 2, y: high / 2 }];
    line.setAttribute("points", points.map(({ x, y }) => `${x},${y}`).join(" "));
    cross.setAttribute("d", `M${wide / 2 - 14} ${high / 2}h28M${wide / 2} ${high / 2 - 14}v28`);
  };
  map.on("move", trace.draw);
  trace.draw();
  return trace;
}

function ended(figure) {
  const { map, draw, sheet, said } = figure.trace;
  map.off("move", draw);
  sheet.remove();
  said.remove();
  figure.trace = null;
}

function say(figure, key, count) {
  figure.trace.said.textContent = figure.words[key].replace("{count}", count);
}

// L begins and closes, Enter sets a corner, Backspace takes the last one back, Escape gives up.
export function traced(figure, event) {
  const map = figure.mapOf(figure);
  const { key } = event;
  const trace = figure.trace;
  if (!map || !figure.words || event.ctrlKey || event.metaKey || event.altKey) return;
  if (!trace) {
    if (key !== "l" && key !== "L") return;
    figure.trace = begun(figure, map);
    say(figure, "begun", 0);
  } else if (key === "Enter") {
    const { lng, lat } = map.getCenter();
    trace.corners.push([lng, lat]);
    trace.draw();
    say(figure, "corner", trace.corners.length);
  } else if (key === "Backspace") {
    trace.corners.pop();
    trace.draw();
    say(figure, "corner", trace.corners.length);
  } else if (key === "l" || key === "L") {
    if (trace.corners.length < 3) return say(figure, "few", trace.corners.length);
    const { corners } = trace;
    ended(figure);
    figure.outlined(figure, corners);
  } else if (key === "Escape") {
    ended(figure);
  } else if (WAYS[key]) {
    map.panBy(WAYS[key], { duration: 0 }, { originalEvent: event });
  } else {
    return;
  }
  event.preventDefault();
  event.stopPropagation();
}
