// A score on an axis: the interval as a band, what is predicted as a ring, what is measured as a solid dot.
import {h, s, percent} from "./dom.js";
import {place} from "./axis.js";

const LEFT = 7;
const WIDTH = 186;
const WHOLE = {from: 0, to: 1};

function words(predicted, measured, more) {
  return [
    predicted ? `predicted ${percent(predicted.mean)}, between ${percent(predicted.lower)} and ${percent(predicted.upper)}` : "no prediction",
    measured === null ? null : `measured ${percent(measured)}`,
    ...more.map(mark => `${mark.name} ${percent(mark.score)}`)].filter(part => part).join("; ");
}

// more: other scores on the same axis, such as those of parents, each with a name, a score and a class
export function bar(predicted, measured, at = WHOLE, more = []) {
  const x = score => place(at, score, LEFT, WIDTH);
  return s("svg", {class: "bar", viewBox: "0 0 200 22", role: "img", "aria-label": words(predicted, measured, more)},
    s("title", {}, words(predicted, measured, more)),
    s("line", {class: "axis", x1: LEFT, x2: LEFT + WIDTH, y1: 11, y2: 11}),
    predicted ? s("line", {class: "band", x1: x(predicted.lower), x2: x(predicted.upper), y1: 11, y2: 11}) : null,
    more.map(mark => s("line", {class: "mark " + mark.class, x1: x(mark.score), x2: x(mark.score), y1: 3, y2: 19})),
    predicted ? s("circle", {class: "mean", cx: x(predicted.mean), cy: 11, r: 5}) : null,
    measured === null ? null : s("circle", {class: "truth", cx: x(measured), cy: 11, r: 4.5}));
}

const sample = (...parts) => s("svg", {class: "sample", viewBox: "0 0 28 22", "aria-hidden": "true"}, parts);

export function barKey(marks = []) {
  return h("ul", {class: "key"},
    h("li", {}, sample(s("line", {class: "band", x1: 6, x2: 22, y1: 11, y2: 11}), s("circle", {class: "mean", cx: 14, cy: 11, r: 5})), "predicted, with the interval that holds 90 % of truths"),
    h("li", {}, sample(s("circle", {class: "truth", cx: 14, cy: 11, r: 4.5})), "measured"),
    marks.map(mark => h("li", {}, sample(s("line", {class: "mark " + mark.class, x1: 14, x2: 14, y1: 3, y2: 19})), mark.name)));
}

// 64.8 (61 to 68)
export const withRange = cell => cell
  ? h("span", {class: "value"}, percent(cell.mean), " ", h("small", {}, `(${percent(cell.lower, 0)} to ${percent(cell.upper, 0)})`))
  : "";
