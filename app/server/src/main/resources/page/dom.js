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
export const count = (number, thing) => `${number.toLocaleString("en")} ${thing}${number === 1 ? "" : "s"}`;
export const modelLink = id => "#/model/" + encodeURIComponent(id);
export const shortName = id => id.slice(id.indexOf("/") + 1);
export function signed(number, digits = 1) {
  const text = Math.abs(number).toFixed(digits);
  return Number(text) === 0 ? text : (number < 0 ? "−" : "+") + text;
}

export function table(heads, rows, attributes) {
  return h("div", {class: "scroll", tabindex: 0, role: "group", "aria-label": (attributes && attributes.label) || "Table, scrolls"},
    h("table", {class: attributes && attributes.class},
      h("thead", {}, h("tr", {}, heads.map(head => head.text === "" ? h("td", {class: head.class}) :
        h("th", {scope: "col", class: [head.number ? "number" : "", head.class || ""].join(" ").trim() || null}, head.text)))),
      h("tbody", {}, rows)));
}

export const note = text => h("p", {class: "note"}, text);

// What went wrong; names that may have been meant lead to their models.
export const problem = failure => h("section", {class: "problem", role: "alert"},
  h("p", {}, failure.message),
  failure.code === "UNKNOWN_MODEL" && failure.suggestions && failure.suggestions.length
    ? h("p", {}, "Perhaps: ", failure.suggestions.flatMap((id, at) => [at ? ", " : "", h("a", {href: modelLink(id)}, id)])) : null);

export function download(name, type, text) {
  const link = h("a", {href: URL.createObjectURL(new Blob([text], {type})), download: name});
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

// Copies and says so on the button.
export function copyButton(label, text) {
  const button = h("button", {class: "plain", type: "button", onclick: async () => {
    try {
      await navigator.clipboard.writeText(text());
      button.textContent = "Copied";
    } catch (refused) {
      button.textContent = "Select and copy it by hand";
    }
    setTimeout(() => { button.textContent = label; }, 2000);
  }}, label);
  return button;
}
