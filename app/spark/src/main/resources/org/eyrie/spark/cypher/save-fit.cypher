// Keep a fit
//
// One of the same id is replaced. Takes the rows of a connector, each of which is called event.
//
// Parameters none
//
// Returns  nothing
MERGE (fit:Fit {id: event.id})
SET
  fit.created_at = datetime(event.created_at),
  fit.settings = event.settings,
  fit.seed = event.seed,
  fit.data_fingerprint = event.data_fingerprint,
  fit.data_version = event.data_version,
  fit.log_likelihood = event.log_likelihood,
  fit.stop_reason = event.stop_reason,
  fit.shared = event.shared;
