package org.eyrie.store.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MigrationFilesTest {

    @Test
    void everyFileOfTheFolderIsNamedInOrder() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("../../migrations"))) {
            assertThat(MigrationFiles.NAMES)
                    .containsExactlyElementsOf(
                            files.map(file -> file.getFileName().toString())
                                    .sorted()
                                    .toList());
        }
    }

    @Test
    void everyNameIsAFileInTheJar() {
        assertThat(new MigrationFiles().scan(List.of())).hasSameSizeAs(MigrationFiles.NAMES);
    }
}
