// Sent with every run, hence short: the drawing itself is loaded once a page.
export default function ({ data, parentElement, setStateValue, setTriggerValue }) {
  const told = JSON.parse(new TextDecoder().decode(data));
  const drawing = import(new URL(told.script, document.baseURI).href);
  drawing.then((module) => module.draw(told, parentElement, setStateValue, setTriggerValue));
  return () => drawing.then((module) => module.remove(parentElement));
}
