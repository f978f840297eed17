CREATE INDEX scores_are_found_by_their_import IF NOT EXISTS
FOR ()-[evaluation:EVALUATED_ON]-() ON (evaluation.recorded_in);
