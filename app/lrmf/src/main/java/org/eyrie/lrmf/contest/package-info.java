/** Our method as a predictor that experiments can run, beside all baselines. */
@NullMarked
package org.eyrie.lrmf.contest;

import org.jspecify.annotations.NullMarked;
