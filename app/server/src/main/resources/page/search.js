import * as api from "./api.js";
import {h, modelLink, note} from "./dom.js";

export async function search(text) {
  const found = await api.search(text);
  return [
    h("h1", {}, "Models with “" + text + "” in their name"),
    found.items.length
      ? h("ul", {class: "families"}, found.items.map(model => h("li", {}, h("a", {href: modelLink(model.id)},
        h("strong", {}, model.id), h("span", {}, model.traits.architecture || "")))))
      : note("There is none."),
    found.next === null ? "" : note("These are the first; a longer text finds others.")];
}
