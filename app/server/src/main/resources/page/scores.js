// Measured and predicted scores of one model, on one axis with those of its parents.
import * as api from "./api.js";
import {axis} from "./axis.js";
import {bar, barKey, withRange} from "./bar.js";
import {count, h, note, percent, table} from "./dom.js";
import {explain} from "./why.js";

const HEADS = [
  {text: "Benchmark"}, {text: "Measured", number: true}, {text: "Predicted without it", number: true}, {text: "axis"},
  {text: "Relatives measured", number: true, class: "roomy"}, {text: ""}];

const AXIS = 3;

function marks(cell, parents) {
  const known = parents
    .map(parent => parent.find(each => each.benchmark === cell.benchmark && each.score !== null))
    .filter(each => each)
    .map(each => ({name: each.model, score: each.score, class: "parent"}));
  return cell.predicted && cell.baseline !== null ? [...known, {name: "baseline", score: cell.baseline, class: "baseline"}] : known;
}

function rowOf(cell, id, at, parents, names, place) {
  const predicted = cell.predicted;
  return h("tr", {class: predicted ? null : "weak"},
    h("th", {scope: "row"}, cell.benchmark),
    h("td", {class: "number"}, cell.measured === null ? "" : h("strong", {class: "measured"}, percent(cell.measured))),
    h("td", {class: "number"}, withRange(predicted)),
    h("td", {class: "drawn"}, bar(predicted, cell.measured, at, marks(cell, parents))),
    h("td", {class: "number roomy"}, cell.evidence.relativesMeasured),
    h("td", {}, predicted
      ? h("button", {class: "plain", type: "button", "aria-label": "Why, on " + cell.benchmark, onclick: () => explain(id, cell.benchmark, names, place)}, "Why?") : ""));
}

function fitButton(failure) {
  const state = note(failure.message);
  const button = h("button", {type: "button", onclick: async () => {
    button.disabled = true;
    try {
      await api.fit(job => { state.textContent = job.phase + (job.total ? ` ${Math.round(100 * job.done / job.total)} %` : " …"); });
      window.dispatchEvent(new Event("hashchange"));
    } catch (refused) {
      state.textContent = refused.message;
      button.disabled = false;
    }
  }}, "Fit now");
  return [state, button];
}

async function parentScores(ids) {
  return Promise.all(ids.slice(0, 8).map(async id =>
    (await api.evaluations(id)).map(each => ({model: id, benchmark: each.benchmark, score: each.score}))));
}

async function next(id) {
  const place = h("div", {});
  const button = h("button", {class: "plain", type: "button", onclick: async () => {
    button.disabled = true;
    try {
      const choice = await api.nextEvaluations(id, 5);
      place.replaceChildren(choice.runs.length
        ? table([{text: "Run"}, {text: "on"}, {text: "takes of the variance", number: true}],
          choice.runs.map(run => h("tr", {}, h("td", {}, run.model), h("td", {}, run.benchmark), h("td", {class: "number"}, percent(run.gain) + " %"))))
        : note("No single run would tell anything."));
    } catch (failure) {
      place.replaceChildren(note(failure.message));
    }
    button.hidden = true;
  }}, "What to evaluate next?");
  return [button, place];
}

export async function scores(id, derivations) {
  const section = h("section", {"aria-label": "Scores"}, h("h2", {}, "Scores"));
  const place = h("div", {hidden: true, "aria-live": "polite", class: "why"});
  const parents = derivations.filter(edge => edge.child === id).map(edge => edge.parent);
  try {
    const [cells, known, proposals] = await Promise.all([api.predictions(id), parentScores(parents), next(id)]);
    const shown = cells.filter(cell => cell.predicted || cell.measured !== null);
    const hidden = cells.length - shown.length;
    const at = axis(shown.flatMap(cell => [cell.measured, cell.predicted && cell.predicted.lower, cell.predicted && cell.predicted.upper]));
    const warnings = [...new Set(shown.flatMap(cell => cell.warnings))];
    section.append(
      table(HEADS.map((head, column) => column === AXIS ? {class: "drawn", text: `${percent(at.from, 0)} to ${percent(at.to, 0)}`} : head),
        shown.map(cell => rowOf(cell, id, at, known, new Set(parents), place)), {label: "Scores, scrolls"}),
      barKey([{name: "a parent's score", class: "parent"}, {name: "baseline: mean of the measured parents, or of models of the same architecture and size, or of all", class: "baseline"}]),
      note("In per cent. Each prediction leaves out the model's own measurement on that benchmark."),
      hidden ? note(`On ${count(hidden, "further benchmark")} nothing says anything.`) : "",
      ...warnings.map(note),
      place, ...proposals);
  } catch (failure) {
    const measured = await api.evaluations(id);
    section.append(...(failure.code === "NO_FIT" ? fitButton(failure) : [note(failure.message)]));
    section.append(table([{text: "Benchmark"}, {text: "Measured", number: true}], measured.map(score =>
      h("tr", {}, h("td", {}, score.benchmark), h("td", {class: "number"}, percent(score.score))))));
  }
  return section;
}
