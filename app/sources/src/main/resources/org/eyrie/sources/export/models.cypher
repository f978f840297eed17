UNWIND $rows AS row
MERGE (model:Model {id: row.id})
SET model += row.traits, model.uploaded = date(row.uploaded);
