import * as api from "./api.js";
import {bar, barKey} from "./bar.js";
import {h, modelLink, note, percent, problem, table} from "./dom.js";
import {suggest} from "./suggest.js";

function parentField(number, value) {
  const id = "parent" + number;
  const input = h("input", {type: "text", id, list: id + "s", value, required: number === 1, autocomplete: "off", placeholder: number === 1 ? "author/name" : "author/name, or empty"});
  const list = h("datalist", {id: id + "s"});
  suggest(input, list);
  return {input, field: h("div", {}, h("label", {for: id}, number === 1 ? "First parent" : "Second parent"), input, list)};
}

function answer(plans) {
  const rows = plans.map(plan => h("tr", {},
    h("td", {}, plan.benchmark),
    h("td", {class: "number"}, percent(plan.predicted.mean)),
    h("td", {}, bar(plan.predicted, null)),
    h("td", {class: "number"}, percent(plan.chanceToBeatBestParent, 0) + " %"),
    h("td", {}, h("a", {href: modelLink(plan.bestParent)}, plan.bestParent)),
    h("td", {class: "number"}, percent(plan.bestParentScore) + (plan.bestParentMeasured ? "" : " (predicted)"))));
  const warnings = [...new Set(plans.flatMap(plan => plan.warnings))];
  return [
    table([{text: "Benchmark"}, {text: "Predicted", number: true}, {text: "0 to 100"}, {text: "Beats every parent", number: true}, {text: "Best parent"}, {text: "Its score", number: true}], rows),
    barKey(),
    ...warnings.map(note)];
}

export async function plan(first) {
  const one = parentField(1, first || "");
  const two = parentField(2, "");
  const share = h("input", {type: "range", id: "share", min: 5, max: 95, value: 50, step: 5});
  const says = h("output", {for: "share"}, "50 % / 50 %");
  share.addEventListener("input", () => { says.textContent = `${share.value} % / ${100 - share.value} %`; });
  const relation = h("select", {id: "relation"}, ["finetune", "adapter", "quantized", "distill"].map(name => h("option", {}, name)));
  const merge = () => two.input.value.trim() !== "";
  const result = h("section", {hidden: true, "aria-live": "polite", "aria-label": "Answer"});
  const form = h("form", {class: "plan", onsubmit: async event => {
    event.preventDefault();
    const parents = merge()
      ? [{id: one.input.value.trim(), weight: share.value / 100}, {id: two.input.value.trim(), weight: 1 - share.value / 100}]
      : [{id: one.input.value.trim()}];
    result.hidden = false;
    result.replaceChildren(note("Asking …"));
    try {
      result.replaceChildren(...answer(await api.whatIf({parents, relation: merge() ? "merge" : relation.value})));
    } catch (failure) {
      result.replaceChildren(problem(failure));
    }
  }},
  one.field, two.field,
  h("div", {}, h("label", {for: "share"}, "Weights of a merge: ", says), share),
  h("div", {}, h("label", {for: "relation"}, "With one parent: how"), relation),
  h("div", {}, h("button", {}, "Predict")));
  return [
    h("h1", {}, "What if"),
    note("Scores of a model that does not exist yet: a merge of two parents, or something made from one. Nothing is written."),
    h("section", {}, form), result];
}
