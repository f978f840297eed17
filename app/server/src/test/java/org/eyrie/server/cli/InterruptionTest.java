package org.eyrie.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eyrie.server.SampleItems;
import org.eyrie.server.cli.command.Cancellation;
import org.eyrie.server.cli.command.Interruption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands that take a while end when they are told to, and leave nothing half done. */
class InterruptionTest extends CommandLineTest {

    // Told before it begins, a command hears of it at its first look.
    @BeforeEach
    void ctrlC() {
        interruption().workEnded();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fit", "backtest", "backtest --protocol items", "demo --once --data nowhere"})
    void aLongCommandEndsAtItsNextLookAndSaysSo(String command) {
        sample().stores().facts().write(SampleItems.facts());
        interruption().endWork();
        Run run = eyrie(command.split(" "));
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).containsIgnoringCase("cancelled").doesNotContain("Unexpected", "Exception");
        assertThat(sample().stores().fits().all()).isEmpty();
    }

    @Test
    void aFitThatIsCancelledSaysThatNothingWasWritten() {
        interruption().endWork();
        assertThat(eyrie("fit").err().strip()).isEqualTo("The fit was cancelled; nothing was written.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"export cypher", "export cyclonedx", "export graphml", "export csv", "predict"})
    void aFileIsWrittenWholeOrNotAtAll(String command, @TempDir Path folder) throws IOException {
        fit();
        Path before = Files.writeString(folder.resolve("there-before"), "old");
        interruption().endWork();
        for (Path target : new Path[] {before, folder.resolve("new")}) {
            Run run = eyrie((command + " --out " + target).split(" "));
            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.err()).contains("Cancelled.");
        }
        assertThat(before).hasContent("old");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(before);
        }
    }

    @Test
    void whatFailsBecauseTheDatabaseClosedMeanwhileIsToldAsCancelled() {
        interruption().endWork();
        sample().breakDown();
        Run run = eyrie("families");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err().strip()).isEqualTo("Cancelled.");
    }

    @Test
    void theEndOfTheProcessWaitsForACommandThatIsStillAtWork() throws InterruptedException {
        Interruption interruption = new Interruption();
        Cancellation cancellation = interruption.cancellation();
        Thread shutdown = new Thread(interruption::endWork);
        shutdown.start();
        while (!cancellation.requested()) {
            Thread.onSpinWait();
        }
        assertThat(shutdown.isAlive()).isTrue();
        interruption.workEnded();
        shutdown.join();
    }
}
