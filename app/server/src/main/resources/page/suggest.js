// Fills a list of suggestions while somebody types.
import * as api from "./api.js";
import {h} from "./dom.js";

const PAUSE = 200;

export function suggest(input, list) {
  let timer = 0;
  input.addEventListener("input", () => {
    clearTimeout(timer);
    const text = input.value.trim();
    if (text.length < 2) {
      return;
    }
    timer = setTimeout(async () => {
      const found = await api.search(text, 0, 20).catch(() => ({items: []}));
      list.replaceChildren(...found.items.map(model => h("option", {value: model.id})));
    }, PAUSE);
  });
}
