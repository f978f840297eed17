/** The search itself: policy, proposer, merges, evaluations and the ledger brought together. */
@NullMarked
package org.eyrie.develop.loop;

import org.jspecify.annotations.NullMarked;
