package org.eyrie.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.AbstractStringAssert;
import org.eyrie.server.BegunSearch;
import org.eyrie.server.Sample;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages that commands leave: one file each, without scripts and outside parts. */
class ReportsTest extends CommandLineTest {

    private static final String STRANGE = "odd/<b>&\"x\"";
    private static final Pattern WHY =
            Pattern.compile("<div class=\"why\" id=\"(why-\\d+)\"><h3>([^<]+)</h3>(.*?)</table>", Pattern.DOTALL);
    private static final Pattern POINTS =
            Pattern.compile("<tr class=\"group[^\"]*\"><td class=\"number\">([^<]+)</td>", Pattern.DOTALL);

    @TempDir
    private Path folder = Path.of(".");

    private Path report = Path.of(".");

    @BeforeEach
    void fitted() {
        sample().addFounder(STRANGE, .4);
        fit();
        report = folder.resolve("report.html");
    }

    private String page(String... arguments) throws IOException {
        Run run = eyrie(arguments);
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).contains("Wrote a report to " + report + ".");
        String page = Files.readString(report);
        assertThat(page)
                .startsWith("<!DOCTYPE html>")
                .contains("default-src 'none'", "@media print", "prefers-color-scheme")
                .doesNotContain("<script", "http:", "https:", "src=", "url(", "@import", "onclick", "NaN");
        return page;
    }

    private static AbstractStringAssert<?> withIntervals(String page, int count) {
        assertThat(page.split("class=\"band\"", -1)).hasSize(1 + count);
        return assertThat(page);
    }

    @Test
    void predictionsAreDrawnAndTheWayToEachAddsUp() throws IOException {
        String page = page("predict", "--report", report.toString());
        withIntervals(page, 8)
                .contains("<h1>Predicted scores</h1>", "odd/&lt;b&gt;&amp;&quot;x&quot;", Sample.MIX, "href=\"#why-1\"")
                .doesNotContain("<b>");
        Matcher each = WHY.matcher(page);
        int explained = 0;
        while (each.find()) {
            explained++;
            double[] points = POINTS.matcher(each.group(3))
                    .results()
                    .mapToDouble(match -> Double.parseDouble(match.group(1).replace('−', '-')))
                    .toArray();
            double sum = 0;
            for (int part = 0; part < points.length - 1; part++) {
                sum += points[part];
            }
            assertThat(sum)
                    .as(each.group(2))
                    .isCloseTo(points[points.length - 1], org.assertj.core.api.Assertions.within(.45));
        }
        assertThat(explained).isEqualTo(8);
    }

    @Test
    void ofAModelThatIsNotThereItIsSaid() throws IOException {
        Path models = Files.writeString(folder.resolve("models.txt"), "acme/mix-7b\nnobody/has-this\n");
        String page =
                page("predict", "--models", models.toString(), "--benchmark", "QA", "--report", report.toString());
        withIntervals(page, 1)
                .contains("nobody/has-this", "[1] There is no such model.", "1 of them without a prediction");
    }

    @Test
    void aScreeningSaysWhatToEvaluateAndWhy() throws IOException {
        Path plans = Files.writeString(folder.resolve("plans.jsonl"), """
                {"label": "even", "relation": "merge", "parents": ["acme/a-7b", "acme/b-7b"]}
                {"label": "more a", "relation": "merge", "parents": [{"id": "acme/a-7b", "weight": 0.9}, {"id": "acme/b-7b", "weight": 0.1}]}
                {"model": "acme/mix-7b"}
                """);
        String page = page(
                "screen",
                "--candidates",
                plans.toString(),
                "--benchmark",
                "QA=2",
                "--benchmark",
                "MATH Lvl 5",
                "--budget",
                "2",
                "--report",
                report.toString());
        withIntervals(page, 3)
                .contains(
                        "QA (2), MATH Lvl 5 (1)",
                        "of these 2",
                        "<h3>more a on QA</h3>",
                        "<h3>acme/mix-7b on MATH Lvl 5</h3>")
                .contains("acme/a-7b on QA: 60.0");
        assertThat(WHY.matcher(page).results()).hasSize(6);
    }

    @Test
    void aSearchShowsWhatItFoundAndWhatThatDoes() throws IOException {
        BegunSearch.in(sample().developments(), "mine");
        String page = page("develop", "best", "mine", "--report", report.toString());
        withIntervals(page, 2)
                .contains("<h1>Search mine</h1>", BegunSearch.SUM.text(), "Step by step", "By task")
                .contains("eyrie develop test mine", "2 programs, of which 2 were tried", "6 of 10 items spent");
    }

    @Test
    void whereItCannotBeWrittenNothingIsWorkedOut() {
        Path missing = folder.resolve("nowhere").resolve("report.html");
        for (String[] command : new String[][] {
            {"predict", "--report", missing.toString()},
            {"screen", "--candidates", "x.jsonl", "--benchmark", "QA", "--budget", "1", "--report", missing.toString()},
            {"develop", "best", "mine", "--report", missing.toString()}
        }) {
            Run run = eyrie(command);
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err()).contains("there is no folder");
        }
        String one = report.toString();
        assertThat(eyrie("predict", "--out", one, "--report", one).err()).contains("are one file");
        assertThat(eyrie("predict", "--model", Sample.MIX, "--items", "QA", "--report", one)
                        .err())
                .contains("goes with neither");
    }
}
