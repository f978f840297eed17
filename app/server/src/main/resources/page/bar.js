// A score between 0 and 1: the interval as a band, the prediction as a dot, the measurement as a ring.
import {h, s, percent} from "./dom.js";

const LEFT = 6;
const WIDTH = 188;
const x = score => LEFT + WIDTH * score;

export function bar(predicted, measured) {
  const says = (predicted ? `predicted ${percent(predicted.mean)}, between ${percent(predicted.lower)} and ${percent(predicted.upper)}` : "no prediction")
    + (measured === null ? "" : `; measured ${percent(measured)}`);
  return s("svg", {class: "bar", viewBox: "0 0 200 22", role: "img", "aria-label": says},
    s("line", {class: "axis", x1: LEFT, x2: LEFT + WIDTH, y1: 11, y2: 11}),
    predicted ? s("line", {class: "band", x1: x(predicted.lower), x2: x(predicted.upper), y1: 11, y2: 11}) : null,
    predicted ? s("circle", {class: "mean", cx: x(predicted.mean), cy: 11, r: 4}) : null,
    measured === null ? null : s("circle", {class: "truth", cx: x(measured), cy: 11, r: 6}));
}

export function barKey() {
  const sample = (...parts) => s("svg", {class: "bar sample", viewBox: "0 0 28 22", "aria-hidden": "true"}, parts);
  return h("ul", {class: "key"},
    h("li", {}, sample(s("line", {class: "band", x1: 6, x2: 22, y1: 11, y2: 11}), s("circle", {class: "mean", cx: 14, cy: 11, r: 4})), "predicted, with the interval that holds 90 % of truths"),
    h("li", {}, sample(s("circle", {class: "truth", cx: 14, cy: 11, r: 6})), "measured"));
}
