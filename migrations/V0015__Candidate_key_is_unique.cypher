CREATE CONSTRAINT candidate_key_is_unique IF NOT EXISTS
FOR (candidate:Candidate) REQUIRE candidate.key IS UNIQUE;
