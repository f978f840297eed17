/**
 * What to measure next, decided on draws of the joint posterior: {@link org.eyrie.lrmf.choice.Standing}, how candidates
 * stand among one another; {@link org.eyrie.lrmf.choice.BatchChoice}, which of them to measure. On its covariances: {@link
 * org.eyrie.lrmf.choice.PickWorth}, what one measurement is worth to whoever takes the best of them, by {@link
 * org.eyrie.lrmf.choice.KnowledgeGradient}.
 */
@NullMarked
package org.eyrie.lrmf.choice;

import org.jspecify.annotations.NullMarked;
