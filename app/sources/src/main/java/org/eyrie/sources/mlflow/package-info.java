/**
 * MLflow as a registry of models: versions, their lineage by documented tags, scores by the runs and logged models
 * behind them; predictions go back as tags where that is asked for.
 */
@NullMarked
package org.eyrie.sources.mlflow;

import org.jspecify.annotations.NullMarked;
