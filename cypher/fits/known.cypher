// Which of these fits are there
//
// Those of some ids that the graph has.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param ids => ['example']
//
// Returns  id - by id; one row per fit that is there
UNWIND $ids AS wanted
MATCH (fit:Fit {id: wanted})
RETURN DISTINCT fit.id AS id
ORDER BY id;
