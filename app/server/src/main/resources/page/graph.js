// Draws a piece of lineage: parents to the left of their children, long lists of siblings folded.
import {h, s, count, percent, shortName} from "./dom.js";
import {colour} from "./colour.js";
import {generations, rows} from "./layout.js";
import {fold} from "./fold.js";

const COLUMN = 226;
const ROW = 36;
const BOX = {width: 200, height: 26};
const RELATIONS = ["finetune", "merge", "adapter", "quantized", "distill", "unknown", "through"];
const SAID = {through: "through models that are hidden"};

const cut = text => text.length > 22 ? text.slice(0, 21) + "…" : text;

function says(id, cell) {
  return cell ? `${id}: ${cell.measured ? "measured" : "predicted"} ${percent(cell.value)}` : id;
}

function saysEdge(edge) {
  return edge.relation === "through" ? `${edge.child}: from ${edge.parent} ${SAID.through}`
    : `${edge.child}: ${edge.relation} of ${edge.parent}${edge.weight === null || edge.weight === undefined ? "" : ", weight " + edge.weight}`;
}

// A dot in the colour of the score: solid where it was measured, a ring where it is predicted.
function dot(cell, at, x, y) {
  if (!cell) {
    return null;
  }
  const tint = colour(cell.value, at);
  return s("circle", {cx: x, cy: y, r: cell.measured ? 6 : 5, fill: cell.measured ? tint : "none", stroke: tint, "stroke-width": cell.measured ? 1 : 3});
}

function line(edge, at) {
  const from = at(edge.parent);
  const to = at(edge.child);
  const a = [from.x + BOX.width, from.y + BOX.height / 2];
  const b = [to.x, to.y + BOX.height / 2];
  const bend = Math.max(30, (b[0] - a[0]) / 2);
  return s("path", {class: "edge " + edge.relation, "data-child": edge.child, "data-parent": edge.parent, d: `M${a} C${a[0] + bend},${a[1]} ${b[0] - bend},${b[1]} ${b}`},
    s("title", {}, saysEdge(edge)));
}

// Where an arrow key leads: to a parent, to a child, or within the generation; nowhere is null.
function neighbour(key, id, {ids, edges, generation, row}) {
  const nearest = others => others.length
    ? others.reduce((best, each) => Math.abs(row.get(each) - row.get(id)) < Math.abs(row.get(best) - row.get(id)) ? each : best) : null;
  const beside = ids.filter(each => generation.get(each) === generation.get(id));
  switch (key) {
    case "ArrowLeft": return nearest(edges.filter(edge => edge.child === id).map(edge => edge.parent));
    case "ArrowRight": return nearest(edges.filter(edge => edge.parent === id).map(edge => edge.child));
    case "ArrowUp": return nearest(beside.filter(each => row.get(each) < row.get(id)));
    case "ArrowDown": return nearest(beside.filter(each => row.get(each) > row.get(id)));
    default: return null;
  }
}

// scores: {cells: a map from model to {value, measured}, at: its axis}; chosen: who is marked, or null; select: called with who
// becomes it; unfold: called with the models behind a fold. One of its boxes is a stop of the tab key, arrows lead to the others.
export function graph(neighbourhood, here, scores, chosen, select, unfolded, unfold) {
  const {ids, edges, folds} = fold(neighbourhood, here, unfolded);
  const generation = generations(ids, edges);
  const row = rows(ids, edges, generation);
  const top = Math.min(...row.values());
  const at = id => ({x: 10 + generation.get(id) * COLUMN, y: 10 + (row.get(id) - top) * ROW});
  const width = 20 + Math.max(...generation.values()) * COLUMN + BOX.width;
  const height = 20 + (Math.max(...row.values()) - top) * ROW + BOX.height;
  const nodes = new Map();
  let zoomed = 1;
  let stop = nodesHave(chosen) ? chosen : here;

  function nodesHave(id) {
    return generation.has(id);
  }

  function node(id) {
    const {x, y} = at(id);
    const folded = folds.get(id);
    const cell = folded ? null : scores.cells.get(id);
    const act = () => folded ? unfold(folded.parent, folded.models) : select(id);
    const move = event => {
      const next = event.key === "Home" ? here : neighbour(event.key, id, {ids, edges, generation, row});
      if (event.key === "Enter" || event.key === " ") {
        event.preventDefault();
        act();
      } else if (next) {
        event.preventDefault();
        go(next);
      }
    };
    return s("g", {class: ["node", id === here ? "here" : "", id === chosen ? "chosen" : "", folded ? "fold" : ""].filter(part => part).join(" "), role: "button",
      tabindex: id === stop ? 0 : -1, "aria-label": folded ? `Show ${folded.models.length} more made from ${folded.parent}` : says(id, cell),
      "aria-pressed": folded ? null : String(id === chosen), onclick: act, onkeydown: move},
    s("title", {}, folded ? folded.models.join("\n") : says(id, cell)),
    s("rect", {x, y, width: BOX.width, height: BOX.height, rx: 7}),
    dot(cell, scores.at, x + 13, y + BOX.height / 2),
    s("text", {x: x + (cell ? 25 : 9), y: y + 17}, folded ? `+${folded.models.length} more` : cut(shortName(id))));
  }

  ids.forEach(id => nodes.set(id, node(id)));
  const drawing = s("svg", {width, height, viewBox: `0 0 ${width} ${height}`, role: "group", "aria-label": `Lineage around ${here}: ${count(ids.length, "model")}`},
    edges.map(edge => line(edge, at)), [...nodes.values()]);
  const frame = h("div", {class: "graph", tabindex: 0, role: "group", "aria-label": "Lineage, scrolls"}, drawing);
  const centre = id => {
    const {x, y} = at(id);
    frame.scrollTo((x + BOX.width / 2) * zoomed - frame.clientWidth / 2, (y + BOX.height / 2) * zoomed - frame.clientHeight / 2);
  };

  // The box that the tab key stops at from now on, focused and in sight.
  function go(id) {
    nodes.get(stop).setAttribute("tabindex", -1);
    stop = id;
    nodes.get(id).setAttribute("tabindex", 0);
    nodes.get(id).focus({preventScroll: true});
    centre(id);
  }

  function mark(id) {
    chosen = id;
    nodes.forEach((element, each) => {
      element.classList.toggle("chosen", each === id);
      if (!folds.has(each)) {
        element.setAttribute("aria-pressed", String(each === id));
      }
    });
  }

  new ResizeObserver((entries, observer) => {
    observer.disconnect(); // the first size is the one it is shown in
    centre(stop);
  }).observe(frame);
  return {frame, go, mark, has: nodesHave, foldOf: id => [...folds.values()].find(each => each.models.includes(id)),
    zoom(factor) {
      zoomed = factor;
      drawing.setAttribute("width", width * factor);
      drawing.setAttribute("height", height * factor);
    }};
}

export function graphKey(edges) {
  const used = RELATIONS.filter(relation => edges.some(edge => edge.relation === relation));
  return h("ul", {class: "key"}, used.map(relation => h("li", {},
    s("svg", {width: 30, height: 10, "aria-hidden": "true"}, s("path", {class: "edge " + relation, d: "M1,5 H29"})), SAID[relation] || relation)));
}

export function scoreKey(benchmark, at) {
  const steps = [0, 0.25, 0.5, 0.75, 1].map(part => at.from + part * (at.to - at.from));
  return h("ul", {class: "key"},
    steps.map(score => h("li", {}, s("svg", {width: 14, height: 14, "aria-hidden": "true"}, s("circle", {cx: 7, cy: 7, r: 6, fill: colour(score, at)})), percent(score, 0))),
    h("li", {}, `on ${benchmark}; solid measured, ring predicted`));
}
