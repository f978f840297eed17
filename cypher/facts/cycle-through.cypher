// A cycle through one of some edges
//
// Looks for a way from a parent up to its own child.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param edges => [['mlabonne/NeuralBeagle14-7B', 'mlabonne/Beagle14-7B']]
//
// Returns  cycle - ids, each followed by a parent of it, the first one again at the end; no row where there is none
// Bound    searches from both ends, so it costs as much as the smaller of parent's ancestry and child's descendants
UNWIND $edges AS edge
MATCH (child:Model {id: edge[0]})
MATCH (parent:Model {id: edge[1]})
MATCH path = shortestPath((parent)-[:DERIVED_FROM*]->(child))
RETURN [child.id] + [model IN nodes(path) | model.id] AS cycle
LIMIT 1;
