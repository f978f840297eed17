// What a planned model would be made from and what it would be like.
import {h} from "./dom.js";
import {suggest} from "./suggest.js";

const TRAITS = [
  ["id", "Name", "author/name"], ["type", "Type", "chat, merge, ..."], ["architecture", "Architecture", "LlamaForCausalLM"],
  ["parametersBillions", "Billions of parameters", "7.2"], ["license", "Licence", "apache-2.0"]];

function parentRow(number, value) {
  const id = "parent" + number;
  const input = h("input", {type: "text", id, list: id + "s", value: value || "", autocomplete: "off", placeholder: "author/name"});
  const list = h("datalist", {id: id + "s"});
  suggest(input, list);
  const share = h("input", {type: "number", id: "share" + number, min: 0, step: "any", value: "", placeholder: "equal", "aria-label": `Share of parent ${number}`});
  return {input, share, row: h("div", {class: "parent"}, h("label", {for: id}, `Parent ${number}`), input, list, h("label", {for: "share" + number}, "Share"), share)};
}

// Shares are proportions: 60 and 40, 3 and 1, 0.6 and 0.4 alike.
function parentsOf(rows) {
  const named = rows.filter(row => row.input.value.trim());
  const shares = named.map(row => Number(row.share.value));
  const total = shares.reduce((sum, share) => sum + share, 0);
  const weighted = named.length > 1 && named.every(row => row.share.value !== "") && total > 0;
  return named.map((row, at) => weighted ? {id: row.input.value.trim(), weight: shares[at] / total} : {id: row.input.value.trim()});
}

function traitsOf(fields, template) {
  const traits = {};
  fields.filter(([name, input]) => name !== "id" && input.value.trim()).forEach(([name, input]) => {
    traits[name] = name === "parametersBillions" ? Number(input.value) : input.value.trim();
  });
  if (template.value) {
    traits.chatTemplate = template.value === "yes";
  }
  return traits;
}

export function planForm(first, ask) {
  const rows = [];
  const place = h("div", {class: "parents"});
  const add = value => {
    const row = parentRow(rows.length + 1, value);
    rows.push(row);
    place.append(row.row);
    return row;
  };
  add(first);
  add("");
  const relation = h("select", {id: "relation"}, ["finetune", "adapter", "quantized", "distill"].map(name => h("option", {}, name)));
  const recipe = h("textarea", {id: "recipe", rows: 8, spellcheck: "false", placeholder: "merge_method: slerp\nslices: ..."});
  const fields = TRAITS.map(([name, text, example]) => [name, h("input", {type: "text", id: "t-" + name, placeholder: example}), text]);
  const template = h("select", {id: "t-template"}, [["", "as its parents"], ["yes", "with one"], ["no", "without"]].map(([value, text]) => h("option", {value}, text)));
  return h("form", {class: "what-if", onsubmit: event => {
    event.preventDefault();
    const text = recipe.value.trim();
    const parents = parentsOf(rows);
    const made = text ? {recipe: recipe.value} : {parents, relation: parents.length > 1 ? "merge" : relation.value};
    const id = fields.find(([name]) => name === "id")[1].value.trim();
    const traits = traitsOf(fields, template);
    ask({...made, ...(id ? {id} : {}), ...(Object.keys(traits).length ? {traits} : {})});
  }},
  place,
  h("div", {class: "actions"},
    h("button", {class: "plain", type: "button", onclick: () => add("").input.focus()}, "Another parent"),
    h("label", {for: "relation"}, "With one parent: how "), relation),
  h("details", {}, h("summary", {}, "A mergekit recipe in their place"), h("label", {for: "recipe"}, "Paste mergekit_config.yml"), recipe),
  h("details", {}, h("summary", {}, "What it would be like"), h("div", {class: "grid"},
    fields.map(([name, input, text]) => h("div", {}, h("label", {for: input.id}, text), input)),
    h("div", {}, h("label", {for: "t-template"}, "Chat template"), template))),
  h("button", {}, "Predict"));
}
