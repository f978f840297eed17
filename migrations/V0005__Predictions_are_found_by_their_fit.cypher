CREATE INDEX predictions_are_found_by_their_fit IF NOT EXISTS
FOR ()-[prediction:PREDICTED]-() ON (prediction.fit);
