package org.eyrie.lrmf.outcomes;

/** Which inner loops this Java process can run, and why no faster ones. */
public final class KernelSelection {

    private static final String VECTOR_MODULE = "jdk.incubator.vector";
    private static final String VECTOR_KERNEL = "org.eyrie.lrmf.outcomes.VectorKernel";

    private static final Choice CHOICE =
            choose(ModuleLayer.boot().findModule(VECTOR_MODULE).isPresent(), VECTOR_KERNEL);

    private KernelSelection() {}

    /**
     * A kernel.
     *
     * @param description its name and, where it is the slower one, the reason
     */
    record Choice(Kernel kernel, String description) {}

    /** The vector kernel where the process was started with {@code --add-modules jdk.incubator.vector}, else plain. */
    static Kernel fastest() {
        return CHOICE.kernel();
    }

    /** What item fits of this process run on, for people: a name and, where it is not the fastest, why and what to do. */
    public static String description() {
        return CHOICE.description();
    }

    static Choice choose(boolean module, String name) {
        if (!module) {
            return plain("start Java with --add-modules " + VECTOR_MODULE + " for a faster one");
        }
        try {
            // by name: it is compiled apart, since the incubator module's own warning would end the build
            Kernel kernel = Class.forName(name)
                    .asSubclass(Kernel.class)
                    .getDeclaredConstructor()
                    .newInstance();
            return new Choice(kernel, "Vector API");
        } catch (ReflectiveOperationException | LinkageError e) {
            return plain("the Vector API is there, but its kernel does not load: " + e);
        }
    }

    private static Choice plain(String reason) {
        return new Choice(new PlainKernel(), "plain Java (" + reason + ")");
    }
}
