// Where models of a lineage are drawn.

// Generation of every model: the longest way down to it from a model without parents here.
export function generations(ids, edges) {
  const parents = new Map(ids.map(id => [id, []]));
  edges.forEach(edge => parents.get(edge.child).push(edge.parent));
  const known = new Map();
  for (const start of ids) {
    const stack = [start];
    while (stack.length) {
      const id = stack[stack.length - 1];
      const open = parents.get(id).filter(parent => !known.has(parent));
      if (open.length) {
        stack.push(...open);
      } else {
        known.set(id, Math.max(-1, ...parents.get(id).map(parent => known.get(parent))) + 1);
        stack.pop();
      }
    }
  }
  return known;
}

// Rows within each generation, near the mean row of a model's relatives, so that few edges cross.
export function rows(ids, edges, generation) {
  const columns = [];
  ids.forEach(id => (columns[generation.get(id)] ||= []).push(id));
  const row = new Map();
  columns.forEach(column => column.forEach((id, position) => row.set(id, position - column.length / 2)));
  const near = new Map(ids.map(id => [id, []]));
  edges.forEach(edge => {
    near.get(edge.child).push(edge.parent);
    near.get(edge.parent).push(edge.child);
  });
  for (let pass = 0; pass < 6; pass++) {
    for (const column of columns) {
      const wish = new Map(column.map(id => [id, near.get(id).length
        ? near.get(id).reduce((sum, other) => sum + row.get(other), 0) / near.get(id).length : row.get(id)]));
      column.sort((a, b) => wish.get(a) - wish.get(b) || a.localeCompare(b));
      column.forEach((id, position) => row.set(id, position - column.length / 2));
    }
  }
  return row;
}
