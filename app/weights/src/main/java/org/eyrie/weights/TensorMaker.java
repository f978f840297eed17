package org.eyrie.weights;

import java.io.IOException;

/** Makes the tensors of a model that is written; asked for several at once where several threads write. */
@FunctionalInterface
public interface TensorMaker {

    /** Hands all elements of a tensor to the sink, in row-major order; it must do so each time alike. */
    void make(TensorInfo tensor, FloatSink sink) throws IOException;
}
