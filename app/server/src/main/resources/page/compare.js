// Two to six models over all benchmarks.
import * as api from "./api.js";
import {axis} from "./axis.js";
import {bar, barKey} from "./bar.js";
import {address} from "./address.js";
import {h, modelLink, note, percent, table} from "./dom.js";
import {suggest} from "./suggest.js";

const MOST = 6;

function chooser(ids) {
  const input = h("input", {type: "text", id: "another", list: "others", autocomplete: "off", placeholder: "author/name"});
  const list = h("datalist", {id: "others"});
  suggest(input, list);
  const go = models => { location.hash = address("compare", "", new URLSearchParams(models.map(id => ["id", id]))); };
  return h("section", {"aria-label": "Models"},
    h("ul", {class: "traits"}, ids.map(id => h("li", {}, h("a", {href: modelLink(id)}, id), " ",
      h("button", {class: "bare", type: "button", "aria-label": "Leave out " + id, onclick: () => go(ids.filter(each => each !== id))}, "×")))),
    ids.length < MOST ? h("form", {class: "inline", onsubmit: event => {
      event.preventDefault();
      if (input.value.trim()) {
        go([...new Set([...ids, input.value.trim()])]);
      }
    }}, h("label", {for: "another"}, "Another model "), input, list, h("button", {}, "Add")) : note("Six at most."));
}

const valueOf = cell => cell && (cell.measured !== null ? cell.measured : cell.predicted ? cell.predicted.mean : null);

export async function compare(query) {
  const ids = query.getAll("id").slice(0, MOST);
  if (!ids.length) {
    return [h("h1", {}, "Compare"), note("Choose two to six models here, or tick them on the board."), chooser(ids)];
  }
  const rows = await api.predictionsOf(ids, []);
  const strangers = ids.filter(id => rows.filter(row => row.model === id).every(row => row.forecast === null));
  const benchmarks = [...new Set(rows.map(row => row.benchmark))];
  const cell = (id, benchmark) => (rows.find(row => row.model === id && row.benchmark === benchmark) || {}).forecast || null;
  const known = benchmarks.filter(benchmark => ids.some(id => valueOf(cell(id, benchmark)) !== null && cell(id, benchmark)));
  const lines = known.map(benchmark => {
    const cells = ids.map(id => cell(id, benchmark));
    const at = axis(cells.flatMap(each => each ? [each.measured, each.predicted && each.predicted.lower, each.predicted && each.predicted.upper] : []));
    const best = Math.max(...cells.map(valueOf).filter(value => value !== null));
    return h("tr", {}, h("th", {scope: "row"}, benchmark),
      cells.map(each => h("td", {class: "number"},
        each && valueOf(each) !== null
          ? [h("span", {class: valueOf(each) === best ? "value best" : "value"}, percent(valueOf(each))),
            h("small", {}, each.measured !== null ? " measured" : ` ${percent(each.predicted.lower, 0)} to ${percent(each.predicted.upper, 0)}`),
            bar(each.predicted, each.measured, at)]
          : "")));
  });
  return [
    h("h1", {}, "Compare"),
    chooser(ids),
    strangers.length ? note("There is no such model: " + strangers.join(", ")) : "",
    h("section", {"aria-label": "Comparison"},
      table([{text: "Benchmark"}, ...ids.map(id => ({text: id, number: true}))], lines, {class: "compare", label: "Comparison, scrolls"}),
      barKey(), note("In per cent; each line has an axis of its own. Measured where it was, else predicted; the interval is of the prediction without the measurement.")),
    h("div", {class: "actions"}, h("a", {class: "button plain", href: "#/scatter?" + query}, "See them among all models"))];
}
