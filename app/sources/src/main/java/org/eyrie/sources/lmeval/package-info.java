/** Results and samples of lm-evaluation-harness. */
@NullMarked
package org.eyrie.sources.lmeval;

import org.jspecify.annotations.NullMarked;
