// What made a prediction, in points of score: from the benchmark's usual score to the prediction, group by group.
import * as api from "./api.js";
import {h, modelLink, note, percent, problem, signed} from "./dom.js";

const SHOWN = 6;
const GROUPS = [
  ["parents", "Scores of its parents"],
  ["relatives", "Scores of other relatives"],
  ["own", "Its own other scores"],
  ["kin", "Models of its kind, author or series"],
  ["traits", "Its traits and name"],
  ["crowd", "Models of like names, authors and kinds"],
  ["withdrawn", "Taken back: what was learned from the score left out"]];

const logistic = logit => 1 / (1 + Math.exp(-logit));

function groupOf(part, parents) {
  switch (part.kind) {
    case "OWN": return "own";
    case "RELATIVE": return parents.has(part.model) ? "parents" : "relatives";
    case "KIND": return "kin";
    case "TRAIT": return "traits";
    case "CROWD": return "crowd";
    default: return "withdrawn";
  }
}

// Contributions are on the scale of logits and add up there. In points they are in proportion: the way from the usual
// score to the prediction is shared out as the logits are, so that what raises the score is positive, and they add up.
export function inPoints(why) {
  const level = why.contributions.filter(part => part.kind === "LEVEL").reduce((sum, part) => sum + part.logit, 0);
  const usual = logistic(level);
  const end = why.forecast.predicted.mean;
  const rest = why.logit - level;
  const slope = Math.abs(rest) < 1e-6 || (end - usual) / rest <= 0 ? usual * (1 - usual) : (end - usual) / rest;
  return {usual, end, points: part => 100 * part.logit * slope, left: 100 * (end - usual) - 100 * rest * slope};
}

function line(points, content, heading) {
  return h("li", {class: heading ? "group" : null},
    h("span", {class: points < 0 ? "down" : "up"}, signed(points)), h("span", {}, content));
}

function words(part) {
  return part.model
    ? [h("a", {href: modelLink(part.model)}, part.model), ` on ${part.benchmark}`, part.score === null ? "" : `: ${percent(part.score)}`]
    : part.what;
}

function group([key, title], parts, scale) {
  if (!parts.length) {
    return [];
  }
  const points = part => scale.points(part);
  const rest = parts.slice(SHOWN).reduce((sum, part) => sum + points(part), 0);
  return [
    line(parts.reduce((sum, part) => sum + points(part), 0), title, true),
    key === "withdrawn" || key === "crowd" ? [] : parts.slice(0, SHOWN).map(part => line(points(part), words(part))),
    parts.length > SHOWN ? line(rest, `${parts.length - SHOWN} smaller ones`) : []].flat();
}

async function explanation(id, benchmark, parents) {
  const why = await api.explanation(id, benchmark);
  const scale = inPoints(why);
  const parts = key => why.contributions.filter(part => part.kind !== "LEVEL" && groupOf(part, parents) === key);
  return [
    h("h2", {}, "Why " + percent(scale.end) + " on " + benchmark),
    note("In points of score. A plus raises the prediction above the usual score, a minus lowers it."),
    h("ul", {class: "parts"},
      h("li", {class: "group"}, h("span", {}, percent(scale.usual)), h("span", {}, `Usual score on ${benchmark}`)),
      GROUPS.flatMap(each => group(each, parts(each[0]), scale)),
      Math.abs(scale.left) >= 0.05 ? line(scale.left, "Averaging over what is not known", true) : null,
      h("li", {class: "group total"}, h("span", {}, percent(scale.end)), h("span", {}, "Prediction")))];
}

export async function explain(id, benchmark, parents, place) {
  place.replaceChildren(...await explanation(id, benchmark, parents).catch(failure => [problem(failure)]));
  place.hidden = false;
  place.scrollIntoView({block: "nearest"});
}
