/**
 * The screening experiment: a parent's children were never measured, some are chosen, how good is the best of those? {@link
 * org.eyrie.lrmf.trial.screening.ScreeningTrial} is where to start.
 */
@NullMarked
package org.eyrie.lrmf.trial.screening;

import org.jspecify.annotations.NullMarked;
