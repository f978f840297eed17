/** Results of EvalPlus: HumanEval+ and MBPP+. */
@NullMarked
package org.eyrie.sources.evalplus;

import org.jspecify.annotations.NullMarked;
