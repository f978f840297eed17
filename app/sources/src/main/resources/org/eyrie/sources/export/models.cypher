UNWIND $rows AS row
MERGE (model:Model {id: row.id})
ON CREATE SET model.recorded_from = 'eyrie export cypher', model.recorded_at = datetime()
SET model += row.traits, model.uploaded = date(row.uploaded);
