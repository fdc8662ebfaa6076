// A story as one file: draws every figure once, shows one step at a time, and all of them on paper.
(() => {
  const told = JSON.parse(document.getElementById("figures").textContent);
  for (const [id, figure] of Object.entries(told.figures))
    Plotly.newPlot(id, figure.data, figure.layout, {
      ...figure.config, locale: told.locale, locales: { [told.locale]: told.words },
    });
  const steps = [...document.querySelectorAll(".step")];
  const back = document.getElementById("back"), on = document.getElementById("on");
  let now = 0;
  const show = (number) => {
    now = Math.max(0, Math.min(steps.length - 1, number));
    steps.forEach((step, at) => step.classList.toggle("shown", at === now));
    document.getElementById("where").value = `${now + 1} / ${steps.length}`;
    back.disabled = now === 0;
    on.disabled = now === steps.length - 1;
    history.replaceState(null, "", `#${now + 1}`);
  };
  back.addEventListener("click", () => show(now - 1));
  on.addEventListener("click", () => show(now + 1));
  document.getElementById("print").addEventListener("click", () => window.print());
  document.addEventListener("keydown", (event) => {
    if (event.key === "ArrowRight" || event.key === "PageDown") show(now + 1);
    if (event.key === "ArrowLeft" || event.key === "PageUp") show(now - 1);
  });
  document.body.classList.add("stepping");
  show(Number(location.hash.slice(1)) - 1 || 0);
})();
