/**
 * How a measured score speaks of the numbers of its model: the scale on which scores are normal, the cells, and what a
 * fit knows of their columns.
 */
@NullMarked
package org.eyrie.lrmf.observation;

import org.jspecify.annotations.NullMarked;
