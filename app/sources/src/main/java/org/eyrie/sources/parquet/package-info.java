/** Tables as Parquet files keep them. */
@NullMarked
package org.eyrie.sources.parquet;

import org.jspecify.annotations.NullMarked;
