package org.eyrie.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs that another program writes. */
class TypedProgramTest extends CommandLineTest {

    private void typed(String text) {
        standardInput(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "format", "explain", "cost", "export"})
    void aDashIsStandardInput(String command) {
        typed("base + .5 * tau(1)");
        Run run = command.equals("export")
                ? eyrie("algorithm", command, "-", "--base", "acme/seed", "--parent", "acme/math")
                : eyrie("algorithm", command, "-");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).isNotEmpty();
    }

    @Test
    void whatIsNoProgramIsToldByItsPlace() {
        typed("base + .5 * tua(1)");
        Run run = eyrie("algorithm", "check", "-");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).startsWith("standard input: 1 fault\n  line 1, character 13: ");
    }
}
