// What a merge is made of
//
// The ancestors of a merge within three generations, and the share of each: the product of the weights along the
// way, parents without a weight sharing equally.
//
// Parameters (none is needed: null takes the default; to ask otherwise, write into the first line):
//   :param modelId => null
// Default  modelId: the merge with most parents that were made from others themselves
//
// Returns  ancestor, generations, share (of the ways shown), paths - the nearest first, then the largest share
// Bound    three generations and a limit, because here every way counts and merges of merges have very many
WITH {modelId: null} AS chosen
MATCH (merge:Model)
WHERE chosen.modelId IS NULL OR merge.id = chosen.modelId
WITH merge
ORDER BY COUNT { (merge)-[:DERIVED_FROM {relation: 'merge'}]->()-[:DERIVED_FROM]->() } DESC, merge.id
LIMIT 1
MATCH path = (merge)-[:DERIVED_FROM*1..3]->(ancestor:Model)
WITH path, ancestor, length(path) AS generations
ORDER BY generations
LIMIT 100
WITH path, ancestor, generations,
     [model IN nodes(path)[..-1] | COUNT { (model)-[:DERIVED_FROM]->() }] AS parents
WITH path, ancestor, generations,
     reduce(share = 1.0, step IN range(0, generations - 1) |
       share * coalesce(relationships(path)[step].weight, 1.0 / parents[step])) AS share
RETURN ancestor.id AS ancestor, min(generations) AS generations, round(sum(share), 4) AS share, collect(path) AS paths
ORDER BY generations, share DESC, ancestor;
