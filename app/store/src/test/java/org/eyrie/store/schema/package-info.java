@NullMarked
package org.eyrie.store.schema;

import org.jspecify.annotations.NullMarked;
