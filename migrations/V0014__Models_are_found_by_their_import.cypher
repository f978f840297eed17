CREATE INDEX models_are_found_by_their_import IF NOT EXISTS
FOR (model:Model) ON (model.recorded_in);
