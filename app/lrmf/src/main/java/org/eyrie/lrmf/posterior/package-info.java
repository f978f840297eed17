/**
 * What a fit leaves behind, and the answers it gives: families solved on the shared part, predictions, comparisons,
 * explanations. Start at {@link org.eyrie.lrmf.posterior.SharedPart}.
 */
@NullMarked
package org.eyrie.lrmf.posterior;

import org.jspecify.annotations.NullMarked;
