/** The contents table of the Open LLM Leaderboard. */
@NullMarked
package org.eyrie.sources.openllm;

import org.jspecify.annotations.NullMarked;
