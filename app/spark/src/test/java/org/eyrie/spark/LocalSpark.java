package org.eyrie.spark;

import org.apache.spark.sql.SparkSession;

/** Spark in this process, which nobody else can reach. */
final class LocalSpark {

    private LocalSpark() {}

    /** @param master such as {@code local[4]}, of four threads */
    static SparkSession session(String master) {
        return SparkSession.builder()
                .master(master)
                .appName("test")
                .config("spark.ui.enabled", false)
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .getOrCreate();
    }
}
