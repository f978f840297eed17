// What of the board is shown.
import {h} from "./dom.js";

const PAUSE = 250;

function choice(id, label, name, values, query, change) {
  const select = h("select", {id, onchange: () => change(name, select.value)},
    h("option", {value: ""}, "any"),
    values.map(value => h("option", {value, selected: query.get(name) === value}, value)));
  return h("div", {}, h("label", {for: id}, label), select);
}

function field(id, label, name, type, query, change, more = {}) {
  let timer = 0;
  const input = h("input", {id, type, value: query.get(name) || "", ...more, oninput: () => {
    clearTimeout(timer);
    timer = setTimeout(() => change(name, input.value.trim()), PAUSE);
  }});
  return h("div", {}, h("label", {for: id}, label), input);
}

function columns(page, query, change) {
  const boxes = page.all.map(benchmark => h("input", {type: "checkbox", value: benchmark, checked: page.benchmarks.includes(benchmark), onchange: () => {
    const wanted = boxes.filter(box => box.checked).map(box => box.value);
    says.textContent = `Benchmarks: ${wanted.length} of ${page.all.length}`;
    change("benchmark", wanted);
  }}));
  const says = h("summary", {}, `Benchmarks: ${page.benchmarks.length} of ${page.all.length}`);
  return h("details", {class: "columns"},
    says,
    h("ul", {}, boxes.map(box => h("li", {}, h("label", {}, box, " ", box.value)))));
}

export function filters(page, query, change) {
  const relation = choice("f-relation", "Made by", "relation", page.kinds.relations, query, change);
  const measured = h("select", {id: "f-measured", onchange: event => change("measured", event.target.value)},
    [["", "all"], ["true", "measured on all of them"], ["false", "not measured on all"]].map(([value, text]) =>
      h("option", {value, selected: (query.get("measured") || "") === value}, text)));
  const copies = h("input", {type: "checkbox", id: "f-copies", checked: query.get("copies") === "true", onchange: event => change("copies", event.target.checked ? "true" : "")});
  const size = {inputmode: "decimal", size: 5};
  return h("section", {"aria-label": "Filters", class: "filters"},
    field("f-text", "Words in the name", "text", "search", query, change),
    columns(page, query, change),
    h("details", {open: ["relation", "measured", "type", "architecture", "licence", "least", "most", "since", "copies"].some(name => query.has(name))},
      h("summary", {}, "More filters"),
      h("div", {class: "grid"},
        relation,
        h("div", {}, h("label", {for: "f-measured"}, "Measured"), measured),
        choice("f-type", "Type", "type", page.kinds.types, query, change),
        choice("f-architecture", "Architecture", "architecture", page.kinds.architectures, query, change),
        choice("f-licence", "Licence", "licence", page.kinds.licences, query, change),
        field("f-least", "Billions of parameters, at least", "least", "text", query, change, size),
        field("f-most", "at most", "most", "text", query, change, size),
        field("f-since", "Published since", "since", "date", query, change),
        h("div", {class: "check"}, h("label", {}, copies, " Quantised copies too")))));
}
