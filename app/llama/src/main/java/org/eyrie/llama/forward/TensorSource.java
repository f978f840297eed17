package org.eyrie.llama.forward;

import java.util.List;
import java.util.Set;

/** Where a model's weights come from: files, or a merge that is written nowhere. */
public interface TensorSource {

    /** The names of all tensors. */
    Set<String> names();

    /** The extents of one of them, outermost first. */
    List<Long> shape(String name);

    /** Its numbers in row-major order; the caller may keep the array and must not write to it. */
    float[] values(String name);
}
