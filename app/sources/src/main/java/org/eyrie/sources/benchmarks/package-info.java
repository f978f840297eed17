/**
 * The benchmark map: which setups are one known benchmark, and how its score is computed from what sources report. Every
 * format passes through it on its way to the store.
 */
@NullMarked
package org.eyrie.sources.benchmarks;

import org.jspecify.annotations.NullMarked;
