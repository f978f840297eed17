/**
 * A fit as a job of Apache Spark, for outcomes that no machine holds: items are fitted where their chunks of models lie
 * ({@code SparkChunks}), the field by the product's own fit in the driver.
 *
 * <p>In the order in which things happen ({@code EyrieSpark} runs it): {@code GraphSource} reads lineage and scores, {@code
 * OutcomeReading} makes chunks of outcomes, {@link org.eyrie.engine.fit.Fitting} fits, {@code FitFiles} keeps what it found as
 * Parquet, {@code Loading} brings that to Neo4j.
 */
@NullMarked
package org.eyrie.spark;

import org.jspecify.annotations.NullMarked;
