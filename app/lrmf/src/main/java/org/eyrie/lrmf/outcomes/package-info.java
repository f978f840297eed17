/**
 * Logistic factorisation of outcome counts: items, which have one trial, and benchmarks, which have many. Majorises
 * the logistic loss by a quadratic (Polson, Scott and Windle 2013; Jaakkola and Jordan 2000), so that every step is a
 * linear solve.
 */
@NullMarked
package org.eyrie.lrmf.outcomes;

import org.jspecify.annotations.NullMarked;
