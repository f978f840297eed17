// Searches for merges: all of them, or one while it runs.
import * as api from "./api.js";
import {count, h, note, percent, s, table} from "./dom.js";
import {beginning, doing, turning} from "./searchform.js";

const link = id => "#/searches/" + encodeURIComponent(id);
const PAUSE = 3000;

function line(search) {
  return h("tr", {}, h("th", {scope: "row"}, h("a", {href: link(search.id)}, search.id)), h("td", {}, search.policy),
    h("td", {}, search.state.toLowerCase()), h("td", {class: "number"}, search.spent.toLocaleString("en")),
    h("td", {class: "number"}, search.budget.toLocaleString("en")),
    h("td", {class: "number"}, search.leader ? percent(search.leader.share) : ""),
    h("td", {class: "number"}, search.leader ? percent(search.leader.mean) : ""));
}

async function list() {
  const all = await api.searches();
  return [h("h1", {}, "Searches for merges"),
    all.length
      ? table([{text: "Search"}, {text: "Policy"}, {text: "State"}, {text: "Items spent", number: true},
        {text: "Budget", number: true}, {text: "Leader, raw share", number: true}, {text: "Likely", number: true}],
      all.map(line), {label: "Searches, scrolls"})
      : note("No search was begun in this database. Begin one below; \"eyrie develop start --help\" says how to do so on the command line."),
    beginning()];
}

// Posterior mean of the best so far over what was spent.
function curve(search, points) {
  const wide = 560, high = 160, left = 40, low = high - 24;
  const x = spent => left + (wide - left - 8) * spent / search.budget;
  const y = share => low - (low - 8) * share;
  const says = points.map(point => `${point.spent} items: ${percent(point.mean)}`).join("; ");
  return h("figure", {}, s("svg", {class: "curve", viewBox: `0 0 ${wide} ${high}`, role: "img", "aria-label": "Best so far, likely share in per cent. " + says},
    [0, .5, 1].flatMap(share => [s("line", {class: "axis", x1: left, x2: wide - 8, y1: y(share), y2: y(share)}),
      s("text", {x: left - 6, y: y(share) + 4, "text-anchor": "end"}, String(100 * share))]),
    s("text", {x: wide - 8, y: high - 6, "text-anchor": "end"}, count(search.budget, "item")),
    s("polyline", {class: "way", points: points.map(point => `${x(point.spent)},${y(point.mean)}`).join(" ")})),
  h("figcaption", {class: "note"}, "The best so far by what is likely left of its share, in per cent, over items spent"));
}

const candidate = each => h("tr", {}, h("th", {scope: "row", class: "id"}, each.program),
  h("td", {class: "number"}, each.items), h("td", {class: "number"}, percent(each.share)),
  h("td", {class: "number"}, `${percent(each.mean)} ± ${percent(each.sd)}`), h("td", {}, h("code", {}, each.text)));

const final = each => h("tr", {}, h("th", {scope: "row"}, each.role), h("td", {class: "number"}, percent(each.share)),
  h("td", {class: "number"}, `${percent(each.lower)} to ${percent(each.upper)}`), h("td", {}, h("code", {}, each.text)));

const leader = search => h("section", {"aria-label": "Leader"},
  h("h2", {}, search.state === "FINISHED" ? "Chosen" : "Leader"),
  h("p", {}, h("code", {}, search.leader.text)),
  note(`${search.leader.program}: ${percent(search.leader.share)} % of ${count(search.leader.items, "item")} solved; of all, as so many were tried, `
    + `likely ${percent(search.leader.mean)} % ± ${percent(search.leader.sd)}.`));

function parts({search, best, progress, finals}, after) {
  return [h("h1", {}, search.id),
    note(`${search.policy}, programs by ${search.proposer}: ${count(search.parents.length, "parent")} of ${search.base}, ${search.benchmark}. `
      + `${search.state.toLowerCase()}: ${search.spent.toLocaleString("en")} of ${count(search.budget, "item")} spent, `
      + `${search.tried} of ${count(search.candidates, "candidate")} tried, ${search.duplicates} repeated others, ${search.refused} refused, ${search.failed} failed.`),
    ...doing(search), turning(search, after),
    progress.length ? curve(search, progress) : note("Nothing was tried yet."),
    search.leader ? leader(search) : null,
    best.length ? h("h2", {}, "Best by what is likely") : null,
    best.length ? table([{text: "Program"}, {text: "Items", number: true}, {text: "Raw share", number: true}, {text: "Likely", number: true}, {text: "Text"}],
      best.map(candidate), {label: "Best by what is likely, scrolls"}) : null,
    h("h2", {}, "On test items"),
    finals.length ? table([{text: "What"}, {text: "Share", number: true}, {text: "95 %", number: true}, {text: "Program"}], finals.map(final),
      {label: "Finalists on test items, scrolls"})
      : note(`Nothing was judged by items that nothing was chosen by: eyrie develop test ${search.id}`)].filter(part => part);
}

async function one(id) {
  let shown = "";
  const body = h("div");
  const show = found => {
    if (JSON.stringify(found) !== shown) {
      shown = JSON.stringify(found);
      body.replaceChildren(...parts(found, look));
    }
    return found.search.state === "OPEN" || found.search.activity !== "NONE" && found.search.activity !== "PULLED";
  };
  let watching = false;
  const watch = () => {
    if (!watching) {
      watching = true;
      setTimeout(async () => {
        watching = false;
        if (body.isConnected) {
          await look().catch(watch);
        }
      }, PAUSE);
    }
  };
  async function look() {
    if (show(await api.searchFor(id))) {
      watch();
    }
  }
  await look();
  return [body];
}

export const searches = id => id ? one(id) : list();
