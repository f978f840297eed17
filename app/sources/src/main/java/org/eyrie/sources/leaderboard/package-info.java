/** Models, edges and scores in three CSV files. */
@NullMarked
package org.eyrie.sources.leaderboard;

import org.jspecify.annotations.NullMarked;
