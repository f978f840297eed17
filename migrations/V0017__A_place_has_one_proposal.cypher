CREATE CONSTRAINT a_place_has_one_proposal IF NOT EXISTS
FOR ()-[proposed:PROPOSED]-() REQUIRE proposed.key IS UNIQUE;
