// What a search spent
//
// For each kind of author of programs: how many it proposed, what became of them, what their evaluation cost, and what share of
// the items they solved.
//
// Parameters (none is needed: null takes the default; to ask otherwise, write into the first line):
//   :param searchId => null
// Default  searchId: the search that began last
//
// Returns  origin, proposed, repeated, refused, tried, items, share (raw), paths (to its best) - what cost most first
WITH {searchId: null} AS chosen
MATCH (search:Development)
WHERE chosen.searchId IS NULL OR search.id = chosen.searchId
WITH search
ORDER BY search.started_at DESC, search.id
LIMIT 1
MATCH path = (search)-[proposed:PROPOSED]->(program:Algorithm)
OPTIONAL MATCH (search)-[:TRIES]->(candidate:Candidate)-[:MADE_BY]->(program)
WHERE proposed.outcome = 'new' AND candidate.asked > 0
WITH proposed, candidate, path
ORDER BY CASE WHEN candidate IS NULL THEN -1.0 ELSE toFloat(candidate.solved) / candidate.asked END DESC, proposed.key
WITH
  proposed.origin AS origin,
  count(*) AS proposed,
  sum(CASE WHEN proposed.outcome STARTS WITH 'same' THEN 1 ELSE 0 END) AS repeated,
  sum(CASE proposed.outcome WHEN 'refused' THEN 1 ELSE 0 END) AS refused,
  count(candidate) AS tried,
  sum(coalesce(candidate.asked, 0)) AS items,
  sum(coalesce(candidate.solved, 0)) AS solved,
  collect(path)[..5] AS paths
RETURN
  origin, proposed, repeated, refused, tried, items,
  CASE items WHEN 0 THEN null ELSE round(toFloat(solved) / items, 4) END AS share, paths
ORDER BY items DESC, origin;
