package org.eyrie.server.developing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.eyrie.model.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutcomeFileTest {

    private static final String WEIGHTS = "abc";
    private static final int ITEMS = 4;

    @TempDir
    private Path folder = Path.of(".");

    private final OutcomeMemory memory = new OutcomeMemory(ITEMS, 100, (program, known) -> {});

    private static void learn(OutcomeMemory memory, String program, int place, boolean solved) {
        memory.of(program).learn(place, solved);
    }

    private Path file() {
        return folder.resolve("outcomes");
    }

    private OutcomeMemory again() {
        OutcomeMemory again = new OutcomeMemory(ITEMS, 100, (program, known) -> {});
        OutcomeFile.open(file(), WEIGHTS, ITEMS, again).close();
        return again;
    }

    @Test
    void whatWasWrittenIsKnownTheNextTimeAndALaterLineCounts() {
        try (OutcomeFile file = OutcomeFile.open(file(), WEIGHTS, ITEMS, memory)) {
            learn(memory, "base + tau(1)", 0, true);
            file.append(memory.all());
            learn(memory, "base + tau(1)", 2, false);
            memory.of("base + tau(1)").test(.25);
            file.append(memory.all());
        }
        assertThat(again().of("base + tau(1)").text()).isEqualTo("1.0.");
        assertThat(again().of("base + tau(1)").test()).isEqualTo(.25);
        assertThat(again().of("base + tau(2)").text()).isEqualTo("....");
    }

    @Test
    void ofRepeatedLinesTheLastAloneStaysWhenTheFileIsClosed() throws IOException {
        try (OutcomeFile file = OutcomeFile.open(file(), WEIGHTS, ITEMS, memory)) {
            for (int place = 0; place < ITEMS; place++) {
                learn(memory, "base + tau(1)", place, true);
                file.append(memory.all());
            }
        }
        assertThat(Files.readAllLines(file())).hasSize(2);
        assertThat(again().of("base + tau(1)").text()).isEqualTo("1111");
    }

    @Test
    void halfALineThatAKillLeftIsDroppedAndWritingGoesOnBehindIt() throws IOException {
        try (OutcomeFile file = OutcomeFile.open(file(), WEIGHTS, ITEMS, memory)) {
            learn(memory, "base + tau(1)", 0, true);
            file.append(memory.all());
        }
        Files.writeString(file(), "{\"program\":\"base + ta", StandardOpenOption.APPEND);
        OutcomeMemory after = new OutcomeMemory(ITEMS, 100, (program, known) -> {});
        try (OutcomeFile file = OutcomeFile.open(file(), WEIGHTS, ITEMS, after)) {
            learn(after, "base + tau(2)", 1, true);
            file.append(after.all());
        }
        assertThat(again().of("base + tau(1)").text()).isEqualTo("1...");
        assertThat(again().of("base + tau(2)").text()).isEqualTo(".1..");
    }

    @Test
    void outcomesOfOtherWeightsAreRefusedAndSoIsAFileOfSomethingElse() throws IOException {
        OutcomeFile.open(file(), WEIGHTS, ITEMS, memory).close();
        assertThatThrownBy(() -> OutcomeFile.open(file(), "other", ITEMS, memory))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("other weights or items");
        Path notes = Files.writeString(folder.resolve("notes.txt"), "my notes\n");
        assertThatThrownBy(() -> OutcomeFile.open(notes, WEIGHTS, ITEMS, memory))
                .hasMessageContaining("no file of outcomes");
        assertThat(notes).hasContent("my notes\n");
    }

    @Test
    void twoComparisonsDoNotWriteToOneFile() {
        try (OutcomeFile file = OutcomeFile.open(file(), WEIGHTS, ITEMS, memory)) {
            assertThatThrownBy(() -> OutcomeFile.open(file(), WEIGHTS, ITEMS, memory))
                    .hasMessageContaining("Another comparison");
            assertThat(file).isNotNull();
        }
    }

    @Test
    void memoryIsBoundedAndSaysWhatGoes() {
        List<String> gone = new java.util.ArrayList<>();
        OutcomeMemory small = new OutcomeMemory(ITEMS, 2, (program, known) -> gone.add(program));
        learn(small, "one", 0, true);
        learn(small, "two", 0, true);
        learn(small, "one", 1, true);
        learn(small, "three", 0, true);
        assertThat(gone).containsExactly("two");
        assertThat(small.of("one").text()).isEqualTo("11..");
    }
}
