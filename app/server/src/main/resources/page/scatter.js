// All models as points: two benchmarks, or size or date against one. A part of them is chosen with a rectangle, or in numbers.
import * as api from "./api.js";
import {address, remember} from "./address.js";
import {brush, brushForm, chosen, drop, ends, spot, within} from "./brush.js";
import {cellsOf} from "./csv.js";
import {count, h, modelLink, note, percent, problem, s, table} from "./dom.js";

// Units of the drawing; fewer on a phone, where the same text would be too small to read.
const WIDE = {width: 760, height: 460, left: 52, bottom: 40, top: 12, right: 14};
const NARROW = {width: 340, height: 340, left: 36, bottom: 40, top: 10, right: 10};
const sizeNow = () => window.matchMedia("(max-width: 40rem)").matches ? NARROW : WIDE;
const OTHER = {size: "Billions of parameters (each step doubles)", date: "Date published"};
const MOST = 10000;
const LISTED = 100;
const REACH = 10; // from a pointer to its point, in units of the drawing
const COMPARED = 6;
const OWN = ["x", "y", "id", "benchmark", "sort", "x-from", "x-to", "y-from", "y-to"];

// How ends of an axis are written in the address and in fields: to a tenth of a per cent, to a day.
const KINDS = {
  score: {type: "number", read: text => Number(text) / 100, write: value => percent(value)},
  size: {type: "number", read: text => Math.log2(Number(text)), write: value => String(+(2 ** value).toPrecision(3))},
  date: {type: "date", read: text => Date.parse(text), write: value => new Date(value).toISOString().slice(0, 10)}};
const kindOf = name => name in OTHER ? KINDS[name] : KINDS.score;

// What stands at a model's place on an axis: {value, lower, upper, measured}, or null; a row is a line of the table.
function reader(name, heads) {
  const column = heads.indexOf({size: "parameters_billions", date: "uploaded"}[name] || name + " measured");
  if (name === "size") {
    return row => Number(row[column]) > 0 ? {value: Math.log2(Number(row[column])), measured: true} : null;
  }
  if (name === "date") {
    return row => row[column] ? {value: Date.parse(row[column]), measured: true} : null;
  }
  return row => {
    const measured = row[column] !== "";
    const value = row[measured ? column : column + 1];
    return value === "" || value === undefined ? null : {value: Number(value), measured, lower: Number(row[column + 2]), upper: Number(row[column + 3])};
  };
}

const written = (name, value) => name === "size" ? String(+(2 ** value).toPrecision(2))
  : name === "date" ? new Date(value).toISOString().slice(0, 7) : percent(value, 0);

function scale(cells, from, to) {
  const values = cells.map(cell => cell.value);
  const least = Math.min(...values);
  const most = Math.max(...values);
  const room = (most - least || 1) * 0.04;
  const whole = most - least + 2 * room;
  return {
    at: value => from + (to - from) * (value - least + room) / whole,
    back: place => least - room + whole * (place - from) / (to - from),
    ticks: [0, 0.25, 0.5, 0.75, 1].map(part => least + part * (most - least))};
}

function scales(points, size) {
  return {
    x: scale(points.map(point => point.x), size.left, size.width - size.right),
    y: scale(points.map(point => point.y), size.height - size.bottom, size.top)};
}

const told = (point, xName, yName) =>
  `${point.id}: ${written(xName, point.x.value)}, ${written(yName, point.y.value)}${point.measured ? "" : " (predicted)"}`;

// A point with an element of its own: a link with its interval and its name.
function mark(point, xName, yName, y, size) {
  const {id, left, top} = point;
  const side = left > size.width / 2 ? -1 : 1;
  return s("a", {href: modelLink(id), class: "point marked", "aria-label": told(point, xName, yName)},
    point.y.lower !== undefined ? s("line", {class: "reach", x1: left, x2: left, y1: y.at(point.y.lower), y2: y.at(point.y.upper)}) : null,
    s("circle", {class: point.measured ? "truth" : "mean", cx: left, cy: top, r: 6}),
    s("text", {x: left + side * 9, y: top + 4, "text-anchor": side < 0 ? "end" : "start"}, id));
}

// The link of whatever point is nearest to the pointer; thousands of elements would take a third of a second to draw.
function nearest(plot, placed, xName, yName) {
  const title = s("title", {});
  const circle = s("circle", {r: 6});
  const link = s("a", {class: "point near", tabindex: -1}, title, circle);
  plot.addEventListener("pointermove", event => {
    const at = spot(plot, event);
    let best = null;
    let least = REACH * REACH;
    for (const point of placed) {
      const away = (point.left - at.x) ** 2 + (point.top - at.y) ** 2;
      if (away < least) {
        least = away;
        best = point;
      }
    }
    if (!best || event.buttons) {
      link.remove();
    } else {
      title.textContent = told(best, xName, yName);
      link.setAttribute("aria-label", title.textContent);
      link.setAttribute("href", modelLink(best.id));
      circle.setAttribute("cx", best.left);
      circle.setAttribute("cy", best.top);
      plot.append(link);
    }
  });
}

function drawing(points, {x, y}, size, xName, yName, marked) {
  const placed = points.map(point => ({...point, measured: point.x.measured && point.y.measured,
    left: Math.round(10 * x.at(point.x.value)) / 10, top: Math.round(10 * y.at(point.y.value)) / 10}));
  const cloud = (kind, measured, shape) => s("path", {class: "cloud " + kind,
    d: placed.filter(point => point.measured === measured).map(({left, top}) => `M${left},${top}${shape}`).join("")});
  const plot = s("svg", {class: "plot", viewBox: `0 0 ${size.width} ${size.height}`, role: "group", "aria-label": `${points.length} models: ${yName} over ${xName}`},
    x.ticks.map(tick => [s("line", {class: "axis", x1: x.at(tick), x2: x.at(tick), y1: size.top, y2: size.height - size.bottom}),
      s("text", {class: "tick", x: x.at(tick), y: size.height - size.bottom + 16, "text-anchor": "middle"}, written(xName, tick))]).flat(),
    y.ticks.map(tick => [s("line", {class: "axis", x1: size.left, x2: size.width - size.right, y1: y.at(tick), y2: y.at(tick)}),
      s("text", {class: "tick", x: size.left - 6, y: y.at(tick) + 4, "text-anchor": "end"}, written(yName, tick))]).flat(),
    s("text", {class: "tick", x: size.width / 2, y: size.height - 4, "text-anchor": "middle"}, OTHER[xName] || xName),
    cloud("predicted", false, "m-3,0a3,3 0 1,0 6,0a3,3 0 1,0 -6,0"), cloud("measured", true, "h0"),
    placed.filter(point => marked.has(point.id)).map(point => mark(point, xName, yName, y, size)));
  nearest(plot, placed, xName, yName);
  return plot;
}

// A value as the table of chosen points has it.
const inWords = (name, cell) => name in OTHER ? written(name, cell.value)
  : percent(cell.value) + (cell.measured ? "" : ` (${percent(cell.lower, 0)} to ${percent(cell.upper, 0)})`);

// The points of a part, the highest first.
function listOf(points, part, xName, yName) {
  const inside = points.filter(point => within(part, point.x.value, point.y.value)).sort((a, b) => b.y.value - a.y.value);
  const first = inside.slice(0, COMPARED).map(point => point.id);
  return h("section", {"aria-label": "Chosen points"}, h("h2", {}, `${count(inside.length, "model")} in this part`),
    first.length > 1 ? h("div", {class: "actions"}, h("a", {class: "button plain", href: address("compare", "", new URLSearchParams(first.map(id => ["id", id])))}, `Compare the first ${first.length}`)) : "",
    inside.length ? table([{text: "Model"}, {text: xName, number: true}, {text: yName, number: true}],
      inside.slice(0, LISTED).map(({id, x, y}) => h("tr", {},
        h("th", {scope: "row"}, h("a", {href: modelLink(id)}, id)),
        h("td", {class: "number"}, inWords(xName, x)), h("td", {class: "number"}, inWords(yName, y)))),
      {label: "Chosen points, scrolls"}) : "",
    inside.length > LISTED ? note(`The first ${LISTED}; choose less to see the others.`) : "");
}

// The points of all that is on the board: {id, x, y}. As one table: parts of a board with all that is known would be several times as much.
async function everything(query, x, y) {
  const parameters = new URLSearchParams([...query].filter(([name]) => !OWN.includes(name)));
  [...new Set([x, y])].filter(name => !(name in OTHER)).forEach(name => parameters.append("benchmark", name));
  const [heads, ...rows] = cellsOf(await api.boardTable(parameters));
  const across = reader(x, heads);
  const up = reader(y, heads);
  return rows.slice(0, MOST).map(row => ({id: row[0], x: across(row), y: up(row)})).filter(point => point.x && point.y);
}

export async function scatter(query) {
  const {all} = await api.board(new URLSearchParams({limit: 1})); // the most measured ones first
  if (!all.length) {
    return [h("h1", {}, "Scatter"), note("There are no scores yet.")];
  }
  const state = {y: query.get("y") || all[0], x: query.get("x") || (all.length > 1 ? all[1] : "size")};
  const marked = new Set(query.getAll("id"));
  const kinds = () => ({x: kindOf(state.x), y: kindOf(state.y)});
  const place = h("section", {"aria-label": "Plot"});
  const list = h("div", {"aria-live": "polite"});
  let points = [];
  let frame = () => {};
  const part = () => ends(query, kinds());
  const tell = () => {
    const now = part();
    frame(now);
    list.replaceChildren(chosen(now) && points.length ? listOf(points, now, state.x, state.y) : "");
  };
  const change = parts => {
    Object.entries(parts).forEach(([name, value]) => value === "" ? query.delete(name) : query.set(name, value));
    remember("scatter", "", query);
    fields.fill(kinds());
    tell();
  };
  const fields = brushForm(query, kinds(), change);
  const show = async () => {
    points = await everything(query, state.x, state.y);
    if (points.length) {
      const size = sizeNow();
      const axes = scales(points, size);
      const plot = drawing(points, axes, size, state.x, state.y, marked);
      frame = brush(plot, size, axes.x, axes.y, part, kinds(), change);
      place.replaceChildren(plot);
    } else {
      frame = () => {};
      place.replaceChildren(note("No model has both."));
    }
    place.append(note(`${points.length} models. Solid: both measured; rings: predicted. Each point leads to its model. Drag a rectangle to list what is in it.`));
    tell();
  };
  const select = (id, label, name, names) => h("div", {}, h("label", {for: id}, label),
    h("select", {id, onchange: event => {
      state[name] = event.target.value;
      query.set(name, event.target.value);
      drop(query, name);
      remember("scatter", "", query);
      fields.fill(kinds());
      show().catch(failure => place.replaceChildren(problem(failure)));
    }}, names.map(each => h("option", {value: each, selected: state[name] === each}, OTHER[each] || each))));
  await show();
  return [
    h("h1", {}, "Scatter"),
    h("form", {class: "plan"}, select("s-y", "Upwards", "y", all), select("s-x", "Across", "x", [...all, "size", "date"])),
    place,
    h("details", {open: chosen(part())}, h("summary", {}, "Choose a part in numbers"), fields.form),
    list];
}
