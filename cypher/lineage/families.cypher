// Families
//
// Founders are models without parents but with children; what descends from one is its family. A merge counts in
// the family of each of its founders.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param afterSize => 2147483647
//   :param afterFounder => ''
//   :param limit => 25
//
// Returns  founder, size, depth, evaluated, evaluations - largest first, then by founder
// Bound    only min(length) of a path is used, so every member is expanded once per founder, at any depth
MATCH (founder:Model)
WHERE NOT EXISTS { (founder)-[:DERIVED_FROM]->() } AND EXISTS { (founder)<-[:DERIVED_FROM]-() }
MATCH path = (founder)<-[:DERIVED_FROM*0..]-(member:Model)
WITH founder, member, min(length(path)) AS hops
WITH founder, hops, COUNT { (member)-[:EVALUATED_ON]->() } AS scores
WITH founder.id AS founder, count(*) AS size, max(hops) AS depth,
     sum(CASE WHEN scores > 0 THEN 1 ELSE 0 END) AS evaluated, sum(scores) AS evaluations
WHERE size < $afterSize OR (size = $afterSize AND founder > $afterFounder)
RETURN founder, size, depth, evaluated, evaluations
ORDER BY size DESC, founder
LIMIT $limit;
