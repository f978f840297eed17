MERGE (ledger:Ledger {name: 'facts'})
ON CREATE SET ledger.version = 0;
