/**
 * Where parts of a whole lie and how they are talked to: in this process, or on many machines. Knows nothing of what the parts
 * are.
 */
@NullMarked
package org.eyrie.lrmf.parts;

import org.jspecify.annotations.NullMarked;
