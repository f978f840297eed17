// Models of a source
//
// Gives some facts of a source, written before imports had numbers, the number of an import; to be repeated until there are
// none.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param source => 'example'
//   :param number => 1
//   :param limit => 10000
//
// Returns  adopted - one row
MATCH (fact:Model)
WHERE fact.recorded_from = $source AND fact.recorded_in IS NULL
WITH fact
LIMIT $limit
SET fact.recorded_in = $number
RETURN count(*) AS adopted;
