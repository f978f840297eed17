package org.eyrie.sources.opencompass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.eyrie.model.Fault;
import org.eyrie.model.ModelId;
import org.eyrie.sources.Database;
import org.eyrie.sources.spi.ImportReport;
import org.eyrie.sources.text.Input;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OpenCompassSourceTest {

    private static final String TABLE = """
            dataset,version,metric,mode,acme-7b-hf,other/tuned-7b
            copa,91ca53,accuracy,ppl,80.00,75.50
            --------- Maths ---------,-,-,-,-,-
            sums,4c21e0,accuracy,gen,50.25,-
            sums,4c21e0,perplexity,gen,12.00,11.00
            speed,0a0a0a,tokens,gen,140.00,60.00
            """;

    private final Database database = new Database();

    @Test
    void everyModelIsAColumnAndFiguresArePerCent() {
        ImportReport report = load(TABLE, null);

        assertThat(database.scores())
                .extracting(score -> score.model() + " " + score.benchmark() + " " + score.score())
                .containsExactlyInAnyOrder(
                        "acme-7b-hf copa (accuracy,ppl, v91ca53) 0.8",
                        "other/tuned-7b copa (accuracy,ppl, v91ca53) 0.755",
                        "acme-7b-hf sums (accuracy,gen, v4c21e0) 0.5025",
                        "other/tuned-7b speed (tokens,gen, v0a0a0a) 0.6");
        assertThat(report.notes())
                .extracting(Fault::reason)
                .anySatisfy(note -> assertThat(note).contains("perplexity", "less of it is better"))
                .anySatisfy(note -> assertThat(note).contains("140.00 is no share of successes in per cent"));
    }

    @Test
    void theTextHoldsTheTableWithCommasBetweenOthers() {
        load("""
                20250101_000000
                tabulate format
                ^^^
                dataset    version    metric    mode    acme-7b-hf
                ---------  ---------  --------  ------  ------------
                copa       91ca53     accuracy  ppl  80.00
                $$$

                csv format
                ^^^
                dataset,version,metric,mode,acme-7b-hf
                copa,91ca53,accuracy,ppl,80.00
                $$$

                markdown format
                | dataset | version | metric | mode | acme-7b-hf |
                raw format
                Model: acme-7b-hf
                copa: {'accuracy': 80.0}
                """, new ModelId("acme/base-7b"));

        assertThat(database.scores()).singleElement().satisfies(score -> {
            assertThat(score.model()).isEqualTo(new ModelId("acme/base-7b"));
            assertThat(score.score()).isEqualTo(0.8);
        });
    }

    @Test
    void theSameWithBars() {
        load("""
                | dataset | version | metric | mode | acme-7b-hf |
                |----- | ----- | ----- | ----- | -----|
                | copa | 91ca53 | accuracy | ppl | 80.00 |
                """, null);

        assertThat(database.scores()).hasSize(1);
    }

    @Test
    void whatIsWrongIsNamedWithItsLine() {
        assertThatThrownBy(() -> load(TABLE.replace("50.25", "high"), null))
                .hasMessageContaining("line 4", "sums of acme-7b-hf must be a number in per cent");
        assertThatThrownBy(() -> load(TABLE.replace("50.25,", ""), null)).hasMessageContaining("It has 5 cells");
        assertThatThrownBy(() -> load(TABLE, new ModelId("acme/x"))).hasMessageContaining("It has 2 models");
        assertThatThrownBy(() -> load("model,copa\nacme/x,80\n", null))
                .hasMessageContaining("no summary of OpenCompass");
        assertThat(database.isEmpty()).isTrue();
    }

    @Test
    void itIsKnownByItsFirstLine() {
        assertThat(OpenCompassSource.looksLike(TABLE)).isTrue();
        assertThat(OpenCompassSource.looksLike("| dataset | version | metric | mode | a |"))
                .isTrue();
        assertThat(OpenCompassSource.looksLike("dataset,version\n")).isFalse();
    }

    private ImportReport load(String text, @Nullable ModelId model) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return database.load(new OpenCompassSource(
                new Input("summary.csv", bytes.length, () -> new ByteArrayInputStream(bytes)), model));
    }
}
