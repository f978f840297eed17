/** The Open LLM Leaderboard's public table, {@code contents}, as people download it: CSV or Parquet. */
@NullMarked
package org.eyrie.sources.openllm;

import org.jspecify.annotations.NullMarked;
