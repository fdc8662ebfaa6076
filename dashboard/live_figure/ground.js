// The ground under the marks: laid once they stand, so that what happened is seen before every coast and name has come.

// What plotly is given of a style: the water, and what lies over the ground.
function bareOf(style) {
  const layers = style.layers.filter(({ source }) => !source || source === "over");
  return { ...style, sources: { over: { ...style.sources.over } }, layers };
}

export const over = (layout) => layout.meta?.over ?? { type: "FeatureCollection", features: [] };

// A style once taken stays the very same, whatever lies over the ground: plotly loads the map anew for any other.
export function keepStyle(figure, layout) {
  const { map } = layout;
  const told = JSON.stringify(map.style);
  if (figure.styleTold !== told) {
    figure.styleTold = told;
    wholeAddresses(map.style.sources);
    figure.ground = map.style;
    figure.style = bareOf(map.style);
    figure.style.sources.over.data = over(layout);
  }
  map.style = figure.style;
}

function wholeAddresses(sources) {
  for (const source of Object.values(sources)) {
    if (typeof source.data === "string") source.data = new URL(source.data, document.baseURI).href;
  }
}

// Lays what is missing: first what shows at this zoom, the rest when all of that is there.
export function lay(figure) {
  const map = figure.mapOf(figure);
  const missing = map ? figure.ground.layers.filter(({ id }) => !map.getLayer(id)) : [];
  if (!missing.length || figure.laying === map) return;
  const zoom = map.getZoom();
  const shows = ({ minzoom = 0, maxzoom = 24 }) => minzoom <= zoom && zoom < maxzoom;
  figure.laying = map;
  laid(figure, map, missing.filter(shows));
  map.once("idle", () => {
    figure.laying = null;
    if (!figure.gone && figure.mapOf(figure) === map) laid(figure, map, missing.filter((layer) => !shows(layer)));
  });
}

// Sources from below, which is the order in which they come; layers from above, each under what is there of those above it.
function laid(figure, map, layers) {
  const { sources, layers: all } = figure.ground;
  for (const { source } of layers) if (!map.getSource(source)) map.addSource(source, sources[source]);
  const marks = map.getLayersOrder().find((id) => id.startsWith("plotly-trace-layer"));
  for (const layer of [...layers].reverse()) {
    if (map.getLayer(layer.id)) continue;
    const above = all.slice(all.findIndex(({ id }) => id === layer.id) + 1).find(({ id }) => map.getLayer(id));
    map.addLayer(layer, above?.id ?? marks);
  }
}
