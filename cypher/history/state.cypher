// How far an import is
//
// Says that it is being taken back, or was.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param number => 1
//   :param state => 'finished'
//
// Returns  nothing
MATCH (import:Import {number: $number})
SET import.state = $state;
