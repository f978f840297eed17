/** Records of Every Eval Ever, which hold what many tools and leaderboards measured. */
@NullMarked
package org.eyrie.sources.everyeval;

import org.jspecify.annotations.NullMarked;
