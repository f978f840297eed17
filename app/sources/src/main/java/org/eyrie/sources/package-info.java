/**
 * What every source has in common: how it hands over facts, how they are checked, written and reported. Sees the
 * ports of the model, and neither the store behind them nor any one source.
 */
@NullMarked
package org.eyrie.sources;

import org.jspecify.annotations.NullMarked;
