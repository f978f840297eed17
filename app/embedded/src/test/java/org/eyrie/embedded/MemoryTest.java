package org.eyrie.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eyrie.model.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryTest {

    private static final int TERABYTE = 1 << 20;
    private static final int LEAST = Memory.LEAST_HEAP;

    private final DataFolder folder;
    private final EmbeddedSettings settings;

    MemoryTest(@TempDir Path temporary) {
        this.folder = DataFolder.claim(temporary);
        this.settings = EmbeddedSettings.in(temporary);
    }

    @Test
    void aSmallStoreTakesLittleHoweverLargeTheMachine() {
        assertThat(Memory.of(1_000, 0)).isEqualTo(new Memory(256, 31));
        assertThat(Memory.of(4_096, 0)).isEqualTo(new Memory(512, 128));
        assertThat(Memory.of(TERABYTE, 40)).isEqualTo(new Memory(788, 256));
    }

    @Test
    void aLargeOneFitsIntoThePageCacheAndTheHeapGrowsWithIt() {
        assertThat(Memory.of(24_000, 1_200)).isEqualTo(new Memory(1_368, 1_440));
        assertThat(Memory.of(TERABYTE, 100_000)).isEqualTo(new Memory(4_096, 120_000));
    }

    @Test
    void neitherTakesMoreThanAQuarterOfTheMachine() {
        assertThat(Memory.of(4_000, 10_000)).isEqualTo(new Memory(1_000, 1_000));
        assertThat(Memory.of(500, 10_000)).isEqualTo(new Memory(256, 125));
    }

    @Test
    void aStartThatRanOutOfItTakesTwiceAsMuchUpToHalfOfTheMachineUnlessTheOwnerSaidHowMuch() throws IOException {
        assertThat(new Memory(768, 256).doubled(8_000)).contains(new Memory(1_536, 256));
        assertThat(new Memory(1_536, 256).doubled(8_000)).contains(new Memory(3_072, 256));
        assertThat(new Memory(3_072, 256).doubled(8_000)).isEmpty();
        assertThat(new Memory(LEAST, 31).doubled(folder)).isPresent();
        Files.writeString(folder.ownersSettings(), "server.memory.heap.max_size=256m\n");
        assertThat(new Memory(LEAST, 31).doubled(folder)).isEmpty();
    }

    @Test
    void theStoreOfTheFolderCounts() throws IOException {
        Memory empty = Memory.of(settings, folder);
        Files.createDirectories(folder.store());
        try (RandomAccessFile file =
                new RandomAccessFile(folder.store().resolve("neostore").toFile(), "rw")) {
            file.setLength(2L << 30); // a hole, that takes no room
        }
        assertThat(Memory.of(settings, folder).pageCacheMegabytes()).isGreaterThan(empty.pageCacheMegabytes());
        assertThat(Memory.of(settings.withMemory(300, 40), folder)).isEqualTo(new Memory(300, 40));
    }

    @Test
    void whoOwnsTheFolderHasTheLastWord() throws IOException {
        Files.writeString(folder.ownersSettings(), "server.memory.heap.max_size=2g\n");
        assertThat(Memory.of(settings, folder).heapMegabytes()).isEqualTo(2_048);
        for (String wrong : new String[] {"100m", "2", "much"}) {
            Files.writeString(folder.ownersSettings(), "server.memory.heap.max_size=" + wrong + "\n");
            assertThatExceptionOfType(InvalidInputException.class)
                    .isThrownBy(() -> Memory.of(settings, folder))
                    .withMessageContaining(wrong);
        }
    }
}
