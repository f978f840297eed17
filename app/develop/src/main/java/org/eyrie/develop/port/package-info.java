/** What a search needs of others: programs, weights, evaluations, and a place to keep what it did. */
@NullMarked
package org.eyrie.develop.port;

import org.jspecify.annotations.NullMarked;
