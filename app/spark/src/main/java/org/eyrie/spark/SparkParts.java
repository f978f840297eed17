package org.eyrie.spark;

import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.storage.StorageLevel;
import org.eyrie.lrmf.parts.PartTask;
import org.eyrie.lrmf.parts.SpreadParts;
import scala.Tuple2;

/**
 * Parts on executors, a partition each. A state stays where it was made, as long as there is room; a lost one is made again
 * from what its part was told. What states are made of is shuffled into place once, since Spark would send it along with
 * every later task otherwise.
 *
 * <p>States of which nobody in the driver knows any more are forgotten by Spark itself.
 */
final class SparkParts<S> implements SpreadParts<S> {

    private final JavaSparkContext spark;
    private final JavaRDD<KeptState<S>> states;

    /** @param states the n-th partition holds the n-th of them and no other */
    private SparkParts(JavaSparkContext spark, JavaRDD<KeptState<S>> states) {
        this.spark = spark;
        this.states = states.persist(StorageLevel.MEMORY_ONLY());
    }

    /** Of parts that are sent now. */
    static <S extends Serializable> SparkParts<S> of(JavaSparkContext spark, List<S> parts) {
        return new SparkParts<>(spark, placed(spark, parts).map(KeptState::of));
    }

    /** The n-th in the n-th partition. */
    private static <T extends Serializable> JavaRDD<T> placed(JavaSparkContext spark, List<T> each) {
        List<Tuple2<Integer, T>> numbered = IntStream.range(0, each.size())
                .mapToObj(k -> new Tuple2<>(k, each.get(k)))
                .toList();
        return spark.parallelize(numbered, each.size())
                .mapToPair(pair -> pair)
                .partitionBy(new HashPartitioner(each.size()))
                .map(Tuple2::_2);
    }

    @Override
    public int count() {
        return states.getNumPartitions();
    }

    @Override
    public <T extends Serializable, R extends Serializable> List<R> answers(List<T> told, PartTask<S, T, R> task) {
        return states.zip(spark.parallelize(told, count()))
                .map(both -> task.of(both._1().state(), both._2()))
                .collect(); // in the order of partitions
    }

    @Override
    public <T extends Serializable, N> SpreadParts<N> become(List<T> told, PartTask<S, T, N> task) {
        return new SparkParts<>(
                spark, states.zip(placed(spark, told)).map(both -> both._1().become(both._2(), task)));
    }

    @Override
    public <O, R extends Serializable> List<R> answersBeside(SpreadParts<O> others, PartTask<S, O, R> task) {
        if (!(others instanceof SparkParts<O> there)) {
            throw new IllegalArgumentException("These parts are on executors and the others are not");
        }
        return states.zip(there.states)
                .map(both -> task.of(both._1().state(), both._2().state()))
                .collect();
    }
}
