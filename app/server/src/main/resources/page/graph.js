// Draws a piece of lineage: parents to the left of their children.
import {h, s, modelLink, shortName} from "./dom.js";

const COLUMN = 226;
const ROW = 36;
const BOX = {width: 200, height: 26};
const RELATIONS = ["finetune", "merge", "adapter", "quantized", "distill", "unknown"];

// Generation of every model: the longest way down to it from a model without parents here.
function generations(ids, edges) {
  const parents = new Map(ids.map(id => [id, []]));
  edges.forEach(edge => parents.get(edge.child).push(edge.parent));
  const known = new Map();
  for (const start of ids) {
    const stack = [start];
    while (stack.length) {
      const id = stack[stack.length - 1];
      const open = parents.get(id).filter(parent => !known.has(parent));
      if (open.length) {
        stack.push(...open);
      } else {
        known.set(id, Math.max(-1, ...parents.get(id).map(parent => known.get(parent))) + 1);
        stack.pop();
      }
    }
  }
  return known;
}

// Rows within each generation, near the mean row of a model's relatives, so that few edges cross.
function rows(ids, edges, generation) {
  const columns = [];
  ids.forEach(id => (columns[generation.get(id)] ||= []).push(id));
  const row = new Map();
  columns.forEach(column => column.forEach((id, position) => row.set(id, position - column.length / 2)));
  const near = new Map(ids.map(id => [id, []]));
  edges.forEach(edge => {
    near.get(edge.child).push(edge.parent);
    near.get(edge.parent).push(edge.child);
  });
  for (let pass = 0; pass < 6; pass++) {
    for (const column of columns) {
      const wish = new Map(column.map(id => [id, near.get(id).length
        ? near.get(id).reduce((sum, other) => sum + row.get(other), 0) / near.get(id).length : row.get(id)]));
      column.sort((a, b) => wish.get(a) - wish.get(b) || a.localeCompare(b));
      column.forEach((id, position) => row.set(id, position - column.length / 2));
    }
  }
  return row;
}

const cut = text => text.length > 24 ? text.slice(0, 23) + "…" : text;

export function graph(neighbourhood, here) {
  const ids = neighbourhood.models.map(model => model.id);
  const edges = neighbourhood.derivations;
  const generation = generations(ids, edges);
  const row = rows(ids, edges, generation);
  const top = Math.min(...row.values());
  const at = id => ({x: 10 + generation.get(id) * COLUMN, y: 10 + (row.get(id) - top) * ROW});
  const width = 20 + Math.max(...generation.values()) * COLUMN + BOX.width;
  const height = 20 + (Math.max(...row.values()) - top) * ROW + BOX.height;
  const drawing = s("svg", {width, height, role: "group", "aria-label": `Lineage around ${here}: ${ids.length} models`},
    edges.map(edge => {
      const from = at(edge.parent);
      const to = at(edge.child);
      const a = [from.x + BOX.width, from.y + BOX.height / 2];
      const b = [to.x, to.y + BOX.height / 2];
      const bend = Math.max(30, (b[0] - a[0]) / 2);
      return s("path", {class: "edge " + edge.relation, d: `M${a} C${a[0] + bend},${a[1]} ${b[0] - bend},${b[1]} ${b}`},
        s("title", {}, `${edge.child}: ${edge.relation} of ${edge.parent}${edge.weight === null ? "" : ", weight " + edge.weight}`));
    }),
    ids.map(id => {
      const {x, y} = at(id);
      return s("a", {href: modelLink(id), class: id === here ? "here" : null, "aria-current": id === here ? "true" : null},
        s("title", {}, id),
        s("rect", {x, y, width: BOX.width, height: BOX.height, rx: 7}),
        s("text", {x: x + 9, y: y + 17}, cut(shortName(id))));
    }));
  const frame = h("div", {class: "graph", tabindex: 0, "aria-label": "Lineage, scrolls"}, drawing);
  const centre = () => {
    const {x, y} = at(here);
    frame.scrollTo(x - frame.clientWidth / 2 + BOX.width / 2, y - frame.clientHeight / 2);
  };
  new ResizeObserver((entries, observer) => {
    observer.disconnect(); // the first size is the one it is shown in
    centre();
  }).observe(frame);
  return frame;
}

export function graphKey(edges) {
  const used = RELATIONS.filter(relation => edges.some(edge => edge.relation === relation));
  return h("ul", {class: "key"}, used.map(relation => h("li", {},
    s("svg", {width: 30, height: 10, "aria-hidden": "true"}, s("path", {class: "edge " + relation, d: "M1,5 H29"})), relation)));
}
