// Folds long lists of siblings: of the childless children of one parent, those beyond a few become one box.
const FEW = 5;

// unfolded: parents whose children are all shown
export function fold(neighbourhood, here, unfolded) {
  const edges = neighbourhood.derivations;
  const hasChildren = new Set(edges.map(edge => edge.parent));
  const parents = new Map();
  edges.forEach(edge => parents.set(edge.child, [...(parents.get(edge.child) || []), edge.parent]));
  const leaves = new Map();
  for (const [child, from] of parents) {
    if (from.length === 1 && !hasChildren.has(child) && child !== here) {
      leaves.set(from[0], [...(leaves.get(from[0]) || []), child]);
    }
  }
  const gone = new Set();
  const folds = new Map();
  const more = [];
  for (const [parent, children] of leaves) {
    if (children.length > FEW + 1 && !unfolded.has(parent)) {
      const models = children.slice(FEW);
      models.forEach(id => gone.add(id));
      const id = "\u0000" + parent;
      folds.set(id, {parent, models});
      more.push({child: id, parent, relation: "unknown", weight: null});
    }
  }
  return {
    ids: [...neighbourhood.models.map(model => model.id).filter(id => !gone.has(id)), ...folds.keys()],
    edges: [...edges.filter(edge => !gone.has(edge.child)), ...more],
    folds};
}
