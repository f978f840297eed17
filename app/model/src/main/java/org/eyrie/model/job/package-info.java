/** Work that takes longer than a request, and requests that are done once however often they are sent. */
@NullMarked
package org.eyrie.model.job;

import org.jspecify.annotations.NullMarked;
