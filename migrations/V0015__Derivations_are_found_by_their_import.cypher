CREATE INDEX derivations_are_found_by_their_import IF NOT EXISTS
FOR ()-[edge:DERIVED_FROM]-() ON (edge.recorded_in);
