// Shows what the address after # asks for.
import {h, note, problem} from "./dom.js";
import {address, here} from "./address.js";
import {board} from "./board.js";
import {calibration} from "./calibration.js";
import {compare} from "./compare.js";
import {data} from "./data.js";
import {families} from "./families.js";
import {model} from "./model.js";
import {plan} from "./plan.js";
import {scatter} from "./scatter.js";
import {search} from "./search.js";
import {searches} from "./searches.js";
import {suggest} from "./suggest.js";
import * as api from "./api.js";

const view = document.getElementById("view");
const text = document.getElementById("text");
let asked = 0;

function unknown(place) {
  return [h("section", {class: "problem", role: "alert"}, h("h1", {}, "No such page"),
    h("p", {}, `There is nothing at “${place}”. `, h("a", {href: "#/"}, "To the board")))];
}

// Asynchronous even where it need not be, so that whatever goes wrong comes out in one way.
async function page() {
  const {place, argument, query} = here();
  switch (place) {
    case "": case "board": return board(query);
    case "families": return families();
    case "model": return argument ? model(argument, query) : unknown(place);
    case "what-if": return plan(argument);
    case "compare": return compare(query);
    case "scatter": return scatter(query);
    case "calibration": return calibration();
    case "data": return data();
    case "search": return search(argument);
    case "searches": return searches(argument);
    default: return unknown(place);
  }
}

function markPlace() {
  const place = location.hash.replace(/^#\/?/, "").replace(/[/?].*/s, "");
  document.querySelectorAll("nav a").forEach(link => {
    const mine = link.getAttribute("href") === "#/" + (place === "board" ? "" : place);
    if (mine) {
      link.setAttribute("aria-current", "page");
    } else {
      link.removeAttribute("aria-current");
    }
  });
}

async function show() {
  const mine = ++asked;
  view.replaceChildren(note("Loading …"));
  const content = await page().catch(failure => [problem(failure)]);
  if (mine === asked) {
    view.replaceChildren(...content);
    markPlace();
    const title = view.querySelector("h1");
    document.title = title ? title.textContent + " · Eyrie" : "Eyrie";
  }
}

document.getElementById("search").addEventListener("submit", async event => {
  event.preventDefault();
  const wanted = text.value.trim();
  if (wanted) {
    const found = await api.search(wanted, 0, 1).catch(() => ({items: []}));
    const exact = found.items.some(model => model.id.toLowerCase() === wanted.toLowerCase());
    location.hash = exact ? address("model", found.items[0].id) : address("search", wanted);
  }
});
suggest(text, document.getElementById("found"));
window.addEventListener("hashchange", show);
show();
