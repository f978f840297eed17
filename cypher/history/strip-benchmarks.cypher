// Benchmarks of one import
//
// Says of some of them that nobody brought them; to be repeated until there are none. Their setups stay: scores of other
// imports were made under them.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param number => -1
//   :param limit => 5000
//
// Returns  benchmarks - one row
MATCH (benchmark:Benchmark {recorded_in: $number})
WITH benchmark
LIMIT $limit
SET benchmark.recorded_in = 0
RETURN count(*) AS benchmarks;
