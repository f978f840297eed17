/**
 * Brings what a source says into the store: checks everything, then writes it, batch by batch, and reports. Sees the ports
 * of the model, and neither the store behind them nor any one source.
 */
@NullMarked
package org.eyrie.sources.importing;

import org.jspecify.annotations.NullMarked;
