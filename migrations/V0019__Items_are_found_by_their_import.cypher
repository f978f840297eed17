CREATE INDEX items_are_found_by_their_import IF NOT EXISTS
FOR (item:Item) ON (item.recorded_in);
