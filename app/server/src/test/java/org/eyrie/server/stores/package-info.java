@NullMarked
package org.eyrie.server.stores;

import org.jspecify.annotations.NullMarked;
