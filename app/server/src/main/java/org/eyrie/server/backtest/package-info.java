/** Experiments on whatever is in the database. */
@NullMarked
package org.eyrie.server.backtest;

import org.jspecify.annotations.NullMarked;
