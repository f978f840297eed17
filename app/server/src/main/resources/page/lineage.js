// The lineage around a model: a drawing coloured by a benchmark, a panel for the model that is chosen in it, a table. What is
// hidden, looked for and chosen is in the address.
import * as api from "./api.js";
import {remember} from "./address.js";
import {axis} from "./axis.js";
import {count, h, modelLink, note, percent, problem, table} from "./dom.js";
import {graph, graphKey, scoreKey} from "./graph.js";
import {lineageForm, ways} from "./lineageform.js";
import {bySize, kinds, sieve, wishes} from "./sieve.js";

const FEW = 40;
const MANY = 400;
const ALL = 2000; // as many as the service gives
const MOST_CELLS = 3000; // about half a kilobyte each

// What is known or predicted of models, asked for once: of all benchmarks where these are not too many, so that another colour is
// there at once.
function forecasts(models, benchmarks) {
  const known = new Map();
  return benchmark => {
    const asked = models.length * benchmarks.length <= MOST_CELLS ? benchmarks : [benchmark];
    if (!known.has(benchmark)) {
      const answer = api.predictionsOf(models, asked).catch(() => []);
      asked.forEach(each => known.set(each, answer.then(rows => rows.filter(row => row.benchmark === each))));
    }
    return known.get(benchmark);
  };
}

// What colours the models of one benchmark.
async function scoresOf(forecast, benchmark) {
  const rows = benchmark ? await forecast(benchmark) : [];
  const cells = new Map();
  rows.forEach(row => {
    const cell = row.forecast;
    if (cell && (cell.measured !== null || cell.predicted)) {
      cells.set(row.model, {value: cell.measured === null ? cell.predicted.mean : cell.measured, measured: cell.measured !== null});
    }
  });
  return {cells, at: axis([...cells.values()].map(cell => cell.value))};
}

const words = edge => edge.relation === "through" ? `from ${edge.parent} through hidden ones` : `${edge.relation} of ${edge.parent}`;

function rowsOf(around, here, chosen, scores) {
  const made = new Map(around.models.map(model => [model.id, []]));
  around.derivations.forEach(edge => made.get(edge.child).push(words(edge)));
  return around.models.map(model => {
    const cell = scores.cells.get(model.id);
    const size = model.traits.parametersBillions;
    return h("tr", {class: model.id === chosen ? "chosen" : null, "data-id": model.id},
      h("th", {scope: "row"}, h("a", {href: modelLink(model.id), "aria-current": model.id === here ? "true" : null}, model.id)),
      h("td", {}, made.get(model.id).join(", ")),
      h("td", {class: "number roomy"}, size === null ? "" : size + " B"),
      h("td", {class: "number"}, cell ? percent(cell.value) + (cell.measured ? "" : " (predicted)") : ""));
  });
}

function panelOf(id, around, scores) {
  const cell = scores.cells.get(id);
  const model = around.models.find(each => each.id === id);
  const from = around.derivations.filter(edge => edge.child === id);
  return [
    h("p", {}, h("a", {href: modelLink(id)}, id)),
    note([cell ? `${cell.measured ? "measured" : "predicted"} ${percent(cell.value)}` : "",
      model.traits.parametersBillions === null ? "" : model.traits.parametersBillions + " B",
      ...from.map(edge => words(edge) + (edge.weight === null ? "" : ` (${edge.weight})`))].filter(part => part).join(" · "))];
}

// Relatives and what is known of them. Of ancestors that are too far away for the first question the size is asked for where it counts.
async function gathered(id, limit, query) {
  let around = await api.neighbourhood(id, limit);
  if (query.get("ancestors") !== "true") {
    return around;
  }
  const derivations = await api.ancestors(id);
  const ids = [...new Set([id, ...derivations.flatMap(edge => [edge.child, edge.parent])])];
  const known = () => new Map(around.models.map(model => [model.id, model]));
  if (bySize(wishes(query)) && around.truncated && ids.some(each => !known().has(each))) {
    around = await api.neighbourhood(id, ALL);
  }
  const models = known();
  return {derivations, truncated: false, models: ids.map(each => models.get(each) || {id: each, traits: {parametersBillions: null}})};
}

export async function lineage(id, benchmarks, query = new URLSearchParams()) {
  const place = h("div", {});
  const rows = h("tbody", {});
  const made = h("div", {});
  const state = {limit: FEW, unfolded: new Set(), zoom: 1, around: null, scores: null, shown: null, drawn: null, chosen: query.get("at") || id, found: {text: "", at: -1}};
  let latest = 0;

  const keep = (name, value) => {
    query.delete(name);
    [value].flat().filter(each => each !== "").forEach(each => query.append(name, each));
    remember("model", id, query);
  };
  const panel = h("div", {class: "panel", "aria-live": "polite"});
  const select = chosen => {
    state.chosen = chosen;
    keep("at", chosen === id ? "" : chosen);
    panel.replaceChildren(...panelOf(chosen, state.shown, state.scores));
    state.drawn.mark(chosen);
    rows.querySelectorAll("tr").forEach(row => row.classList.toggle("chosen", row.dataset.id === chosen));
  };

  // Draws what is known already.
  const draw = () => {
    state.shown = sieve(state.around, id, wishes(query), state.scores.cells);
    const {models, derivations} = state.shown;
    if (!models.some(model => model.id === state.chosen)) {
      state.chosen = id;
    }
    rows.replaceChildren(...rowsOf(state.shown, id, state.chosen, state.scores));
    panel.replaceChildren(...panelOf(state.chosen, state.shown, state.scores));
    state.drawn = graph(state.shown, id, state.scores, state.chosen, select, state.unfolded, (parent, behind) => {
      state.unfolded.add(parent);
      draw();
      state.drawn.go(behind[0]);
    });
    const folded = state.drawn.foldOf(state.chosen);
    if (folded) {
      state.unfolded.add(folded.parent);
      draw();
      return;
    }
    state.drawn.zoom(state.zoom);
    const zoom = factor => { state.zoom *= factor; state.drawn.zoom(state.zoom); };
    const hidden = state.around.models.length - models.length;
    place.replaceChildren(
      h("div", {class: "actions"},
        h("p", {class: "note", role: "status"}, hidden ? `${count(models.length, "model")} shown, ${hidden} hidden.` : `${count(models.length, "model")}.`),
        h("button", {class: "plain", type: "button", "aria-label": "Smaller", onclick: () => zoom(1 / 1.25)}, "−"),
        h("button", {class: "plain", type: "button", "aria-label": "Larger", onclick: () => zoom(1.25)}, "+")),
      state.drawn.frame, panel, graphKey(derivations),
      query.get("tint") && state.scores.cells.size ? scoreKey(query.get("tint"), state.scores.at) : "",
      note("Arrow keys go from box to box, Home to the model of this page; Enter chooses."),
      state.around.truncated && state.limit < MANY
        ? h("button", {class: "plain", type: "button", onclick: () => { state.limit = MANY; again(); }}, "Show more relatives") : "",
      state.around.truncated && state.limit >= MANY ? note(`The nearest ${count(state.around.models.length, "relative")}.`) : "");
  };

  // Asks anew, then draws; of two askings under way the later one counts.
  const ask = async () => {
    const mine = ++latest;
    const around = await gathered(id, state.limit, query);
    const forecast = forecasts(around.models.map(model => model.id), benchmarks);
    const scores = await scoresOf(forecast, query.get("tint"));
    if (mine === latest) {
      Object.assign(state, {around, scores, forecast});
      made.replaceChildren(ways(kinds(around), query, change));
    }
    return mine === latest;
  };
  const again = () => ask().then(mine => mine && draw()).catch(failure => place.append(problem(failure)));
  const recolour = async () => {
    const mine = ++latest;
    const scores = await scoresOf(state.forecast, query.get("tint"));
    if (mine === latest) {
      state.scores = scores;
      draw();
    }
  };
  const change = (name, value) => {
    keep(name, value);
    if (name === "tint") {
      recolour().catch(failure => place.append(problem(failure)));
    } else if (name === "ancestors" || query.get("ancestors") === "true" && ["least", "most"].includes(name)) {
      again();
    } else {
      draw();
    }
  };

  // Goes to the next model with a text in its name; answers which of how many, or why not.
  const find = text => {
    keep("find", text);
    const wanted = text.toLowerCase();
    const names = text ? state.around.models.map(model => model.id).filter(each => each.toLowerCase().includes(wanted)) : [];
    if (!names.length) {
      return text ? `No name here has “${text}”${state.around.truncated ? "; more relatives are not shown yet" : ""}.` : "";
    }
    const shown = names.filter(each => state.shown.models.some(model => model.id === each));
    if (!shown.length) {
      return names.length === 1 ? `${names[0]} is hidden.` : `The ${names.length} that have it are hidden.`;
    }
    state.found = {text, at: state.found.text === text ? (state.found.at + 1) % shown.length : 0};
    const next = shown[state.found.at];
    const folded = state.drawn.foldOf(next);
    if (folded) {
      state.unfolded.add(folded.parent);
      draw();
    }
    select(next);
    state.drawn.go(next);
    return `${next}, ${state.found.at + 1} of ${shown.length}${names.length > shown.length ? `; ${names.length - shown.length} hidden` : ""}`;
  };

  await ask();
  if (!state.around.derivations.length) {
    return h("section", {"aria-label": "Lineage"}, h("h2", {}, "Lineage"), note("No parents and no children are known."));
  }
  draw();
  const list = table([{text: "Model"}, {text: "Made"}, {text: "Size", number: true, class: "roomy"}, {text: "Score", number: true}], [], {label: "Lineage as a table, scrolls"});
  list.querySelector("tbody").replaceWith(rows);
  return h("section", {"aria-label": "Lineage"}, h("h2", {}, "Lineage"),
    lineageForm(benchmarks, made, query, change, find), place,
    h("details", {}, h("summary", {}, "The same as a table"), list));
}
