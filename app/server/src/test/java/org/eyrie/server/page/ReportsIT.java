package org.eyrie.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.eyrie.engine.fit.FitSettings;
import org.eyrie.engine.fit.Fitting;
import org.eyrie.server.BegunSearch;
import org.eyrie.server.Sample;
import org.eyrie.server.SampleFiles;
import org.eyrie.server.cli.EyrieCommand;
import org.eyrie.server.cli.command.CommandContext;
import org.eyrie.server.cli.command.Interruption;
import org.eyrie.server.out.Terminal;
import org.eyrie.task.Progress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages that commands leave, as a person sees them who was sent one. */
@Tag("thorough")
class ReportsIT {

    @TempDir
    private static Path folder = Path.of(".");

    private static final Sample SAMPLE = Sample.empty();
    private static Browser browser;

    @BeforeAll
    static void write() throws IOException {
        browser = Browser.start();
        SampleFiles.importInto(SAMPLE.stores());
        new Fitting(SAMPLE.stores(), Clock.systemUTC()).fit(FitSettings.USUAL, Progress.NONE);
        BegunSearch.in(SAMPLE.developments(), "mine");
        Path plans = Files.writeString(folder.resolve("plans.jsonl"), """
                {"relation": "merge", "parents": ["mlabonne/Beagle14-7B", "teknium/OpenHermes-2.5-Mistral-7B"]}
                {"relation": "finetune", "parents": ["mlabonne/Beagle14-7B"]}
                {"model": "mlabonne/NeuralBeagle14-7B"}
                """);
        Path models = Files.writeString(
                folder.resolve("models.txt"),
                "mlabonne/Beagle14-7B\nmlabonne/NeuralBeagle14-7B\nmistralai/Mistral-7B-v0.1\nnobody/knows-this\n");
        eyrie("predict", "--models", models.toString(), "--benchmark", "GSM8K (5-shot)", "--report", file("predict"));
        eyrie("predict", "--model", "mlabonne/Beagle14-7B", "--report", file("model"));
        eyrie(
                "screen",
                "--candidates",
                plans.toString(),
                "--benchmark",
                "GSM8K (5-shot)",
                "--budget",
                "2",
                "--report",
                file("screen"));
        eyrie("develop", "best", "mine", "--report", file("best"));
    }

    private static String file(String name) {
        return folder.resolve(name + ".html").toString();
    }

    private static void eyrie(String... arguments) {
        StringWriter err = new StringWriter();
        CommandContext context = new CommandContext(
                new Terminal(new PrintWriter(new StringWriter()), new PrintWriter(err, true), false),
                InputStream.nullInputStream(),
                Map.of(),
                folder,
                (choice, progress) -> SAMPLE,
                Clock.systemUTC(),
                new Interruption());
        int code = EyrieCommand.of(context).execute(arguments);
        assertThat(code).as(err.toString()).isZero();
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"predict", "model", "screen", "best"})
    void itIsForEveryoneInLightAndDarkAndOnAPhone(String name) {
        for (boolean dark : List.of(false, true)) {
            browser.darkness(dark);
            browser.width(1200);
            browser.open(folder.resolve(name + ".html").toUri().toString());
            assertThat(browser.all("path.band")).isNotEmpty();
            assertThat(browser.barriers()).isEmpty();
            assertThat(browser.overflow()).isZero();
            browser.picture("report-" + name + (dark ? "-dark" : ""));
            browser.width(320);
            assertThat(browser.overflow()).isZero();
            browser.picture("report-" + name + "-phone" + (dark ? "-dark" : ""));
        }
        assertThat(browser.complaints()).isEmpty();
    }
}
