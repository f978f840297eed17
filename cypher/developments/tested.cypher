// The score of a finalist
//
// Keeps how a finalist of a search did on test items, unless that is known.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param id => 'ciphers-1'
//   :param program => 'alg:4ae1'
//   :param score => {outcomes: '0110', share: .5, lower: .3, upper: .7}
//
// Returns  program - no row where it is no finalist
// Bound    the search's lock must be held
MATCH (:Development {id: $id})-[judged:JUDGED]->(algorithm:Algorithm {id: $program})
FOREACH (_ IN CASE WHEN judged.outcomes IS NULL THEN [1] ELSE [] END | SET judged += $score)
RETURN algorithm.id AS program;
