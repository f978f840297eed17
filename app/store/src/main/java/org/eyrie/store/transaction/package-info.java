/** Statements within transactions: time limits, trying again, batches of rows, failures in our words. */
@NullMarked
package org.eyrie.store.transaction;

import org.jspecify.annotations.NullMarked;
