/** Models, lineage and metrics of an MLflow registry, and predictions back to it. */
@NullMarked
package org.eyrie.sources.mlflow;

import org.jspecify.annotations.NullMarked;
