// Fits that are overtaken
//
// Of some fits, those on older data than another fit that is kept.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param ids => ['example']
//
// Returns  id, newer (a fit on newer data) - by id, then newer; no rows where none is overtaken
UNWIND $ids AS wanted
MATCH (fit:Fit {id: wanted})
MATCH (other:Fit)
WHERE other.data_version > fit.data_version
RETURN DISTINCT fit.id AS id, other.id AS newer
ORDER BY id, newer;
