// One model: its scores and where they come from, its lineage, the best that was made from it.
import * as api from "./api.js";
import {bar} from "./bar.js";
import {copyButton, h, modelLink, note, percent, problem, table} from "./dom.js";
import {lineage} from "./lineage.js";
import {scores} from "./scores.js";

function traits(model) {
  const known = model.traits;
  const words = [
    known.architecture,
    known.parametersBillions === null ? null : known.parametersBillions + " B parameters",
    known.type,
    known.precision,
    known.moe ? "mixture of experts" : null,
    known.uploaded,
    known.license];
  return h("ul", {class: "traits"}, words.filter(word => word).map(word => h("li", {}, word)));
}

function leaderboard(id, benchmarks) {
  if (!benchmarks.length) {
    return "";
  }
  const place = h("div", {});
  const select = h("select", {id: "benchmark", onchange: () => show()},
    h("option", {value: ""}, "choose a benchmark"), benchmarks.map(benchmark => h("option", {}, benchmark)));
  const show = async () => {
    if (!select.value) {
      place.replaceChildren();
      return;
    }
    try {
      const rows = await api.leaderboard(id, select.value);
      place.replaceChildren(table([{text: "Model"}, {text: "Measured", number: true}, {text: "Predicted", number: true}, {text: "0 to 100", class: "roomy"}],
        rows.map(cell => h("tr", {},
          h("td", {}, h("a", {href: modelLink(cell.model)}, cell.model)),
          h("td", {class: "number"}, cell.measured === null ? "" : percent(cell.measured)),
          h("td", {class: "number"}, cell.predicted ? percent(cell.predicted.mean) : ""),
          h("td", {class: "roomy"}, bar(cell.predicted, cell.measured))))),
      note("Ranked by what was measured, or predicted where it was not. Beside a measured score stands what is predicted without it."),
      ...rows.some(cell => cell.measured !== null && !cell.leftOut) ? [note("A score of some items only is part of the prediction beside it, and that is what ranks it.")] : []);
    } catch (failure) {
      place.replaceChildren(problem(failure));
    }
  };
  return h("section", {"aria-label": "Leaderboard"},
    h("h2", {}, "Best of it and what was made from it"),
    h("p", {}, h("label", {for: "benchmark"}, "On "), select), place);
}

// A quote in an id would end the text that it stands in.
const quoted = id => "'" + id.replace(/\\/g, "\\\\").replace(/'/g, "\\'") + "'";

const cypher = id => `MATCH (model:Model {id: ${quoted(id)}})
OPTIONAL MATCH up = (model)-[:DERIVED_FROM*1..4]->(:Model)
OPTIONAL MATCH down = (model)<-[:DERIVED_FROM]-(:Model)
OPTIONAL MATCH scores = (model)-[:EVALUATED_ON|PREDICTED]->(:Benchmark)
RETURN model, up, down, scores
LIMIT 200;`;

async function recipe(id) {
  const place = h("div", {});
  const button = h("button", {class: "plain", type: "button", onclick: async () => {
    button.hidden = true;
    try {
      place.replaceChildren(h("pre", {tabindex: 0}, (await api.recipe(id)).text));
    } catch (unknown) {
      place.replaceChildren(note(unknown.message));
    }
  }}, "Recipe");
  return [button, place];
}

export async function model(id, query) {
  const [found, benchmarks, near] = await Promise.all([api.model(id), api.benchmarks(), api.neighbourhood(id, 40)]);
  const names = benchmarks.map(benchmark => benchmark.id);
  const isMerge = near.derivations.some(edge => edge.child === id && edge.relation === "merge");
  const [table, tree, made] = await Promise.all([scores(id, near.derivations), lineage(id, names, query), isMerge ? recipe(id) : []]);
  return [
    h("h1", {}, id),
    traits(found),
    h("div", {class: "actions"},
      h("a", {class: "button plain", href: "#/what-if/" + encodeURIComponent(id)}, "What if it had a child?"),
      h("a", {class: "button plain", href: "#/compare?" + new URLSearchParams([["id", id], ...near.derivations.filter(edge => edge.child === id).slice(0, 5).map(edge => ["id", edge.parent])])}, "Compare with its parents"),
      /^[\w.-]+\/[\w.-]+$/.test(id) ? h("a", {class: "button plain", href: "https://huggingface.co/" + id, rel: "noreferrer"}, "Hugging Face") : "",
      copyButton("Copy Cypher", () => cypher(id))),
    table, ...made, tree, leaderboard(id, names)];
}
