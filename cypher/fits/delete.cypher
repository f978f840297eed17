// Forget a fit
//
// And its predictions; nothing happens where there is none.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param id => 'example'
//
// Returns  nothing
// Bound    the index on the fit of a prediction finds them: those of other fits are not looked at
CALL () {
  MATCH ()-[prediction:PREDICTED {fit: $id}]->()
  DELETE prediction
}
MATCH (fit:Fit {id: $id})
DELETE fit;
