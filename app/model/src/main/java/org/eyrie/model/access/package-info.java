/** Who may use the service over the network, and what they did. */
@NullMarked
package org.eyrie.model.access;

import org.jspecify.annotations.NullMarked;
