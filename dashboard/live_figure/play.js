// The buttons under a timeline: step, play, keep what came before, go to a day, free all days.
const PACE = 1100; // milliseconds that each step stands at least; it also waits for Python's answer

function button(sign, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = sign;
  made.addEventListener("click", act);
  return made;
}

function newPlayer(Plotly, figure) {
  const bar = document.createElement("div");
  bar.className = "atlas-player";
  bar.setAttribute("role", "group");
  const keep = document.createElement("input");
  keep.type = "checkbox";
  const day = document.createElement("input");
  day.type = "date";
  const player = { bar, keep, day, timer: 0, words: {} };
  const still = () => {
    clearInterval(player.timer);
    player.timer = 0;
    say(player);
  };
  const step = (way) => figure.stepped(Plotly, figure, way, keep.checked);
  player.toggle = () => {
    if (player.timer) return still();
    let since = 0;
    const ahead = () => {
      if (!figure.host.isConnected) return still();
      if (figure.told > (figure.heard ?? 0) || performance.now() - since < PACE) return undefined;
      since = performance.now();
      return step(1) ? undefined : still();
    };
    player.timer = setInterval(ahead, 120);
    ahead();
    return say(player);
  };
  player.back = button("‹", () => { still(); step(-1); });
  player.go = button("▶", player.toggle);
  player.forward = button("›", () => { still(); step(1); });
  player.free = button("", () => { still(); figure.freed(Plotly, figure); });
  player.kept = document.createElement("label");
  player.kept.append(keep, document.createElement("span"));
  player.jump = document.createElement("label");
  player.jump.append(document.createElement("span"), day);
  day.addEventListener("change", () => { still(); if (day.value) figure.jumped(Plotly, figure, day.value); });
  bar.append(player.back, player.go, player.forward, player.kept, player.jump, player.free);
  figure.host.append(bar);
  return player;
}

function say(player) {
  const { words } = player;
  const name = (part, said) => { part.ariaLabel = said; part.title = said; };
  player.bar.ariaLabel = words.label;
  name(player.back, words.back);
  name(player.forward, words.forward);
  name(player.go, player.timer ? words.pause : words.play);
  player.go.textContent = player.timer ? "❚❚" : "▶";
  player.go.setAttribute("aria-pressed", String(Boolean(player.timer)));
  player.free.textContent = words.free;
  player.kept.lastChild.textContent = words.cumulative;
  player.jump.firstChild.textContent = words.jump;
}

// Draws the buttons, or brings their words and limits up to date.
export function controls(Plotly, figure, words) {
  figure.player ??= newPlayer(Plotly, figure);
  figure.player.words = words;
  say(figure.player);
  const edges = figure.edgesOf(figure);
  figure.player.bar.hidden = edges.length < 3;
  if (edges.length > 2) {
    const day = (moment) => new Date(moment).toISOString().slice(0, 10);
    Object.assign(figure.player.day, { min: day(edges[0]), max: day(edges.at(-1) - 1) });
  }
}
