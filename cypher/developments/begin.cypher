// Begin a search
//
// Creates a search, or finds that it is there, and holds its lock until the transaction ends.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param id => 'ciphers-1'
//   :param properties => {base: 'ciphers/seed', parents: ['ciphers/one'], benchmark: 'ciphers', item_tasks: ['add'], item_names: ['a'], seed: 1, policy: 'guided', proposer: 'grammar', budget_items: 100}
//
// Returns  created, development - whether it is new, and its properties as they are now but the time
// Bound    whether another plan may have the name is decided where this is called
MERGE (development:Development {id: $id})
ON CREATE SET
  development += $properties, development.created = true, development.state = 'open', development.spent = 0,
  development.seconds = 0.0, development.started_at = datetime.realtime()
SET development.locked = true
WITH development, coalesce(development.created, false) AS created
REMOVE development.created
RETURN created, development {.*, started_at: null} AS development;
