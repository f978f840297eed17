/** What every format is held to: how models and benchmarks are named, and what a score is. */
@NullMarked
package org.eyrie.sources.conventions;

import org.jspecify.annotations.NullMarked;
