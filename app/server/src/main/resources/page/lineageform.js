// What of a lineage is asked for: a colour, who is looked for, who is hidden.
import {h} from "./dom.js";
import {ORIGINAL} from "./sieve.js";

const PAUSE = 250;

const SAID = {[ORIGINAL]: "nobody here (originals)"};

function size(id, label, name, query, change) {
  let timer = 0;
  const input = h("input", {id, type: "number", min: 0, step: "any", value: query.get(name) || "", oninput: () => {
    clearTimeout(timer);
    timer = setTimeout(() => change(name, input.value), PAUSE);
  }});
  return h("div", {}, h("label", {for: id}, label), input);
}

// The ways of making as boxes; one that is not ticked is hidden.
export function ways(kinds, query, change) {
  const hidden = new Set(query.getAll("hide"));
  return h("fieldset", {class: "ways"}, h("legend", {}, "Made by"),
    [...new Set([...kinds, ...hidden])].map(kind => h("label", {}, h("input", {type: "checkbox", value: kind, checked: !hidden.has(kind), onchange: event => {
      if (event.target.checked) {
        hidden.delete(kind);
      } else {
        hidden.add(kind);
      }
      change("hide", [...hidden]);
    }}), " " + (SAID[kind] || kind))));
}

function measuredOnly(query, change) {
  const box = h("input", {type: "checkbox", id: "l-measured", checked: query.get("measured") === "true", disabled: !query.get("tint"),
    onchange: () => change("measured", box.checked ? "true" : "")});
  return box;
}

// made: an element for the ways of making, see above; change: called with a name of the address and what it is from now on;
// find: called with a text, answers what came of it
export function lineageForm(benchmarks, made, query, change, find) {
  const box = measuredOnly(query, change);
  const says = h("span", {class: "note", role: "status"});
  const wanted = h("input", {type: "search", id: "l-find", autocomplete: "off", value: query.get("find") || "", placeholder: "part of a name"});
  const tint = h("select", {id: "tint", onchange: () => {
    box.disabled = !tint.value;
    change("tint", tint.value);
  }}, h("option", {value: ""}, "nothing"), benchmarks.map(each => h("option", {value: each, selected: each === query.get("tint")}, each)));
  return [
    h("form", {class: "inline", role: "search", "aria-label": "Find in the lineage", onsubmit: event => {
      event.preventDefault();
      says.textContent = find(wanted.value.trim());
    }}, h("label", {for: "l-find"}, "Find here "), wanted, h("button", {class: "plain"}, "Go to"), says),
    h("div", {class: "actions"},
      h("label", {for: "tint"}, "Coloured by "), tint,
      h("label", {}, h("input", {type: "checkbox", checked: query.get("ancestors") === "true", onchange: event => change("ancestors", event.target.checked ? "true" : "")}), " Ancestors only")),
    h("details", {open: ["least", "most", "hide", "measured"].some(name => query.has(name))},
      h("summary", {}, "Hide some"),
      h("div", {class: "grid"},
        size("l-least", "Billions of parameters, at least", "least", query, change),
        size("l-most", "at most", "most", query, change),
        h("div", {class: "check"}, h("label", {}, box, " Measured on what colours only"))),
      made)];
}
