package org.eyrie.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.eyrie.lrmf.parts.PartsHere;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Parts of a field on Spark in this process, with any number of threads. */
class SparkPartsTest {

    @ParameterizedTest
    @ValueSource(strings = {"local[1]", "local[4]"})
    void aFieldInPiecesOnAnyNumberOfThreadsIsThatOfOneProcessToTheLastBit(String master) throws IOException {
        try (SparkSession session = LocalSpark.session(master)) {
            JavaSparkContext context = new JavaSparkContext(session.sparkContext());
            assertThat(PiecesJob.found(PiecesJob.world(), plans -> SparkParts.of(context, plans)))
                    .isEqualTo(PiecesJob.foundHere());
        }
    }

    @Test
    void answersComeInTheOrderOfThePartsAndEachHearsWhatItIsTold() throws IOException {
        try (SparkSession session = LocalSpark.session("local[2]")) {
            JavaSparkContext context = new JavaSparkContext(session.sparkContext());
            List<Integer> numbers = IntStream.range(0, 17).boxed().toList();
            SparkParts<Integer> parts = SparkParts.of(context, numbers);
            assertThat(parts.answers(numbers, (state, told) -> state * 100 + told))
                    .isEqualTo(numbers.stream().map(k -> k * 101).toList());
            assertThat(parts.become(numbers, (state, told) -> state + 2L * told)
                            .answersBeside(parts, (now, before) -> now - before))
                    .isEqualTo(numbers.stream().map(k -> 2L * k).toList());
            assertThatThrownBy(() -> parts.answersBeside(new PartsHere<>(numbers), Integer::sum))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("on executors");
        }
    }
}
