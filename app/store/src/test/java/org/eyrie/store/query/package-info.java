@NullMarked
package org.eyrie.store.query;

import org.jspecify.annotations.NullMarked;
