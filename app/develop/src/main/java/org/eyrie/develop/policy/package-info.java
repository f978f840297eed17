/** Ways to choose what to try next. */
@NullMarked
package org.eyrie.develop.policy;

import org.jspecify.annotations.NullMarked;
