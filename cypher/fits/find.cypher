// One fit
//
// Everything needed to repeat a fit or to predict from it.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param id => 'example'
//
// Returns  id, created_at, settings, seed, data_fingerprint, data_version, log_likelihood, stop_reason, shared
MATCH (fit:Fit {id: $id})
RETURN
  fit.id AS id, fit.created_at AS created_at, fit.settings AS settings, fit.seed AS seed,
  fit.data_fingerprint AS data_fingerprint, fit.data_version AS data_version,
  fit.log_likelihood AS log_likelihood, fit.stop_reason AS stop_reason, fit.shared AS shared;
