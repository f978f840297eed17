// Suspicious lineage
//
// Derivations that deserve a second look: a child published before its parent, or scores further from the parent's
// than this relation explains. A few parents in any model card are wrong.
//
// Parameters (none is needed: null takes the default; to ask otherwise, write into the first line):
//   :param minGap => null
// Default  minGap: 0.15
//
// Returns  child, parent, relation, reason, gap (largest difference on one benchmark, or null), path -
//          children older than their parent first, then the largest gap
WITH {minGap: null} AS chosen
MATCH path = (child:Model)-[edge:DERIVED_FROM]->(parent:Model)
OPTIONAL MATCH (child)-[own:EVALUATED_ON]->(:Benchmark)<-[inherited:EVALUATED_ON]-(parent)
WITH chosen, path, child, parent, edge, max(abs(own.score - inherited.score)) AS gap,
     coalesce(child.uploaded < parent.uploaded, false) AS older
WHERE older OR gap >= coalesce(chosen.minGap, 0.15)
RETURN
  child.id AS child, parent.id AS parent, edge.relation AS relation,
  CASE WHEN older THEN 'the child is older than its parent' ELSE 'the scores are far apart' END AS reason,
  round(gap, 4) AS gap, path
ORDER BY older DESC, gap DESC, child, parent
LIMIT 25;
