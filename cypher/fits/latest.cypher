// Fits, the latest first
//
// The fits that were saved last, by their number: a clock may have been ahead. What they share runs to megabytes and is
// left out.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param limit => 5
//
// Returns  id, created_at, settings, seed, data_fingerprint, data_version, log_likelihood, stop_reason -
//          the one with the highest number first, those without one by when they were made, then by id
MATCH (fit:Fit)
WITH fit
ORDER BY coalesce(fit.number, 0) DESC, fit.created_at DESC, fit.id DESC
LIMIT $limit
RETURN
  fit.id AS id, fit.created_at AS created_at, fit.settings AS settings, fit.seed AS seed,
  fit.data_fingerprint AS data_fingerprint, fit.data_version AS data_version,
  fit.log_likelihood AS log_likelihood, fit.stop_reason AS stop_reason
ORDER BY coalesce(fit.number, 0) DESC, created_at DESC, id DESC;
