/**
 * Items of benchmarks: what a model answers, and from a few answers the whole benchmark. Joins the field over whole
 * benchmarks, which knows how good a model should be, with the factorisation of single outcomes, which knows the items.
 */
@NullMarked
package org.eyrie.lrmf.items;

import org.jspecify.annotations.NullMarked;
