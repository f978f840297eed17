package org.eyrie.sources.conventions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublishedScaleTest {

    private final List<String> notes = new ArrayList<>();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.71      | Wordle     | exact_match          | 0.71",
                "\"71.3\"  | Wordle     | exact_match          | 0.713",
                "7.1%      | Wordle     | points               | 0.071",
                "0.4 %     | Wordle     | points               | 0.004",
                "71,3      | Wordle     | points               | 0.713",
                "52.1 ± 1.4 | Wordle    | points               | 0.521",
                "8.2       | Wordle     | Accuracy             | 0.082",
                "41.7      | Wordle     |                      | 0.417",
                "100       | Wordle     | acc                  | 1",
                "0         | Wordle     | acc                  | 0",
                "1         | Wordle     | acc                  | 1",
            })
    void aShareIsTold(String value, String dataset, String metric, double share) {
        assertThat(read(value, dataset, metric, false)).hasValue(share);
        assertThat(notes).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "8.2   | Wordle    | points       | may be a percentage or a mark",
                "8.2   | Wordle    |              | may be a percentage or a mark",
                "8.2   | MT Bench  | accuracy     | no share of successes",
                "-0.1  | Wordle    | correlation  | no share of successes",
                "1204  | Wordle    | rating       | no share of successes",
                "1.9   | Wordle    | eval_loss    | no share of successes",
                "12.5  | Wordle    | Test WER     | no share of successes",
                "21.5  | Wordle    | mean_reward  | no share of successes",
            })
    void whatIsNoneOrCannotBeToldIsLeftOutAndSaid(String value, String dataset, String metric, String why) {
        assertThat(read(value, dataset, metric, false)).isEmpty();
        assertThat(notes).singleElement().asString().contains(why);
    }

    @Test
    void aSourceThatAlwaysWritesPercentagesIsTakenAtItsWord() {
        assertThat(read("0.6", "Wordle", "acc", true)).hasValue(0.006);
    }

    @Test
    void otherModelsSayWhatIsUsualOfADataSet() {
        assertThat(read("7.5", "Wordle", "points", false, .05, .09, .2)).hasValue(0.075);
        assertThat(read("7.5", "Wordle", "points", false, .82, .9, .7)).isEmpty();
        assertThat(read("0.9", "Wordle", "acc", false, .21, .3, .35)).isEmpty();
        assertThat(notes).last().asString().contains("highest of 3 other models has 0.35");
        assertThat(read("0.9", "Wordle", "acc", false, .21, .35)).hasValue(0.9);
        assertThat(read("0.96", "Wordle", "acc", false, .1, .5, .7)).hasValue(0.96);
    }

    private OptionalDouble read(String value, String dataset, String metric, boolean percentages, double... others) {
        Object given = value.startsWith("\"") || !value.matches("[-\\d.]+")
                ? value.replace("\"", "")
                : (Object) Double.valueOf(value);
        ScaleEvidence evidence = new ScaleEvidence() {
            @Override
            public boolean isShare(String name) {
                return false;
            }

            @Override
            public List<Double> scores(String name) {
                return Arrays.stream(others).boxed().toList();
            }
        };
        return PublishedScale.share(
                dataset, metric, WrittenNumber.of(given).orElseThrow(), percentages, evidence, notes::add);
    }
}
