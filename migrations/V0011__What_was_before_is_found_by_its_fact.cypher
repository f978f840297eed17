CREATE INDEX what_was_before_is_found_by_its_fact IF NOT EXISTS
FOR (before:Before) ON (before.key);
