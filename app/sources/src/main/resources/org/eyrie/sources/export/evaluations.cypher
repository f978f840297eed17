UNWIND $rows AS row
MATCH (model:Model {id: row.model})
MATCH (benchmark:Benchmark {id: row.benchmark})
MERGE (model)-[measured:EVALUATED_ON]->(benchmark)
ON CREATE SET measured.recorded_from = 'eyrie export cypher', measured.recorded_at = datetime()
SET measured.score = row.score, measured.items = row.items, measured.stderr = row.stderr, measured.source = row.source,
    measured.measured_at = datetime(row.measured_at), measured.outcomes = row.outcomes;
