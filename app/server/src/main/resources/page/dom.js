// Elements without markup in strings: what comes from the database can never become code.

const SVG = "http://www.w3.org/2000/svg";

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes || {})) {
    if (name.startsWith("on")) {
      element.addEventListener(name.slice(2), value);
    } else if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(name, value === true ? "" : value);
    }
  }
  element.append(...children.flat().filter(child => child !== null && child !== undefined));
  return element;
}

export const h = (name, attributes, ...children) => fill(document.createElement(name), attributes, children);
export const s = (name, attributes, ...children) => fill(document.createElementNS(SVG, name), attributes, children);

export const percent = (value, digits = 1) => (100 * value).toFixed(digits);
export const count = (number, thing) => `${number} ${thing}${number === 1 ? "" : "s"}`;
export const modelLink = id => "#/model/" + encodeURIComponent(id);
export const shortName = id => id.slice(id.indexOf("/") + 1);

export function table(heads, rows) {
  return h("div", {class: "scroll"},
    h("table", {},
      h("thead", {}, h("tr", {}, heads.map(head => h("th", {scope: "col", class: head.number ? "number" : null}, head.text)))),
      h("tbody", {}, rows)));
}

export const note = text => h("p", {class: "note"}, text);
export const problem = failure => h("section", {class: "problem", role: "alert"}, h("p", {}, failure.message));
