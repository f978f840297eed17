package org.eyrie.lrmf.posterior;

import org.eyrie.lrmf.problem.Problem;

/**
 * A model and those of its relatives that are fewest derivations away, as a problem of their own.
 *
 * @param problem theirs
 * @param members number of each in the whole problem, the model itself first
 */
@SuppressWarnings("ArrayRecordComponent")
record NearestRelatives(Problem problem, int[] members) {}
