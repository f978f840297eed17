import * as api from "./api.js";
import {count, h, modelLink, note, problem} from "./dom.js";

const PART = 50;

const card = model => h("li", {}, h("a", {href: modelLink(model.id)},
  h("strong", {}, model.id), h("span", {}, [model.traits.architecture, model.traits.parametersBillions === null ? null : model.traits.parametersBillions + " B"].filter(part => part).join(" · "))));

export async function search(text) {
  const found = await api.search(text, 0, PART);
  const list = h("ul", {class: "families"}, found.items.map(card));
  const more = h("button", {class: "plain", type: "button", hidden: found.near || found.items.length >= found.total, onclick: async () => {
    try {
      const part = await api.search(text, list.children.length, PART);
      list.append(...part.items.map(card));
      more.hidden = list.children.length >= part.total;
    } catch (failure) {
      more.replaceWith(problem(failure));
    }
  }}, "More models");
  return [
    h("h1", {}, "Models with “" + text + "” in their name"),
    found.near
      ? note(found.items.length ? "There is none. Perhaps one of these was meant:" : "There is none.")
      : note(`${count(found.total, "model")}, the likeliest first.`),
    list, more];
}
