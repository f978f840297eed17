/** How good predictions are: pure functions over parallel arrays. Knows the JDK only. */
@NullMarked
package org.eyrie.lrmf.trial.metric;

import org.jspecify.annotations.NullMarked;
