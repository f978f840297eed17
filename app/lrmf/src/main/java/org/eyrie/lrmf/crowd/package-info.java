/**
 * What the crowd says: an expectation of each score from models that need not be relatives — of like names, of the same
 * author, licence or kind — by boosted trees, learned so that no model's own scores are in what is expected of it.
 */
@NullMarked
package org.eyrie.lrmf.crowd;

import org.jspecify.annotations.NullMarked;
