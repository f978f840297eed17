/** How to work with a database; every floor may know it. */
@NullMarked
package org.eyrie.store.settings;

import org.jspecify.annotations.NullMarked;
