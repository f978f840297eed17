package org.eyrie.lrmf.outcomes;

/** Which kernel this Java process can run. */
final class KernelSelection {

    private static final String VECTOR_MODULE = "jdk.incubator.vector";
    private static final String VECTOR_KERNEL = "org.eyrie.lrmf.outcomes.VectorKernel";

    private KernelSelection() {}

    /** The vector kernel where the process was started with {@code --add-modules jdk.incubator.vector}, else plain. */
    static Kernel fastest() {
        if (ModuleLayer.boot().findModule(VECTOR_MODULE).isEmpty()) {
            return new PlainKernel();
        }
        try {
            // by name: it is compiled apart, since the incubator module's own warning would end the build
            return Class.forName(VECTOR_KERNEL)
                    .asSubclass(Kernel.class)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException | LinkageError e) {
            return new PlainKernel();
        }
    }
}
