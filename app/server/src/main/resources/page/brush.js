// A part of a plot: a rectangle that is dragged, or four numbers. Ends are in the units that people read.
import {h, s} from "./dom.js";

const PAUSE = 250;
const SLACK = 4; // pixels that a hand trembles within a click
const ENDS = ["x-from", "x-to", "y-from", "y-to"];

// kinds: of each axis {read, write, type}: from what is in the address to a value and back, and the kind of its fields
export function ends(query, kinds) {
  return Object.fromEntries(ENDS.map(name => {
    const text = query.get(name);
    const value = text ? kinds[name[0]].read(text) : NaN;
    return [name, Number.isFinite(value) ? value : null];
  }));
}

export const chosen = part => ENDS.some(name => part[name] !== null);

export const within = (part, x, y) =>
  x >= (part["x-from"] ?? -Infinity) && x <= (part["x-to"] ?? Infinity) && y >= (part["y-from"] ?? -Infinity) && y <= (part["y-to"] ?? Infinity);

export function drop(query, axis) {
  ENDS.filter(name => !axis || name.startsWith(axis)).forEach(name => query.delete(name));
}

// Where a pointer is, in units of a drawing.
export const spot = (plot, event) => new DOMPoint(event.clientX, event.clientY).matrixTransform(plot.getScreenCTM().inverse());

// The way for hands without a pointer; fields is filled with what was dragged.
export function brushForm(query, kinds, change) {
  let timer = 0;
  const inputs = Object.fromEntries(ENDS.map(name => [name, h("input", {id: "b-" + name, type: kinds[name[0]].type, step: "any", value: query.get(name) || "", oninput: () => {
    clearTimeout(timer);
    timer = setTimeout(() => change({[name]: inputs[name].value}), PAUSE);
  }})]));
  const field = (name, label) => h("div", {}, h("label", {for: "b-" + name}, label), inputs[name]);
  return {
    form: h("form", {class: "grid", onsubmit: event => event.preventDefault()},
      field("x-from", "Across, from"), field("x-to", "to"), field("y-from", "Upwards, from"), field("y-to", "to"),
      h("div", {}, h("button", {class: "plain", type: "button", onclick: () => change(Object.fromEntries(ENDS.map(name => [name, ""])))}, "Everything"))),
    fill(kindsNow) {
      ENDS.forEach(name => {
        inputs[name].type = kindsNow[name[0]].type;
        if (document.activeElement !== inputs[name]) {
          inputs[name].value = query.get(name) || "";
        }
      });
    }};
}

// Draws the part on a plot, and lets another be dragged there. x, y: scales with at and back, each between its ends; part: a
// function that says what is chosen now. Answers how to draw one that was chosen otherwise.
export function brush(plot, size, x, y, part, kinds, change) {
  const frame = s("rect", {class: "brush"});
  const draw = (x1, y1, x2, y2) => {
    const box = {x: Math.min(x1, x2), y: Math.min(y1, y2), width: Math.abs(x2 - x1), height: Math.abs(y2 - y1)};
    Object.entries(box).forEach(([name, value]) => frame.setAttribute(name, value));
  };
  const inside = (value, from, to) => Math.min(Math.max(value, Math.min(from, to)), Math.max(from, to));
  const left = size.left;
  const right = size.width - size.right;
  const bottom = size.height - size.bottom;
  const show = now => {
    const end = (name, scale, edge, from, to) => now[name] === null ? edge : inside(scale.at(now[name]), from, to);
    if (chosen(now)) {
      draw(end("x-from", x, left, left, right), end("y-from", y, bottom, bottom, size.top), end("x-to", x, right, left, right), end("y-to", y, size.top, bottom, size.top));
      plot.prepend(frame);
    } else {
      frame.remove();
    }
  };
  const spotInside = event => {
    const place = spot(plot, event);
    return {x: inside(place.x, left, right), y: inside(place.y, bottom, size.top)};
  };
  let start = null;
  let dragged = false;
  plot.addEventListener("pointerdown", event => {
    if (event.button === 0) {
      start = {...spotInside(event), left: event.clientX, top: event.clientY};
      dragged = false;
    }
  });
  plot.addEventListener("pointermove", event => {
    if (!start) {
      return;
    }
    if (!dragged && Math.hypot(event.clientX - start.left, event.clientY - start.top) > SLACK) {
      dragged = true;
      plot.setPointerCapture(event.pointerId);
      plot.prepend(frame);
    }
    if (dragged) {
      const now = spotInside(event);
      draw(start.x, start.y, now.x, now.y);
    }
  });
  plot.addEventListener("pointerup", event => {
    if (start && dragged) {
      const now = spotInside(event);
      const across = [x.back(start.x), x.back(now.x)].sort((a, b) => a - b);
      const up = [y.back(start.y), y.back(now.y)].sort((a, b) => a - b);
      change({"x-from": kinds.x.write(across[0]), "x-to": kinds.x.write(across[1]), "y-from": kinds.y.write(up[0]), "y-to": kinds.y.write(up[1])});
    }
    start = null;
  });
  plot.addEventListener("pointercancel", () => {
    start = null;
    dragged = false;
    show(part());
  });
  // A drag that ends on a point is no click on it.
  plot.addEventListener("click", event => {
    if (dragged) {
      event.preventDefault();
      dragged = false;
    }
  }, true);
  plot.addEventListener("dragstart", event => event.preventDefault());
  show(part());
  return show;
}
