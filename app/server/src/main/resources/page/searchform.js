// Begins searches for merges, stops them and lets them go on.
import * as api from "./api.js";
import {h, note, problem} from "./dom.js";

const FAMILIES = ["ciphers", "almanac"];
const POLICIES = ["guided", "halving", "climb", "grid", "random"];

const field = (id, label, input) => h("div", {}, h("label", {for: id}, label), input);
const choice = (id, options) => h("select", {id}, options.map(([value, text]) => h("option", {value}, text)));
const words = text => text.split(/[\n,]/).map(one => one.trim()).filter(one => one);

// The form for a search that is to begin; leads to it once it has.
export function beginning() {
  const name = h("input", {id: "search-name", required: true, pattern: "[a-z0-9][a-z0-9.\\-]{0,63}", placeholder: "mine",
    title: "lower-case letters, digits, dashes and dots", autocomplete: "off"});
  const what = choice("search-of", [...FAMILIES.map(family => [family, `${family} (built in)`]), ["", "folders of my own"]]);
  const base = h("input", {id: "search-base", placeholder: "zoo/seed"});
  const parents = h("input", {id: "search-parents", placeholder: "zoo/math, zoo/code"});
  const items = h("input", {id: "search-items", placeholder: "zoo/items.jsonl"});
  const evaluator = choice("search-evaluator", [["built-in", "this service"], ["pull", "workers elsewhere"]]);
  const policy = choice("search-policy", POLICIES.map(each => [each, each]));
  const budget = h("input", {id: "search-budget", type: "number", min: 1, value: 3000, required: true});
  const seed = h("input", {id: "search-seed", type: "number", min: 0, value: 0, required: true});
  const own = h("div", {hidden: true}, h("div", {class: "grid"}, field("search-base", "Base", base),
    field("search-parents", "Parents, with commas between", parents), field("search-items", "Items", items)),
    note("Folders below those that the service may read: eyrie serve --models FOLDER. Items are a file of lines with task, prompt, answer and split."));
  what.addEventListener("change", () => { own.hidden = what.value !== ""; });
  const place = h("div", {"aria-live": "polite"});
  const form = h("form", {onsubmit: async event => {
    event.preventDefault();
    const from = what.value ? {family: what.value}
      : {base: base.value.trim(), parents: words(parents.value), ...items.value.trim() ? {items: items.value.trim()} : {}};
    try {
      const begun = await api.beginSearch({id: name.value.trim(), ...from, evaluator: evaluator.value, policy: policy.value,
        itemsBudget: Number(budget.value), seed: Number(seed.value)});
      location.hash = "#/searches/" + encodeURIComponent(begun.id);
    } catch (failure) {
      place.replaceChildren(problem(failure));
    }
  }}, h("div", {class: "grid"}, field("search-name", "Name", name), field("search-of", "Of", what), field("search-evaluator", "Evaluated by", evaluator),
    field("search-policy", "Policy", policy), field("search-budget", "Items to spend", budget), field("search-seed", "Seed", seed)),
  own, h("div", {class: "actions"}, h("button", {type: "submit"}, "Begin")), place);
  return h("section", {"aria-label": "Begin a search"}, h("h2", {}, "Begin a search"), form);
}

// Stop or Go on, whichever fits; after is called once the service has heard.
export function turning(search, after) {
  const place = h("div", {"aria-live": "polite"});
  const button = (text, call) => h("button", {type: "button", class: "plain", onclick: async event => {
    event.target.disabled = true;
    try {
      await call(search.id);
      await after();
    } catch (failure) {
      event.target.disabled = false;
      place.replaceChildren(problem(failure));
    }
  }}, text);
  const idle = search.state === "STOPPED" || search.activity === "NONE";
  return search.state === "FINISHED" ? null : h("div", {}, h("div", {class: "actions"},
    search.state === "OPEN" ? button("Stop", api.stopSearch) : null, idle ? button("Go on here", api.resumeSearch) : null), place);
}

const DOING = {RUNNING: "It runs here.", QUEUED: "It waits until another search that runs here has ended.",
  PULLED: "Workers get its orders when they ask.", NONE: "It does not run here; a command may run it."};

// What the service does with it, and why it broke off where it did.
export const doing = search => [search.state === "OPEN" ? note(DOING[search.activity]) : null,
  search.trouble ? h("section", {class: "problem", role: "alert"}, h("p", {}, "It broke off: " + search.trouble)) : null].filter(part => part);
