/** Data with known truth: scores of related models whose skills were drawn, not fitted. Knows problems. */
@NullMarked
package org.eyrie.lrmf.simulate;

import org.jspecify.annotations.NullMarked;
