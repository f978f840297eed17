// The most prolific founders
//
// Models without parents from which most others descend, with their direct children.
//
// Parameters none
//
// Returns  founder, descendants, depth (generations), children (paths to some of them) - the largest family first
MATCH (founder:Model)
WHERE NOT EXISTS { (founder)-[:DERIVED_FROM]->() } AND EXISTS { (founder)<-[:DERIVED_FROM]-() }
MATCH descent = (founder)<-[:DERIVED_FROM*1..]-(descendant:Model)
WITH founder, descendant, min(length(descent)) AS generation
WITH founder, count(*) AS descendants, max(generation) AS depth
ORDER BY descendants DESC, founder.id
LIMIT 5
CALL (founder) {
  MATCH path = (founder)<-[:DERIVED_FROM]-(child:Model)
  ORDER BY child.id
  LIMIT 25
  RETURN collect(path) AS children
}
RETURN founder.id AS founder, descendants, depth, children
ORDER BY descendants DESC, founder;
