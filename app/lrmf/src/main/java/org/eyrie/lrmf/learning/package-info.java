/**
 * Learns from a whole problem what all families share: expectation maximisation. Start at {@link
 * org.eyrie.lrmf.learning.LrmfFit}.
 */
@NullMarked
package org.eyrie.lrmf.learning;

import org.jspecify.annotations.NullMarked;
