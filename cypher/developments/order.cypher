// One order
//
// What was ordered under a number.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param key => 'ciphers-1 0'
//
// Returns  run - its properties; no row where there is none
MATCH (run:Run {key: $key})
RETURN run {.*} AS run;
