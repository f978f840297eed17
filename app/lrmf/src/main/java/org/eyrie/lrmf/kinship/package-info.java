/**
 * Forecasts of siblings: candidates that share all parents, so that lineage says the same of each of them. What tells them
 * apart are descriptors, of which a Gaussian process learns how far likeness in them is likeness in success. Read {@link
 * org.eyrie.lrmf.kinship.SiblingKinship} first.
 */
@NullMarked
package org.eyrie.lrmf.kinship;

import org.jspecify.annotations.NullMarked;
