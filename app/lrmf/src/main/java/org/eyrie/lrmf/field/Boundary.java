package org.eyrie.lrmf.field;

import org.eyrie.lrmf.linalg.SelectedInverse;

/**
 * Posterior of the nodes at the edge of a field, known from elsewhere.
 *
 * @param mean d numbers per boundary node, in the order of the nodes
 * @param covariance of any two boundary nodes, by their numbers in the field
 */
@SuppressWarnings("ArrayRecordComponent")
public record Boundary(double[] mean, SelectedInverse.BoundaryCovariance covariance) {}
