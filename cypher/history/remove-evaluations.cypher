// Scores of one import
//
// Deletes some of what only one import brought; to be repeated until there are none.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param number => -1
//   :param limit => 5000
//
// Returns  removed - one row
MATCH ()-[fact:EVALUATED_ON {recorded_in: $number}]->()
WITH fact
LIMIT $limit
DELETE fact
RETURN count(*) AS removed;
