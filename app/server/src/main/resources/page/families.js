import * as api from "./api.js";
import {count, h, modelLink, note, problem} from "./dom.js";

const card = family => h("li", {}, h("a", {href: modelLink(family.founder)},
  h("strong", {}, family.founder),
  h("span", {}, `${count(family.size, "model")}, ${count(family.depth, "generation")}, ${family.evaluated} evaluated`)));

export async function families() {
  const list = h("ul", {class: "families"});
  const more = h("button", {class: "plain", type: "button"}, "More families");
  let cursor = null;
  const load = async () => {
    const page = await api.families(cursor);
    list.append(...page.items.map(card));
    cursor = page.next;
    more.hidden = cursor === null;
  };
  more.addEventListener("click", () => load().catch(failure => more.replaceWith(problem(failure))));
  await load();
  return [
    h("h1", {}, "Families"),
    note("Founders, models without known parents, with everything that was made from them."),
    list.children.length ? list : note("No model was made from another here: families are made of derivations. All models are on the board."),
    more];
}
