// Reads CSV as the service writes it: commas, quotes where a cell needs them.

// A list of lines, each a list of cells.
export function cellsOf(text) {
  const lines = [];
  for (let at = 0; at < text.length;) {
    const line = [];
    for (;;) {
      let cell = "";
      if (text[at] === '"') {
        let end = at + 1;
        while (text[end] !== '"' || text[end + 1] === '"') {
          end += text[end] === '"' ? 2 : 1;
          if (end >= text.length) {
            throw new Error("The table that the service sent breaks off.");
          }
        }
        cell = text.slice(at + 1, end).replaceAll('""', '"');
        at = end + 1;
      } else {
        let end = at;
        while (end < text.length && text[end] !== "," && text[end] !== "\n" && text[end] !== "\r") {
          end++;
        }
        cell = text.slice(at, end);
        at = end;
      }
      line.push(cell);
      if (text[at] !== ",") {
        break;
      }
      at++;
    }
    at += text[at] === "\r" ? 1 : 0;
    at += text[at] === "\n" ? 1 : 0;
    lines.push(line);
  }
  return lines;
}
