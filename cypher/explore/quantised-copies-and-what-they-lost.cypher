// Quantised copies and what they lost
//
// Quantised models beside their originals on every benchmark that both were measured on, the largest mean loss first.
//
// Parameters none
//
// Returns  copy, original, benchmarks, meanLoss, worstLoss, path
MATCH path = (copy:Model)-[:DERIVED_FROM {relation: 'quantized'}]->(original:Model)
MATCH (copy)-[after:EVALUATED_ON]->(:Benchmark)<-[before:EVALUATED_ON]-(original)
WITH path, copy, original, count(*) AS benchmarks, avg(before.score - after.score) AS meanLoss,
     max(before.score - after.score) AS worstLoss
RETURN
  copy.id AS copy, original.id AS original, benchmarks, round(meanLoss, 4) AS meanLoss,
  round(worstLoss, 4) AS worstLoss, path
ORDER BY meanLoss DESC, copy, original
LIMIT 25;
