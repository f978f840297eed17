// All models as points: two benchmarks, or size or date against one. A part of them is chosen with a rectangle, or in numbers.
import * as api from "./api.js";
import {address, remember} from "./address.js";
import {brush, brushForm, chosen, drop, ends, within} from "./brush.js";
import {count, h, modelLink, note, percent, problem, s, table} from "./dom.js";

const SIZE = {width: 760, height: 460, left: 52, bottom: 40, top: 12, right: 14};
const OTHER = {size: "Billions of parameters (each step doubles)", date: "Date published"};
const MOST = 1000;
const LISTED = 200;
const COMPARED = 6;
const OWN = ["x", "y", "id", "benchmark", "sort", "x-from", "x-to", "y-from", "y-to"];

// How ends of an axis are written in the address and in fields: to a tenth of a per cent, to a day.
const KINDS = {
  score: {type: "number", read: text => Number(text) / 100, write: value => percent(value)},
  size: {type: "number", read: text => Math.log2(Number(text)), write: value => String(+(2 ** value).toPrecision(3))},
  date: {type: "date", read: text => Date.parse(text), write: value => new Date(value).toISOString().slice(0, 10)}};
const kindOf = name => name in OTHER ? KINDS[name] : KINDS.score;

// What stands at a model's place on an axis: {value, lower, upper, measured}, or null.
function reader(name, page) {
  if (name === "size") {
    return row => row.model.traits.parametersBillions > 0 ? {value: Math.log2(row.model.traits.parametersBillions), measured: true} : null;
  }
  if (name === "date") {
    return row => row.model.traits.uploaded ? {value: Date.parse(row.model.traits.uploaded), measured: true} : null;
  }
  const column = page.benchmarks.indexOf(name);
  return row => row.cells[column] || null;
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

function scales(points) {
  return {
    x: scale(points.map(point => point.x), SIZE.left, SIZE.width - SIZE.right),
    y: scale(points.map(point => point.y), SIZE.height - SIZE.bottom, SIZE.top)};
}

function drawing(points, {x, y}, xName, yName, marked) {
  const dot = ({row, x: across, y: up}) => {
    const id = row.model.id;
    const mine = marked.has(id);
    const measured = across.measured && up.measured;
    return s("a", {href: modelLink(id), tabindex: mine ? 0 : -1, class: mine ? "point marked" : "point"},
      s("title", {}, `${id}: ${written(xName, across.value)}, ${written(yName, up.value)}${measured ? "" : " (predicted)"}`),
      mine && up.lower !== undefined ? s("line", {class: "reach", x1: x.at(across.value), x2: x.at(across.value), y1: y.at(up.lower), y2: y.at(up.upper)}) : null,
      s("circle", {class: measured ? "truth" : "mean", cx: x.at(across.value), cy: y.at(up.value), r: mine ? 6 : 3}),
      mine ? s("text", {x: x.at(across.value) + (x.at(across.value) > SIZE.width / 2 ? -9 : 9), y: y.at(up.value) + 4, "text-anchor": x.at(across.value) > SIZE.width / 2 ? "end" : "start"}, id) : null);
  };
  const sorted = [...points].sort((a, b) => marked.has(a.row.model.id) - marked.has(b.row.model.id));
  return s("svg", {class: "plot", viewBox: `0 0 ${SIZE.width} ${SIZE.height}`, role: "group", "aria-label": `${points.length} models: ${yName} over ${xName}`},
    x.ticks.map(tick => [s("line", {class: "axis", x1: x.at(tick), x2: x.at(tick), y1: SIZE.top, y2: SIZE.height - SIZE.bottom}),
      s("text", {class: "tick", x: x.at(tick), y: SIZE.height - SIZE.bottom + 16, "text-anchor": "middle"}, written(xName, tick))]).flat(),
    y.ticks.map(tick => [s("line", {class: "axis", x1: SIZE.left, x2: SIZE.width - SIZE.right, y1: y.at(tick), y2: y.at(tick)}),
      s("text", {class: "tick", x: SIZE.left - 6, y: y.at(tick) + 4, "text-anchor": "end"}, written(yName, tick))]).flat(),
    s("text", {class: "tick", x: SIZE.width / 2, y: SIZE.height - 4, "text-anchor": "middle"}, OTHER[xName] || xName),
    sorted.map(dot));
}

// A value as the table of chosen points has it.
const told = (name, cell) => name in OTHER ? written(name, cell.value)
  : percent(cell.value) + (cell.measured ? "" : ` (${percent(cell.lower, 0)} to ${percent(cell.upper, 0)})`);

// The points of a part, the highest first.
function listOf(points, part, xName, yName) {
  const inside = points.filter(point => within(part, point.x.value, point.y.value)).sort((a, b) => b.y.value - a.y.value);
  const first = inside.slice(0, COMPARED).map(point => point.row.model.id);
  return h("section", {"aria-label": "Chosen points"}, h("h2", {}, `${count(inside.length, "model")} in this part`),
    first.length > 1 ? h("div", {class: "actions"}, h("a", {class: "button plain", href: address("compare", "", new URLSearchParams(first.map(id => ["id", id])))}, `Compare the first ${first.length}`)) : "",
    inside.length ? table([{text: "Model"}, {text: xName, number: true}, {text: yName, number: true}],
      inside.slice(0, LISTED).map(({row, x, y}) => h("tr", {},
        h("th", {scope: "row"}, h("a", {href: modelLink(row.model.id)}, row.model.id)),
        h("td", {class: "number"}, told(xName, x)), h("td", {class: "number"}, told(yName, y)))),
      {label: "Chosen points, scrolls"}) : "",
    inside.length > LISTED ? note(`The first ${LISTED}; choose less to see the others.`) : "");
}

// All that is on the board of these columns, part by part.
async function everything(query, names) {
  const parameters = new URLSearchParams([...query].filter(([name]) => !OWN.includes(name)));
  names.filter(name => !(name in OTHER)).forEach(name => parameters.append("benchmark", name));
  parameters.set("limit", MOST);
  const first = await api.board(parameters);
  const rest = [];
  for (let offset = MOST; offset < Math.min(first.total, 10 * MOST); offset += MOST) {
    parameters.set("offset", offset);
    rest.push(...(await api.board(parameters)).rows);
  }
  return {...first, rows: [...first.rows, ...rest]};
}

export async function scatter(query) {
  const probe = await api.board(new URLSearchParams({limit: 1}));
  if (!probe.all.length) {
    return [h("h1", {}, "Scatter"), note("There are no scores yet.")];
  }
  const state = {y: query.get("y") || probe.all[0], x: query.get("x") || (probe.all.length > 1 ? probe.all[1] : "size")};
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
    const page = await everything(query, [...new Set([state.x, state.y])]);
    const across = reader(state.x, page);
    const up = reader(state.y, page);
    points = page.rows.map(row => ({row, x: across(row), y: up(row)})).filter(point => point.x && point.y);
    if (points.length) {
      const axes = scales(points);
      const plot = drawing(points, axes, state.x, state.y, marked);
      frame = brush(plot, SIZE, axes.x, axes.y, part, kinds(), change);
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
    h("form", {class: "plan"}, select("s-y", "Upwards", "y", probe.all), select("s-x", "Across", "x", [...probe.all, "size", "date"])),
    place,
    h("details", {open: chosen(part())}, h("summary", {}, "Choose a part in numbers"), fields.form),
    list];
}
