// Bringing files in, fitting, taking imports back.
import * as api from "./api.js";
import {count, h, note, problem, table} from "./dom.js";
import {zip} from "./zip.js";

const KINDS = [["models", "models"], ["derivations", "derivations"], ["benchmarks", "benchmarks"], ["evaluations", "scores"], ["recipes", "recipes"]];
const LISTED = 10;

function report(done) {
  return [
    table([{text: done.dryRun ? "Would come in" : "Came in"}, {text: "new", number: true}, {text: "changed", number: true}, {text: "as it was", number: true}],
      KINDS.map(([kind, name]) => h("tr", {}, h("th", {scope: "row"}, name),
        ["created", "changed", "unchanged"].map(what => h("td", {class: "number"}, done.written[kind][what]))))),
    done.rejectedRows ? note(`${count(done.rejectedRows, "row")} rejected:`) : "",
    h("ul", {}, done.rejected.slice(0, LISTED).map(fault => h("li", {}, `${fault.where}: ${fault.reason}`))),
    h("ul", {class: "note"}, done.notes.slice(0, LISTED).map(fault => h("li", {}, `${fault.where}: ${fault.reason}`)))];
}

// All files below what was dropped: a folder is read entry by entry.
async function below(entry, path) {
  if (entry.isFile) {
    const file = await new Promise((resolve, reject) => entry.file(resolve, reject));
    return [[path + entry.name, file]];
  }
  const reader = entry.createReader();
  const all = [];
  for (;;) {
    const part = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
    if (!part.length) {
      break;
    }
    all.push(...part);
  }
  return (await Promise.all(all.map(each => below(each, path + entry.name + "/")))).flat();
}

function bringIn(after) {
  const place = h("div", {"aria-live": "polite"});
  const fresh = h("input", {type: "checkbox", id: "fresh"});
  let files = [];
  const packed = async () => zip(await Promise.all(files.map(async ([name, file]) => [name, new Uint8Array(await file.arrayBuffer())])));
  const look = async () => {
    if (!files.length) {
      return;
    }
    place.replaceChildren(note(`Reading ${count(files.length, "file")} …`));
    try {
      const body = await packed();
      const would = await api.files(body, true, fresh.checked);
      place.replaceChildren(
        h("p", {}, files.map(([name]) => name).slice(0, LISTED).join(", ") + (files.length > LISTED ? ", …" : "")),
        ...report(would),
        h("button", {type: "button", onclick: async event => {
          event.target.disabled = true;
          try {
            const done = await api.files(body, false, fresh.checked);
            place.replaceChildren(...report(done), done.number === null ? note("All of it was there already.") : note(`It is import ${done.number}. Fit now to predict from it.`));
            await after();
          } catch (failure) {
            place.append(problem(failure));
          }
        }}, "Bring it in"));
    } catch (failure) {
      place.replaceChildren(problem(failure));
    }
  };
  fresh.addEventListener("change", look);
  const input = h("input", {type: "file", id: "files", multiple: true, onchange: () => {
    files = [...input.files].map(file => [file.name, file]);
    look();
  }});
  const zone = h("div", {class: "drop", ondragover: event => event.preventDefault(), ondrop: async event => {
    event.preventDefault();
    const entries = [...event.dataTransfer.items].map(item => item.webkitGetAsEntry()).filter(entry => entry);
    files = (await Promise.all(entries.map(entry => below(entry, "")))).flat();
    look();
  }},
  h("label", {for: "files"}, "Files, or drop a folder here: tables of models, edges and scores, results of lm-evaluation-harness and others, mergekit recipes, model cards"), input,
  h("p", {}, h("label", {}, fresh, " Take models that tables name and nobody else knows as new ones")));
  return h("section", {"aria-label": "Bring in"}, h("h2", {}, "Bring in"), zone, place);
}

function fitting() {
  const state = h("p", {class: "note", role: "status"});
  let job = null;
  const stop = h("button", {class: "plain", type: "button", hidden: true, onclick: () => job && api.cancelJob(job.id).catch(() => {})}, "Cancel");
  const button = h("button", {type: "button", onclick: async () => {
    button.disabled = true;
    try {
      job = await api.beginFit();
      stop.hidden = false;
      const ended = await api.follow(job, at => { state.textContent = at.phase + (at.total ? ` ${Math.round(100 * at.done / at.total)} %` : " …"); });
      state.textContent = `Fit ${ended.result} is the latest.`;
    } catch (failure) {
      state.textContent = failure.message;
    }
    stop.hidden = true;
    button.disabled = false;
  }}, "Fit now");
  return h("section", {"aria-label": "Fit"}, h("h2", {}, "Fit"),
    note("Learns from all that is in the database and predicts every score. Where nothing is new, the latest fit stays."),
    h("div", {class: "actions"}, button, stop), state);
}

function undoButton(each, place, after) {
  return h("button", {class: "plain", type: "button", "aria-label": `Take back import ${each.number}`, onclick: async () => {
    try {
      await api.takeBack(each.number, true);
      place.replaceChildren(h("p", {}, `Take back import ${each.number} of ${each.source}? What it created goes, what it changed is as it was. `,
        h("button", {type: "button", onclick: async () => {
          try {
            await api.takeBack(each.number, false);
            place.replaceChildren();
            await after();
          } catch (failure) {
            place.replaceChildren(problem(failure));
          }
        }}, "Take it back")));
    } catch (failure) {
      place.replaceChildren(problem(failure));
    }
  }}, "Take back");
}

export async function data() {
  const list = h("section", {"aria-label": "Imports"});
  const place = h("div", {"aria-live": "polite"});
  const show = async () => {
    const page = await api.imports();
    list.replaceChildren(h("h2", {}, "Imports"),
      page.items.length
        ? table([{text: "Import"}, {text: "Started"}, {text: "From"}, {text: "State"}, {text: ""}], page.items.map(each => h("tr", {},
          h("td", {}, each.number), h("td", {}, String(each.startedAt).slice(0, 16).replace("T", " ")), h("td", {class: "long"}, each.source), h("td", {}, each.state.toLowerCase()),
          h("td", {}, each.state === "UNDONE" ? "" : undoButton(each, place, show)))))
        : note("Nothing was imported yet."),
      place);
  };
  await show();
  return [h("h1", {}, "Data"), bringIn(show), fitting(), list];
}
