// What of a lineage is shown. What is hidden leaves no gap: whoever lies beyond it hangs on the next that is shown.

// How a model counts that nobody here made.
export const ORIGINAL = "original";

// What the filters say of a model, from the address.
export function wishes(query) {
  const number = name => query.get(name) !== null && query.get(name).trim() !== "" && Number.isFinite(Number(query.get(name)))
    ? Number(query.get(name)) : null;
  return {
    least: number("least"), most: number("most"), hidden: new Set(query.getAll("hide")),
    measured: query.get("measured") === "true" && Boolean(query.get("tint"))};
}

export const bySize = wanted => wanted.least !== null || wanted.most !== null;

// The ways in which models here were made, by their number.
export function kinds(around) {
  const counts = new Map();
  made(around).forEach(relations => relations.forEach(each => counts.set(each, (counts.get(each) || 0) + 1)));
  return [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).map(([name]) => name);
}

function made(around) {
  const relations = new Map(around.models.map(model => [model.id, new Set()]));
  around.derivations.forEach(edge => relations.has(edge.child) && relations.get(edge.child).add(edge.relation));
  relations.forEach(each => each.size || each.add(ORIGINAL));
  return relations;
}

// Those that are shown among the nearest above a model, upwards through what is hidden.
function beyond(id, parents, shown) {
  const found = new Set();
  const seen = new Set();
  const open = [id];
  while (open.length) {
    for (const parent of parents.get(open.pop()) || []) {
      if (shown.has(parent)) {
        found.add(parent);
      } else if (!seen.has(parent)) {
        seen.add(parent);
        open.push(parent);
      }
    }
  }
  return found;
}

// The same lineage with fewer models; the one it is about always stays. An edge through hidden models has the relation "through".
export function sieve(around, here, wanted, cells) {
  const relations = made(around);
  const fits = ({id, traits}) => id === here ||
    (!bySize(wanted) || (traits.parametersBillions !== null && traits.parametersBillions >= (wanted.least ?? 0) && traits.parametersBillions <= (wanted.most ?? Infinity)))
    && [...relations.get(id)].some(each => !wanted.hidden.has(each))
    && (!wanted.measured || Boolean(cells.get(id) && cells.get(id).measured));
  const models = around.models.filter(fits);
  if (models.length === around.models.length) {
    return around;
  }
  const shown = new Set(models.map(model => model.id));
  const parents = new Map();
  around.derivations.forEach(edge => parents.set(edge.child, [...(parents.get(edge.child) || []), edge.parent]));
  const derivations = around.derivations.filter(edge => shown.has(edge.child) && shown.has(edge.parent));
  const direct = new Set(derivations.map(edge => edge.child + "\n" + edge.parent));
  const through = models.flatMap(({id}) => [...beyond(id, parents, shown)]
    .filter(parent => !direct.has(id + "\n" + parent))
    .map(parent => ({child: id, parent, relation: "through", weight: null})));
  return {...around, models, derivations: [...derivations, ...through]};
}
