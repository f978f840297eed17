// Keep predictions
//
// In place of older ones of the same model and benchmark. Takes the rows of a connector, each of which is called event.
//
// Parameters none
//
// Returns  nothing
MATCH (model:Model {id: event.model})
MATCH (benchmark:Benchmark {id: event.benchmark})
MERGE (model)-[prediction:PREDICTED]->(benchmark)
SET
  prediction = {
    mean: event.mean,
    lower: event.lower,
    upper: event.upper,
    level: event.level,
    fit: event.fit,
    left_out_mean: event.left_out_mean,
    left_out_lower: event.left_out_lower,
    left_out_upper: event.left_out_upper
  };
