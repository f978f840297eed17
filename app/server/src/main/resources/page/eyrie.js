// Shows what the address after # asks for.
import {note, problem} from "./dom.js";
import {families} from "./families.js";
import {model} from "./model.js";
import {plan} from "./plan.js";
import {search} from "./search.js";
import {suggest} from "./suggest.js";
import * as api from "./api.js";

const view = document.getElementById("view");
const text = document.getElementById("text");
let asked = 0;

// People edit addresses: a % that encodes nothing is one of theirs.
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch (failure) {
    throw new Error(`The address cannot be read at “${text}”: write %25 for a % sign.`);
  }
}

// Asynchronous even where it need not be, so that whatever goes wrong comes out in one way.
async function page() {
  const [place, rest] = location.hash.replace(/^#\//, "").split(/\/(.*)/s);
  const argument = rest ? decoded(rest) : "";
  switch (place) {
    case "model": return model(argument);
    case "what-if": return plan(argument);
    case "search": return search(argument);
    default: return families();
  }
}

async function show() {
  const mine = ++asked;
  view.replaceChildren(note("Loading …"));
  const content = await page().catch(failure => [problem(failure)]);
  if (mine === asked) {
    view.replaceChildren(...content);
    const title = view.querySelector("h1");
    document.title = title ? title.textContent + " · Eyrie" : "Eyrie";
  }
}

document.getElementById("search").addEventListener("submit", async event => {
  event.preventDefault();
  const wanted = text.value.trim();
  if (wanted) {
    const found = await api.search(wanted).catch(() => ({items: []}));
    const exact = found.items.some(model => model.id === wanted);
    location.hash = exact ? "#/model/" + encodeURIComponent(wanted) : "#/search/" + encodeURIComponent(wanted);
  }
});
suggest(text, document.getElementById("found"));
window.addEventListener("hashchange", show);
show();
