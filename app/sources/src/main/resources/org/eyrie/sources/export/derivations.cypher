UNWIND $rows AS row
MATCH (child:Model {id: row.child})
MATCH (parent:Model {id: row.parent})
MERGE (child)-[edge:DERIVED_FROM]->(parent)
ON CREATE SET edge.recorded_from = 'eyrie export cypher', edge.recorded_at = datetime()
SET edge.relation = row.relation, edge.weight = row.weight, edge.evidence = row.evidence;
