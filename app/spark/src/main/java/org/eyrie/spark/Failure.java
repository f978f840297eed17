package org.eyrie.spark;

/** What a failure of Spark means for whoever has to do something about it. */
final class Failure {

    private Failure() {}

    /** What happened and what to do. */
    static String of(Throwable failure, String command, String folder) {
        String cause = cause(failure);
        String advice = cause.contains("OutOfMemoryError") || cause.contains("exceeds safe range")
                ? "Memory ran out. On the driver (field and numbering: some 10 kB a model) give more --driver-memory;"
                        + " on executors (a chunk of 4096 models takes 4 bytes an outcome and three times that while it"
                        + " is worked on) give more --executor-memory or fewer --executor-cores."
                : cause.contains("maxResultSize")
                        ? "Raise --conf spark.driver.maxResultSize to 4g."
                        : "Nothing was written to a graph. Run the same command again; what " + folder
                                + " holds of it is replaced.";
        return command + " failed: " + cause + "\n" + advice;
    }

    /** The innermost message. */
    static String cause(Throwable failure) {
        Throwable inner = failure;
        while (inner.getCause() != null) {
            inner = inner.getCause();
        }
        String message = String.valueOf(inner.getMessage());
        int line = message.indexOf('\n');
        return inner.getClass().getSimpleName() + ": " + (line < 0 ? message : message.substring(0, line));
    }
}
