/** Work that takes longer than a request. */
@NullMarked
package org.eyrie.server.job;

import org.jspecify.annotations.NullMarked;
