@NullMarked
package org.eyrie.sources.proposing;

import org.jspecify.annotations.NullMarked;
