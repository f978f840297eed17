CREATE CONSTRAINT ledger_name_is_unique IF NOT EXISTS
FOR (ledger:Ledger) REQUIRE ledger.name IS UNIQUE;
