CREATE INDEX what_was_before_is_found_by_the_import_that_wrote_it IF NOT EXISTS
FOR (before:Before) ON (before.recorded_in);
