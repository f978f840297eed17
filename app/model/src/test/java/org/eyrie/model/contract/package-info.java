/** What every implementation of the ports must do, as tests to inherit. */
@NullMarked
package org.eyrie.model.contract;

import org.jspecify.annotations.NullMarked;
