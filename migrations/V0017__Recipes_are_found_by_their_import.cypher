CREATE INDEX recipes_are_found_by_their_import IF NOT EXISTS
FOR (recipe:Recipe) ON (recipe.recorded_in);
