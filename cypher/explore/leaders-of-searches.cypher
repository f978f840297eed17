// Leaders of searches
//
// What each search for merges found: the candidate that it chose, or while it runs the one with the best raw share among those
// asked half as much as the one asked most; how much of each parent is in it; and its score on test items where it was judged.
// Of many that were tried the best raw share is luck in part.
//
// Parameters none
//
// Returns  search, state, spent, program, asked, share (raw, of development items), test, weights, paths - by search
MATCH (search:Development)-[:TRIES]->(tried:Candidate)
WHERE tried.asked > 0
WITH search, max(tried.asked) AS most
MATCH (search)-[:TRIES]->(candidate:Candidate)-[:MADE_BY]->(program:Algorithm)
WHERE 2 * candidate.asked >= most OR EXISTS { (search)-[:CHOSE]->(candidate) }
WITH search, candidate, program
ORDER BY EXISTS { (search)-[:CHOSE]->(candidate) } DESC, toFloat(candidate.solved) / candidate.asked DESC, program.id
WITH search, collect({candidate: candidate, program: program})[0] AS first
WITH search, first.candidate AS candidate, first.program AS program
MATCH path = (search)-[:TRIES]->(candidate)-[:MERGES]->(:Model)
WITH search, candidate, program, collect(path) AS paths
OPTIONAL MATCH (search)-[judged:JUDGED]->(program)
RETURN
  search.id AS search, search.state AS state, search.spent AS spent, program.text AS program, candidate.asked AS asked,
  round(toFloat(candidate.solved) / candidate.asked, 4) AS share, round(judged.share, 4) AS test,
  COLLECT { MATCH (candidate)-[merges:MERGES]->(model:Model)
            RETURN model.id + ': ' + toString(round(merges.weight, 3)) ORDER BY model.id } AS weights,
  paths
ORDER BY search;
