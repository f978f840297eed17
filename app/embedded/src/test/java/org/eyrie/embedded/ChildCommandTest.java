package org.eyrie.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eyrie.model.StoreUnavailableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildCommandTest {

    private final Path temporary;

    ChildCommandTest(@TempDir Path temporary) {
        this.temporary = temporary;
    }

    @Test
    void argumentsAreQuotedAsTheJavaLauncherReadsThem() {
        assertThat(ChildCommand.quoted("C:\\a \"b\"")).isEqualTo("\"C:\\\\a \\\"b\\\"\"");
    }

    @Test
    void theListOfClassesIsReadWithoutItsHalfWrittenEnd() {
        assertThat(ArchiveOrder.namesIn("java/lang/A\n@lambda-proxy B\norg/C id: 1\norg/neo"))
                .containsExactly("java/lang/A", "org/C id: 1");
        assertThat(ArchiveOrder.namesIn("")).isEmpty();
    }

    @Test
    void theServersJarsAreFoundBesideTheProgramOrInTheBuild() throws IOException {
        Path assembled = Files.createDirectories(temporary.resolve("dist/neo4j-lib"));
        assertThat(Neo4jLibraries.search(temporary.resolve("dist/lib/eyrie-embedded.jar")))
                .isEqualTo(assembled);
        Path built = Files.createDirectories(temporary.resolve("embedded/neo4j/target/lib"));
        assertThat(Neo4jLibraries.search(temporary.resolve("embedded/target/classes")))
                .isEqualTo(built);
        assertThat(Neo4jLibraries.search(temporary.resolve("embedded/target/eyrie-embedded.jar")))
                .isEqualTo(built);
    }

    @Test
    void aCopyWithoutNeo4jSaysWhatToDo() {
        System.setProperty(Neo4jLibraries.PROPERTY, temporary.resolve("none").toString());
        try {
            assertThatExceptionOfType(StoreUnavailableException.class)
                    .isThrownBy(Neo4jLibraries::find)
                    .withMessageContaining("NEO4J_URI");
        } finally {
            System.clearProperty(Neo4jLibraries.PROPERTY);
        }
    }
}
