// Models that do not exist yet: any number of parents or a recipe, several plans side by side, the batch to evaluate.
import * as api from "./api.js";
import {axis} from "./axis.js";
import {bar, barKey, withRange} from "./bar.js";
import {calls} from "./calls.js";
import {planForm} from "./planform.js";
import {copyButton, download, h, modelLink, note, percent, problem, table} from "./dom.js";

// Plans of this visit; leaving the view does not lose them.
const plans = [];

const label = plan => plan.request.id || (plan.request.recipe ? "recipe" : plan.request.parents.map(parent =>
  parent.id + (parent.weight === undefined ? "" : " " + percent(parent.weight, 0) + " %")).join(" + "));

function answerRows(answer) {
  const at = axis(answer.flatMap(cell => [cell.predicted.lower, cell.predicted.upper, cell.bestParentScore]));
  return answer.map(cell => h("tr", {},
    h("th", {scope: "row"}, cell.benchmark),
    h("td", {class: "number"}, withRange(cell.predicted)),
    h("td", {class: "drawn"}, bar(cell.predicted, null, at, [{name: "best parent", score: cell.bestParentScore, class: "parent"}])),
    h("td", {class: "number chance"}, percent(cell.chanceToBeatBestParent, 0) + " %"),
    h("td", {class: "number"}, percent(cell.bestParentScore) + (cell.bestParentMeasured ? "" : " (predicted)")),
    h("td", {class: "roomy"}, h("a", {href: modelLink(cell.bestParent)}, cell.bestParent))));
}

function traitsOf(answer) {
  const words = given => answer.length
    ? answer[0].traits.filter(trait => trait.given === given).map(trait => `${trait.name} ${trait.value}${trait.reason ? ` (${trait.reason})` : ""}`).join(", ") : "";
  return [true, false].map(given => words(given) ? note((given ? "Given: " : "Assumed: ") + words(given)) : "");
}

function csv(plan) {
  const lines = plan.answer.map(cell => [cell.benchmark, cell.predicted.mean, cell.predicted.lower, cell.predicted.upper, cell.chanceToBeatBestParent, cell.bestParent, cell.bestParentScore]
    .map(value => /[",\n]/.test(String(value)) ? `"${String(value).replace(/"/g, '""')}"` : value).join(","));
  return ["benchmark,predicted,lower,upper,p_beats_best_parent,best_parent,best_parent_score", ...lines].join("\n") + "\n";
}

function answer(plan) {
  const warnings = [...new Set(plan.answer.flatMap(cell => cell.warnings))];
  return [
    h("h2", {}, label(plan)),
    table([{text: "Benchmark"}, {text: "Predicted", number: true}, {text: "", class: "drawn"}, {text: "Beats every parent", number: true}, {text: "Best parent's score", number: true}, {text: "Best parent", class: "roomy"}], answerRows(plan.answer)),
    barKey([{name: "best parent's score", class: "parent"}]),
    ...traitsOf(plan.answer),
    ...warnings.map(note),
    h("div", {class: "actions"},
      h("button", {class: "plain", type: "button", onclick: () => download("what-if.csv", "text/csv", csv(plan))}, "Table as CSV"),
      plan.request.recipe ? h("button", {class: "plain", type: "button", onclick: () => download("mergekit_config.yml", "text/yaml", plan.request.recipe)}, "Recipe") : null),
    h("details", {}, h("summary", {}, "The same as a call"), calls(plan.request).map(([name, text]) =>
      h("div", {}, h("p", {class: "note"}, name, " ", copyButton("Copy", () => text)), h("pre", {tabindex: 0}, text))))];
}

// Plans that have the same benchmarks, side by side.
function sideBySide() {
  const benchmarks = [...new Set(plans.flatMap(plan => plan.answer.map(cell => cell.benchmark)))];
  const cell = (plan, benchmark) => plan.answer.find(each => each.benchmark === benchmark);
  return table([{text: "Benchmark"}, ...plans.map((plan, at) => ({text: `${at + 1}. ${label(plan)}`, number: true}))],
    benchmarks.map(benchmark => {
      const best = Math.max(...plans.map(plan => (cell(plan, benchmark) || {predicted: {mean: -1}}).predicted.mean));
      return h("tr", {}, h("th", {scope: "row"}, benchmark), plans.map(plan => {
        const each = cell(plan, benchmark);
        return h("td", {class: "number"}, each
          ? [h("span", {class: each.predicted.mean === best ? "value best" : "value"}, withRange(each.predicted)), h("small", {}, ` beats its parents: ${percent(each.chanceToBeatBestParent, 0)} %`)] : "");
      }));
    }), {class: "compare"});
}

function screening() {
  const benchmarks = [...new Set(plans.flatMap(plan => plan.answer.map(cell => cell.benchmark)))];
  const place = h("div", {"aria-live": "polite"});
  const budget = h("input", {type: "number", id: "budget", min: 1, max: plans.length, value: 1});
  const on = h("select", {id: "screened"}, h("option", {value: ""}, "the mean of all"), benchmarks.map(each => h("option", {value: each}, each)));
  const form = h("form", {class: "inline", onsubmit: async event => {
    event.preventDefault();
    const wanted = on.value ? [on.value] : benchmarks;
    try {
      const screened = await api.screening({
        candidates: plans.map((plan, at) => ({...plan.request, label: `${at + 1}. ${label(plan)}`})),
        benchmarks: Object.fromEntries(wanted.map(each => [each, 1])), budget: Number(budget.value)});
      place.replaceChildren(
        table([{text: "Evaluate"}, {text: "Plan"}, {text: "Predicted", number: true}, {text: "Is the best", number: true}], screened.candidates.map(each =>
          h("tr", {}, h("td", {}, each.turn === null ? "" : String(each.turn)), h("td", {}, each.candidate), h("td", {class: "number"}, withRange(each.predicted)), h("td", {class: "number"}, percent(each.chanceToBeBest, 0) + " %")))),
        note(`Expected score of the best once these were evaluated: ${percent(screened.expectedBest)}; of the highest predictions instead: ${percent(screened.expectedOfHighestMeans)}.`),
        ...screened.warnings.map(note));
    } catch (failure) {
      place.replaceChildren(problem(failure));
    }
  }}, h("label", {for: "budget"}, "Evaluate "), budget, h("label", {for: "screened"}, " of them, for "), on, h("button", {}, "Which?"));
  return [h("h2", {}, "Which to evaluate"), form, place];
}

export async function plan(first) {
  const result = h("section", {hidden: true, "aria-live": "polite", "aria-label": "Answer"});
  const all = h("section", {hidden: true, "aria-label": "Plans"});
  const list = () => {
    all.hidden = plans.length < 2;
    if (plans.length > 1) {
      all.replaceChildren(h("h2", {}, "Plans side by side"), sideBySide(),
        h("div", {class: "actions"}, h("button", {class: "plain", type: "button", onclick: () => { plans.length = 0; all.hidden = true; }}, "Forget them")),
        ...screening());
    }
  };
  const form = planForm(first, async request => {
    result.hidden = false;
    result.replaceChildren(note("Asking …"));
    try {
      const made = {request, answer: await api.whatIf(request)};
      plans.push(made);
      result.replaceChildren(...answer(made));
      list();
    } catch (failure) {
      result.replaceChildren(problem(failure));
    }
  });
  list();
  return [
    h("h1", {}, "What if"),
    note("Scores of a model that does not exist yet: a merge of some parents, or something made from one. Nothing is written. Every plan you predict joins the comparison below."),
    h("section", {}, form), result, all];
}
