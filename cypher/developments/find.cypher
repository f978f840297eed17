// One search
//
// A search's plan and where it stands.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param id => 'ciphers-1'
//
// Returns  development - its properties; no row where there is none
MATCH (development:Development {id: $id})
RETURN development {.*} AS development;
