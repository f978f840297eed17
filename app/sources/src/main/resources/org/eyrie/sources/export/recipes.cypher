UNWIND $rows AS row
MATCH (model:Model {id: row.model})
MERGE (recipe:Recipe {model: row.model})
ON CREATE SET recipe.recorded_from = 'eyrie export cypher', recipe.recorded_at = datetime()
MERGE (model)-[:MADE_BY]->(recipe)
SET recipe.method = row.method, recipe.yaml = row.yaml, recipe.weight_rule = row.weight_rule, recipe.source = row.source;
