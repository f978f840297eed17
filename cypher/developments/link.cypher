// What a search is about
//
// Ties a search to its base, its parents and the benchmarks of its tasks, as far as they are in the graph.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param id => 'ciphers-1'
//   :param benchmarks => ['ciphers/add']
//
// Returns  nothing
// Bound    the names stay with the search: a model that is forgotten takes no search with it
MATCH (development:Development {id: $id})
CALL (development) {
  UNWIND [{model: development.base, role: 'base'}]
    + [place IN range(0, size(development.parents) - 1) | {model: development.parents[place], role: 'parent', place: place}] AS row
  MATCH (model:Model {id: row.model})
  USING INDEX SEEK model:Model(id)
  MERGE (development)-[from:FROM {role: row.role}]->(model)
  SET from.place = row.place
}
CALL (development) {
  UNWIND $benchmarks AS id
  MATCH (benchmark:Benchmark {id: id})
  MERGE (development)-[:SEEKS]->(benchmark)
};
