UNWIND $rows AS row
MATCH (child:Model {id: row.child})
MATCH (parent:Model {id: row.parent})
MERGE (child)-[edge:DERIVED_FROM]->(parent)
SET edge.relation = row.relation, edge.weight = row.weight, edge.evidence = row.evidence;
