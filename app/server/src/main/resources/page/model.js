import * as api from "./api.js";
import {bar, barKey} from "./bar.js";
import {h, modelLink, note, percent, problem, table} from "./dom.js";
import {graph, graphKey} from "./graph.js";

const FEW = 40;
const MANY = 400;
const SHOWN = 12;

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

async function lineage(id) {
  const section = h("section", {"aria-label": "Lineage"});
  const draw = async limit => {
    const around = await api.neighbourhood(id, limit);
    section.replaceChildren(
      h("h2", {}, "Lineage"),
      around.derivations.length ? graph(around, id) : note("No parents and no children are known."),
      graphKey(around.derivations),
      around.truncated && limit < MANY
        ? h("button", {class: "plain", type: "button", onclick: () => draw(MANY).catch(failure => section.append(problem(failure)))}, "Show more relatives") : "",
      around.truncated && limit >= MANY ? note(`The nearest ${around.models.length} relatives.`) : "");
  };
  await draw(FEW);
  return section;
}

const signed = number => (number < 0 ? "−" : "+") + Math.abs(number).toFixed(3);

// The largest parts, and the rest of them as one, so that what is shown adds up.
function parts(contributions) {
  const rest = contributions.slice(SHOWN);
  const shown = contributions.slice(0, SHOWN).map(part => ({
    logit: part.logit, text: part.what + (part.score === null ? "" : " (" + percent(part.score) + ")")}));
  return rest.length
    ? [...shown, {logit: rest.reduce((sum, part) => sum + part.logit, 0), text: `${rest.length} smaller ones`}]
    : shown;
}

async function explanation(id, benchmark) {
  const why = await api.explanation(id, benchmark);
  return [
    h("h2", {}, "What makes the prediction on " + benchmark),
    note("Shares on the scale of logits; they add up to " + why.logit.toFixed(2) + "."),
    h("ul", {class: "parts"}, parts(why.contributions).map(part => h("li", {},
      h("span", {class: part.logit < 0 ? "down" : "up"}, signed(part.logit)),
      h("span", {}, part.text))))];
}

async function explain(id, benchmark, place) {
  place.replaceChildren(...await explanation(id, benchmark).catch(failure => [problem(failure)]));
  place.hidden = false;
  place.scrollIntoView({block: "nearest"});
}

function scoreRow(cell, id, place) {
  const predicted = cell.predicted;
  return h("tr", {class: predicted ? null : "weak"},
    h("td", {}, cell.benchmark),
    h("td", {class: "number"}, cell.measured === null ? "" : percent(cell.measured)),
    h("td", {class: "number"}, predicted ? percent(predicted.mean) : ""),
    h("td", {}, bar(predicted, cell.measured)),
    h("td", {class: "number"}, predicted && cell.baseline !== null ? percent(cell.baseline) : ""),
    h("td", {class: "number"}, cell.evidence.relativesMeasured),
    h("td", {}, predicted
      ? h("button", {class: "plain", type: "button", "aria-label": "Why, on " + cell.benchmark, onclick: () => explain(id, cell.benchmark, place)}, "Why?") : ""));
}

const HEADS = [
  {text: "Benchmark"}, {text: "Measured", number: true}, {text: "Predicted", number: true}, {text: "0 to 100"},
  {text: "Baseline", number: true}, {text: "Relatives measured", number: true}, {text: ""}];

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

async function scores(id) {
  const section = h("section", {"aria-label": "Scores"}, h("h2", {}, "Scores"));
  const place = h("div", {hidden: true, "aria-live": "polite"});
  try {
    const cells = await api.predictions(id);
    const warnings = [...new Set(cells.flatMap(cell => cell.warnings))];
    section.append(
      table(HEADS, cells.map(cell => scoreRow(cell, id, place))),
      barKey(),
      note("In per cent. Each prediction leaves out the model's own measurement on that benchmark. Baseline: mean of the measured parents, or of models of the same architecture and size, or of all."),
      ...warnings.map(note),
      place);
  } catch (failure) {
    const measured = await api.evaluations(id);
    section.append(...(failure.code === "NO_FIT" ? fitButton(failure) : [note(failure.message)]));
    section.append(table([{text: "Benchmark"}, {text: "Measured", number: true}], measured.map(score =>
      h("tr", {}, h("td", {}, score.benchmark), h("td", {class: "number"}, percent(score.score))))));
  }
  return section;
}

async function leaderboard(id) {
  const benchmarks = await api.benchmarks();
  if (!benchmarks.length) {
    return "";
  }
  const place = h("div", {});
  const select = h("select", {id: "benchmark", onchange: () => show()},
    h("option", {value: ""}, "choose a benchmark"), benchmarks.map(benchmark => h("option", {}, benchmark.id)));
  const show = async () => {
    if (!select.value) {
      place.replaceChildren();
      return;
    }
    try {
      const rows = await api.leaderboard(id, select.value);
      place.replaceChildren(table([{text: "Model"}, {text: "Measured", number: true}, {text: "Predicted", number: true}, {text: "0 to 100"}],
        rows.map(cell => h("tr", {},
          h("td", {}, h("a", {href: modelLink(cell.model)}, cell.model)),
          h("td", {class: "number"}, cell.measured === null ? "" : percent(cell.measured)),
          h("td", {class: "number"}, cell.predicted ? percent(cell.predicted.mean) : ""),
          h("td", {}, bar(cell.predicted, cell.measured))))),
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

export async function model(id) {
  const found = await api.model(id);
  const [tree, table, board] = await Promise.all([lineage(id), scores(id), leaderboard(id)]);
  return [
    h("h1", {}, id),
    traits(found),
    h("p", {}, h("a", {href: "#/what-if/" + encodeURIComponent(id)}, "What if it had a child?")),
    table, tree, board];
}
