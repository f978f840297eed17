// Families of programs
//
// Which programs of a search are descended from one another: the first of each line, how many came of it, and the way from the
// one with the best raw share among those asked at least a quarter as much as the one asked most back to the first.
//
// Parameters (none is needed: null takes the default; to ask otherwise, write into the first line):
//   :param searchId => null
// Default  searchId: the search that began last
//
// Returns  founder, programs (those descended from it that were tried), best, asked, share, gain (over the founder, where that
//          was tried), path - best share first
WITH {searchId: null} AS chosen
MATCH (search:Development)
WHERE chosen.searchId IS NULL OR search.id = chosen.searchId
WITH search
ORDER BY search.started_at DESC, search.id
LIMIT 1
MATCH (search)-[:TRIES]->(most:Candidate)
WITH search, max(most.asked) AS most
MATCH (search)-[:TRIES]->(first:Candidate)-[:MADE_BY]->(founder:Algorithm)
WHERE NOT EXISTS { (founder)-[:VARIES]->(:Algorithm)<-[:MADE_BY]-(:Candidate)<-[:TRIES]-(search) }
MATCH (founder)<-[:VARIES*1..]-(program:Algorithm)
WITH DISTINCT search, most, first, founder, program
MATCH (search)-[:TRIES]->(candidate:Candidate)-[:MADE_BY]->(program)
WHERE 4 * candidate.asked >= most AND candidate.asked > 0
WITH founder, first, candidate, program
ORDER BY toFloat(candidate.solved) / candidate.asked DESC, program.id
WITH founder, first, count(*) AS programs, collect({candidate: candidate, program: program})[0] AS top
WITH founder, first, programs, top.candidate AS candidate, top.program AS best
MATCH path = shortestPath((best)-[:VARIES*]->(founder))
WITH *, toFloat(candidate.solved) / candidate.asked AS share
RETURN
  founder.text AS founder, programs, best.text AS best, candidate.asked AS asked, round(share, 4) AS share,
  CASE first.asked WHEN 0 THEN null ELSE round(share - toFloat(first.solved) / first.asked, 4) END AS gain, path
ORDER BY share DESC, founder
LIMIT 25;
