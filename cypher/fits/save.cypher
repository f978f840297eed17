// Keep a fit
//
// One of the same id is replaced.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param id => 'example'
//   :param properties => {settings: '{}', seed: 1, created_at: datetime('2025-01-01T00:00:00Z')}
//
// Returns  nothing
MERGE (fit:Fit {id: $id})
SET fit = $properties
SET fit.id = $id
WITH fit
CALL () {
  MATCH (other:Fit)
  RETURN coalesce(max(other.number), 0) AS last
}
SET fit.number = last + 1;
