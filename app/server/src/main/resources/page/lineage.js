// The lineage around a model: a drawing coloured by a benchmark, a panel for the model that is chosen in it, a table.
import * as api from "./api.js";
import {axis} from "./axis.js";
import {count, h, modelLink, note, percent, problem, table} from "./dom.js";
import {graph, graphKey, scoreKey} from "./graph.js";

const FEW = 40;
const MANY = 400;

// What is known or predicted of models on one benchmark.
async function scoresOf(models, benchmark) {
  const rows = benchmark ? await api.predictionsOf(models, [benchmark]).catch(() => []) : [];
  const cells = new Map();
  rows.forEach(row => {
    const cell = row.forecast;
    if (cell && (cell.measured !== null || cell.predicted)) {
      cells.set(row.model, {value: cell.measured === null ? cell.predicted.mean : cell.measured, measured: cell.measured !== null});
    }
  });
  return {cells, at: axis([...cells.values()].map(cell => cell.value))};
}

function tableOf(around, here, scores) {
  const made = new Map(around.derivations.map(edge => [edge.child, []]));
  around.derivations.forEach(edge => made.get(edge.child).push(`${edge.relation} of ${edge.parent}`));
  return h("details", {},
    h("summary", {}, "The same as a table"),
    table([{text: "Model"}, {text: "Made"}, {text: "Score", number: true}], around.models.map(model => {
      const cell = scores.cells.get(model.id);
      return h("tr", {}, h("th", {scope: "row"}, h("a", {href: modelLink(model.id), "aria-current": model.id === here ? "true" : null}, model.id)),
        h("td", {}, (made.get(model.id) || []).join(", ")),
        h("td", {class: "number"}, cell ? percent(cell.value) + (cell.measured ? "" : " (predicted)") : ""));
    })));
}

function panelOf(id, around, scores) {
  const cell = scores.cells.get(id);
  const model = around.models.find(each => each.id === id);
  const from = around.derivations.filter(edge => edge.child === id);
  return [
    h("p", {}, h("a", {href: modelLink(id)}, id)),
    note([cell ? `${cell.measured ? "measured" : "predicted"} ${percent(cell.value)}` : "",
      model.traits.parametersBillions === null ? "" : model.traits.parametersBillions + " B",
      ...from.map(edge => `${edge.relation} of ${edge.parent}${edge.weight === null ? "" : ` (${edge.weight})`}`)].filter(part => part).join(" · "))];
}

export async function lineage(id, benchmarks) {
  const section = h("section", {"aria-label": "Lineage"});
  const state = {limit: FEW, ancestors: false, benchmark: "", unfolded: new Set(), zoom: 1};
  const draw = async () => {
    let around = await api.neighbourhood(id, state.limit);
    const truncated = around.truncated;
    if (state.ancestors) {
      const derivations = await api.ancestors(id);
      const ids = new Set([id, ...derivations.flatMap(edge => [edge.child, edge.parent])]);
      const known = new Map(around.models.map(model => [model.id, model]));
      around = {derivations, models: [...ids].map(each => known.get(each) || {id: each, traits: {parametersBillions: null}})};
    }
    const scores = await scoresOf(around.models.map(model => model.id), state.benchmark);
    const panel = h("div", {class: "panel", "aria-live": "polite"}, panelOf(id, around, scores));
    const drawn = around.derivations.length
      ? graph(around, id, scores, chosen => panel.replaceChildren(...panelOf(chosen, around, scores)), state.unfolded, parent => { state.unfolded.add(parent); again(); })
      : null;
    if (drawn) {
      drawn.zoom(state.zoom);
    }
    const zoom = factor => { state.zoom *= factor; drawn.zoom(state.zoom); };
    section.replaceChildren(
      h("h2", {}, "Lineage"),
      drawn ? h("div", {class: "actions"}, controls(), h("button", {class: "plain", type: "button", "aria-label": "Smaller", onclick: () => zoom(1 / 1.25)}, "−"), h("button", {class: "plain", type: "button", "aria-label": "Larger", onclick: () => zoom(1.25)}, "+")) : "",
      drawn ? drawn.frame : note("No parents and no children are known."),
      drawn ? panel : "",
      graphKey(around.derivations),
      state.benchmark && scores.cells.size ? scoreKey(state.benchmark, scores.at) : "",
      truncated && !state.ancestors && state.limit < MANY
        ? h("button", {class: "plain", type: "button", onclick: () => { state.limit = MANY; again(); }}, "Show more relatives") : "",
      truncated && !state.ancestors && state.limit >= MANY ? note(`The nearest ${count(around.models.length, "relative")}.`) : "",
      drawn ? tableOf(around, id, scores) : "");
  };
  const again = () => draw().catch(failure => section.append(problem(failure)));
  const controls = () => [
    h("label", {for: "tint"}, "Coloured by "),
    h("select", {id: "tint", onchange: event => { state.benchmark = event.target.value; again(); }},
      h("option", {value: ""}, "nothing"), benchmarks.map(each => h("option", {value: each, selected: each === state.benchmark}, each))),
    h("label", {}, h("input", {type: "checkbox", checked: state.ancestors, onchange: event => { state.ancestors = event.target.checked; again(); }}), " Ancestors only")];
  await draw();
  return section;
}
