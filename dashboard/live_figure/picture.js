// A picture of map and timeline as they stand, with title, filters, date and sources in it; made in the browser.
const WIDTH = 1200, MARGIN = 36, LINE = 1.4;
const FONT = '"Source Sans", "Segoe UI", "Noto Sans", "Noto Sans Arabic", "DejaVu Sans", sans-serif';

const figureOf = (key) => document.querySelector(`.atlas-figure[data-key="${key}"]`)?.parentElement.__figure;
const escaped = (text) => String(text).replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

// WebGL keeps what it drew only until the frame ends: read while it draws, once all of the ground is there.
async function ground(map) {
  if (!map.loaded()) await new Promise((resolve) => { map.once("idle", resolve); });
  return new Promise((resolve) => {
    map.once("render", () => resolve(map.getCanvas().toDataURL("image/png")));
    map.triggerRepaint();
  });
}

function wrapped(text, size, width) {
  const pen = document.createElement("canvas").getContext("2d");
  pen.font = `${size}px ${FONT}`;
  const lines = [""];
  for (const word of String(text).split(/\s+/)) {
    const longer = `${lines.at(-1)} ${word}`.trim();
    if (pen.measureText(longer).width <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.filter(Boolean);
}

class Sheet {
  constructor(told) {
    this.told = told;
    this.y = MARGIN;
    this.parts = [];
    this.rtl = told.direction === "rtl";
  }

  words(text, size, { weight = 400, ink = this.told.ink } = {}) {
    const x = this.rtl ? WIDTH - MARGIN : MARGIN;
    for (const line of wrapped(text, size, WIDTH - 2 * MARGIN)) {
      this.y += size * LINE;
      this.parts.push(`<text x="${x}" y="${this.y.toFixed(1)}" font-size="${size}" font-weight="${weight}" fill="${ink}">${escaped(line)}</text>`);
    }
  }

  image(address, wide, high) {
    const width = WIDTH - 2 * MARGIN, height = (width * high) / wide;
    this.y += 14;
    this.parts.push(`<image x="${MARGIN}" y="${this.y}" width="${width}" height="${height}" href="${address}"/>`);
    this.y += height;
  }

  signs(items) {
    let x = MARGIN;
    this.y += 30;
    for (const { path, colour, label } of items) {
      const wide = 46 + 8 * label.length;
      if (x + wide > WIDTH - MARGIN) { x = MARGIN; this.y += 26; }
      this.parts.push(`<path transform="translate(${x} ${this.y - 15}) scale(0.75)" d="${path}" fill="${colour}"/>`);
      this.parts.push(`<text x="${x + 24}" y="${this.y}" font-size="15" fill="${this.told.ink}" direction="ltr">${escaped(label)}</text>`);
      x += wide;
    }
  }

  text() {
    const high = Math.ceil(this.y + MARGIN);
    const head = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${high}" viewBox="0 0 ${WIDTH} ${high}" direction="${this.told.direction}" font-family='${FONT}'>`;
    const title = `<title>${escaped(this.told.title)}</title><desc>${escaped(this.told.said)}</desc>`;
    return `${head}${title}<rect width="${WIDTH}" height="${high}" fill="${this.told.paper}"/>${this.parts.join("")}</svg>`;
  }
}

export async function svg(told) {
  const sheet = new Sheet(told);
  const [map, time] = ["map", "timeline"].map(figureOf);
  sheet.words(told.title, 30, { weight: 700 });
  sheet.words(told.counts, 17, { ink: told.quiet });
  if (map) {
    const drawn = map.mapOf(map);
    const { width, height } = drawn.getCanvas();
    sheet.image(await ground(drawn), width, height);
  }
  if (told.signs.length) sheet.signs(told.signs);
  if (time) {
    const { clientWidth: width, clientHeight: height } = time.plot;
    sheet.image(await window.Plotly.toImage(time.plot, { format: "svg", width, height }), width, height);
  }
  sheet.y += 6;
  for (const line of told.lines) sheet.words(line, 14, { ink: told.quiet });
  return sheet.text();
}

async function png(told) {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(await svg(told))}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [2 * image.width, 2 * image.height];
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => { canvas.toBlob(resolve, "image/png"); });
}

export async function save(told, form) {
  const blob = form === "png" ? await png(told) : new Blob([await svg(told)], { type: "image/svg+xml" });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = `${told.name}.${form}`;
  link.click();
  URL.revokeObjectURL(link.href);
}

// Two buttons; the words and lines of the picture are those of the last run.
export function draw(told, parent) {
  parent.__told = told;
  if (parent.querySelector(".atlas-picture")) return;
  const bar = document.createElement("div");
  bar.className = "atlas-player atlas-picture";
  for (const form of ["png", "svg"]) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = told.buttons[form];
    button.addEventListener("click", async () => {
      button.disabled = true;
      try { await save(parent.__told, form); } finally { button.disabled = false; }
    });
    bar.append(button);
  }
  parent.append(bar);
}
