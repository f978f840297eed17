// All models side by side. What is chosen is in the address; rows come as they are scrolled to.
import * as api from "./api.js";
import {axis, place} from "./axis.js";
import {remember} from "./address.js";
import {filters} from "./filters.js";
import {count, download, h, modelLink, note, percent, problem, s} from "./dom.js";

const PART = 30;
const MOST_COMPARED = 6;
const MOST_SAVED = 1000;

// What the page leaves to the service where nothing is chosen.
function asked(query, offset, limit) {
  const parameters = new URLSearchParams(query);
  parameters.set("offset", offset);
  parameters.set("limit", limit);
  return parameters;
}

function small(cell, at) {
  const x = score => place(at, score, 3, 54);
  return s("svg", {class: "mini", viewBox: "0 0 60 10", "aria-hidden": "true"},
    s("line", {class: "axis", x1: 3, x2: 57, y1: 5, y2: 5}),
    s("line", {class: cell.measured ? "band exact" : "band", x1: x(cell.lower), x2: x(cell.upper), y1: 5, y2: 5}),
    s("circle", {class: cell.measured ? "truth" : "mean", cx: x(cell.value), cy: 5, r: cell.measured ? 2.6 : 3}));
}

function score(cell, at, kind) {
  if (!cell) {
    return h("td", {class: "number " + kind}, h("span", {class: "hidden"}, "unknown"));
  }
  return h("td", {class: "number " + kind},
    h("span", {class: "value"}, percent(cell.value)),
    h("small", {}, ` ${percent(cell.lower, 0)}–${percent(cell.upper, 0)}`),
    h("span", {class: "hidden"}, cell.measured ? " measured" : " predicted"),
    small(cell, at));
}

const rank = row => row.best === null ? "" : row.best === row.worst ? String(row.best) : `${row.best} to ${row.worst}`;

function rowOf(row, axes, chosen, sorted) {
  const id = row.model.id;
  const traits = row.model.traits;
  const pick = h("input", {type: "checkbox", "aria-label": "Compare " + id, checked: chosen.has(id), onchange: event => chosen.set(id, event.target.checked)});
  return h("tr", {},
    h("td", {class: "pick"}, pick),
    h("td", {class: "rank"}, rank(row)),
    h("th", {scope: "row"}, h("a", {href: modelLink(id)}, id),
      h("small", {}, [row.relation, traits.parametersBillions === null ? null : Number(traits.parametersBillions.toPrecision(3)) + " B", traits.uploaded, traits.license].filter(part => part).join(" · "))),
    score(row.mean, axes.mean, sorted < 0 ? "" : "roomy"),
    row.cells.map((cell, at) => score(cell, axes.cells[at], at === sorted ? "" : "roomy")));
}

function axesOf(page) {
  const ends = cells => axis(cells.flatMap(cell => cell ? [cell.lower, cell.upper] : []));
  return {
    mean: ends(page.rows.map(row => row.mean)),
    cells: page.benchmarks.map((benchmark, at) => ends(page.rows.map(row => row.cells[at])))};
}

// Models to compare, and the link that leads there.
function comparison() {
  const ids = new Set();
  const link = h("a", {class: "button", hidden: true}, "");
  return {
    link,
    has: id => ids.has(id),
    set(id, wanted) {
      if (wanted) {
        ids.add(id);
      } else {
        ids.delete(id);
      }
      const first = [...ids].slice(0, MOST_COMPARED);
      link.hidden = first.length < 2;
      link.textContent = `Compare ${first.length}`;
      link.href = "#/compare?" + new URLSearchParams(first.map(each => ["id", each]));
    }};
}

function heads(page, query, change) {
  const sort = query.get("sort") || "-mean";
  const head = (text, by, kind) => {
    const mine = sort.replace(/^-/, "") === by;
    const up = by === "name";
    const next = mine ? (sort.startsWith("-") ? by : "-" + by) : (up ? by : "-" + by);
    return h("th", {scope: "col", class: kind, "aria-sort": mine ? (sort.startsWith("-") ? "descending" : "ascending") : null},
      h("button", {class: "head", type: "button", onclick: () => change("sort", next)}, text, mine ? (sort.startsWith("-") ? " ↓" : " ↑") : ""));
  };
  const by = sort.replace(/^-/, "");
  const roomy = name => by === name ? "number" : "number roomy";
  return h("tr", {},
    h("td", {class: "pick"}, h("span", {class: "hidden"}, "Compare")),
    h("th", {scope: "col", class: "rank"}, "Rank"),
    head("Model", "name", ""),
    head("Mean", "mean", page.benchmarks.includes(by) ? "number roomy" : "number"),
    page.benchmarks.map(benchmark => head(benchmark, benchmark, roomy(benchmark))));
}

function empty(page) {
  return page.models === 0
    ? h("section", {},
      h("h2", {}, "The database is empty"),
      h("p", {}, "Bring models, lineage and scores in: ", h("a", {href: "#/data"}, "from files on this page"), ", or on the command line:"),
      h("pre", {}, "eyrie import leaderboard --models models.csv --edges edges.csv --scores scores.csv"))
    : note("No model is like that: choose less.");
}

// Rows, and more of them when their end comes into sight.
function rows(first, query, chosen, state) {
  const axes = axesOf(first);
  const sort = (query.get("sort") || "-mean").replace(/^-/, "");
  const sorted = first.benchmarks.indexOf(sort);
  const body = h("tbody", {}, first.rows.map(row => rowOf(row, axes, chosen, sorted)));
  const more = h("button", {class: "plain", type: "button"}, "More models");
  let known = first.rows.length;
  let busy = false;
  const load = async () => {
    if (busy || known >= first.total) {
      return;
    }
    busy = true;
    try {
      const part = await api.board(asked(query, known, PART));
      body.append(...part.rows.map(row => rowOf(row, axes, chosen, sorted)));
      known += part.rows.length;
    } catch (failure) {
      more.before(problem(failure));
    }
    busy = false;
    tell();
  };
  const tell = () => {
    more.hidden = known >= first.total;
    state.textContent = `${count(first.total, "model")} of ${first.models.toLocaleString("en")}` +
      (known < first.total ? `, the first ${known} shown` : "");
  };
  more.addEventListener("click", load);
  new IntersectionObserver(seen => seen.some(each => each.isIntersecting) && load(), {rootMargin: "400px"}).observe(more);
  tell();
  return {body, more};
}

export async function board(query) {
  const place = h("div", {class: "boardplace"});
  const state = h("p", {class: "note", role: "status"});
  const chosen = comparison();
  let latest = 0;
  const show = async () => {
    const mine = ++latest;
    const page = await api.board(asked(query, 0, PART));
    if (mine !== latest) {
      return null;
    }
    if (!page.rows.length) {
      place.replaceChildren(empty(page));
      state.textContent = page.models ? `0 of ${count(page.models, "model")}` : "";
      return page;
    }
    const list = rows(page, query, chosen, state);
    place.replaceChildren(
      h("div", {class: "scroll", tabindex: 0, role: "group", "aria-label": "Board, scrolls"},
        h("table", {class: "board"}, h("thead", {}, heads(page, query, change)), list.body)),
      list.more);
    return page;
  };
  const change = (name, value) => {
    query.delete(name);
    [value].flat().filter(each => each !== "" && each !== null).forEach(each => query.append(name, each));
    remember("board", "", query);
    show().catch(failure => place.replaceChildren(problem(failure)));
  };
  const page = await show();
  if (page.models === 0) {
    return [h("h1", {}, "Board"), place];
  }
  const save = (name, type, text) => h("button", {class: "plain", type: "button", onclick: () =>
    text().then(content => download("board." + name, type, content)).catch(failure => place.prepend(problem(failure)))}, name.toUpperCase());
  const csv = save("csv", "text/csv", () => api.boardCsv(query));
  const json = save("json", "application/json", async () => JSON.stringify(await api.board(asked(query, 0, MOST_SAVED)), null, 1));
  const scatter = h("a", {class: "button plain"}, "Scatter");
  const lead = () => { scatter.href = "#/scatter?" + query; };
  ["pointerdown", "focus"].forEach(event => scatter.addEventListener(event, lead));
  lead();
  return [
    h("h1", {}, "Board"),
    note(page.fit
      ? "Solid: measured. Rings: predicted, with the interval that holds 90 % of truths. Rank: the places that the intervals of all shown leave. In per cent."
      : "Nothing is predicted yet: there is no fit. In per cent."),
    page.fit && !page.stale ? "" : h("p", {class: "note"}, page.fit ? "The data changed since the fit: " : "", h("a", {href: "#/data"}, "Fit now")),
    filters(page, query, change),
    h("div", {class: "actions"}, state, chosen.link, scatter, csv, json),
    place];
}
