package org.eyrie.spark;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

/** Takes all the memory that there is, on an executor or in the driver: to be submitted. */
public final class HungryJob {

    private HungryJob() {}

    /** Says what a fit would say. */
    public static void main(String[] arguments) {
        try (SparkSession session = SparkSession.builder().getOrCreate()) {
            if (arguments[0].equals("driver")) {
                eat();
            }
            new JavaSparkContext(session.sparkContext())
                    .parallelize(List.of(1), 1)
                    .map(k -> eat())
                    .collect();
        } catch (Exception | OutOfMemoryError e) {
            System.err.println(Failure.of(e, "fit", "folder"));
        }
    }

    private static int eat() {
        List<long[]> all = new ArrayList<>();
        while (all.size() < 1 << 20) {
            all.add(new long[1 << 20]);
        }
        return all.size();
    }
}
