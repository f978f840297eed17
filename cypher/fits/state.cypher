// What every answer depends on
//
// The version of the facts and the fit that ended last, without what it shares. One look tells whether an answer that was
// kept still holds.
//
// Parameters none
//
// Returns  version, fitted, id, created_at, settings, seed, data_fingerprint, data_version, log_likelihood, stop_reason -
//          one row; version is 0 without the schema, fitted is false and the others are null where there is no fit
OPTIONAL MATCH (ledger:Ledger {name: 'facts'})
WITH coalesce(ledger.version, 0) AS version
OPTIONAL MATCH (fit:Fit)
WITH version, fit
ORDER BY coalesce(fit.number, 0) DESC, fit.created_at DESC, fit.id DESC
LIMIT 1
RETURN
  version, fit IS NOT NULL AS fitted, fit.id AS id, fit.created_at AS created_at, fit.settings AS settings, fit.seed AS seed,
  fit.data_fingerprint AS data_fingerprint, fit.data_version AS data_version,
  fit.log_likelihood AS log_likelihood, fit.stop_reason AS stop_reason;
