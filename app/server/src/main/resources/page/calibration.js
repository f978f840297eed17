// How predictions held against scores that they did not know.
import * as api from "./api.js";
import {h, note, percent, s, signed, table} from "./dom.js";

function plot(row) {
  const ends = row.bins.flatMap(bin => [bin.predicted, bin.measured]);
  const from = Math.min(...ends);
  const width = Math.max(...ends) - from || 1;
  const x = value => 6 + 88 * (value - from) / width;
  const y = value => 94 - 88 * (value - from) / width;
  return s("svg", {class: "calibration", viewBox: "0 0 100 100", role: "img", "aria-label": row.bins.map(bin => `predicted ${percent(bin.predicted)}, measured ${percent(bin.measured)}`).join("; ")},
    s("line", {class: "axis", x1: 6, y1: 94, x2: 94, y2: 6}),
    row.bins.map(bin => s("circle", {class: "truth", cx: x(bin.predicted), cy: y(bin.measured), r: 3})));
}

export async function calibration() {
  const rows = await api.calibration();
  return [
    h("h1", {}, "Calibration"),
    note("Every measured score against what the latest fit predicts without it. Good predictions lie on the diagonal, and 90 % intervals hold 90 % of the scores. \"eyrie backtest\" hides scores from the learning too."),
    rows.length
      ? h("section", {}, table([
        {text: "Benchmark"}, {text: "Scores", number: true}, {text: "In the interval", number: true}, {text: "Error (RMSE)", number: true},
        {text: "Predicted less measured", number: true, class: "roomy"}, {text: "Mean width", number: true, class: "roomy"}, {text: "Predicted across, measured up"}],
      rows.map(row => h("tr", {}, h("th", {scope: "row"}, row.benchmark),
        h("td", {class: "number"}, row.scores),
        h("td", {class: "number"}, `${percent(row.inside, 0)} % of ${percent(row.level, 0)}`),
        h("td", {class: "number"}, percent(row.error)),
        h("td", {class: "number roomy"}, signed(100 * row.bias)),
        h("td", {class: "number roomy"}, percent(row.width)),
        h("td", {}, plot(row))))))
      : note("Nothing to compare yet: there must be scores, and a fit.")];
}
