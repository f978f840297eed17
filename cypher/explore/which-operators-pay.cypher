// Which operators pay
//
// For each operator of the language: what share of their items programs with it solved, and what share those without it, over
// all that a search tried. Programs differ in more than one operator, and more is spent on good ones: this shows what went
// together, not what caused what.
//
// Parameters (none is needed: null takes the default; to ask otherwise, write into the first line):
//   :param searchId => null
// Default  searchId: the search that began last
//
// Returns  operator, programs (with it), items (asked of them), shareWith, shareWithout, difference, paths (to the best of them) - the
//          largest difference first
WITH {searchId: null} AS chosen
MATCH (search:Development)
WHERE chosen.searchId IS NULL OR search.id = chosen.searchId
WITH search
ORDER BY search.started_at DESC, search.id
LIMIT 1
MATCH path = (search)-[:TRIES]->(candidate:Candidate)-[:MADE_BY]->(program:Algorithm)
WHERE candidate.asked > 0
WITH path, candidate, split(reduce(text = program.text, sign IN ['+', '-', '*', ',', '=', ')', '\n'] | replace(text, sign, ' ')), '(') AS parts
WITH path, candidate, [part IN parts[..-1] | split(part, ' ')[-1]] AS called
ORDER BY toFloat(candidate.solved) / candidate.asked DESC, candidate.key
WITH collect({path: path, asked: candidate.asked, solved: candidate.solved, called: called}) AS tries,
     sum(candidate.asked) AS asked, sum(candidate.solved) AS solved
UNWIND tries AS each
UNWIND each.called AS operator
WITH DISTINCT asked, solved, each, operator
WHERE operator <> ''
WITH asked, solved, operator, count(*) AS programs, sum(each.asked) AS items, sum(each.solved) AS got,
     collect(each.path)[..5] AS paths
WITH *, toFloat(got) / items AS shareWith, CASE WHEN asked > items THEN toFloat(solved - got) / (asked - items) END AS shareWithout
RETURN
  operator, programs, items, round(shareWith, 4) AS shareWith, round(shareWithout, 4) AS shareWithout, round(shareWith - shareWithout, 4) AS difference, paths
ORDER BY difference DESC, operator;
