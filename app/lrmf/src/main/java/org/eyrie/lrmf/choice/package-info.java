/**
 * What to measure next, decided on draws of the joint posterior: {@link org.eyrie.lrmf.choice.Standing}, how candidates
 * stand among one another; {@link org.eyrie.lrmf.choice.BatchChoice}, which of them to measure.
 */
@NullMarked
package org.eyrie.lrmf.choice;

import org.jspecify.annotations.NullMarked;
