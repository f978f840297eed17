package org.eyrie.sources.lmeval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The Python client's own tests, those that need no service: among them that it reads the cases as the import does. */
@Timeout(300)
class PythonClientUnitTest {

    @Test
    void theClientPassesItsTestsAndReadsTheSameCases() throws IOException, InterruptedException {
        Path client = Path.of("../python").toAbsolutePath().normalize();
        ProcessBuilder builder = new ProcessBuilder("python3", "-m", "unittest", "discover", "-s", "tests")
                .directory(client.toFile())
                .redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of("PYTHONPATH", client.resolve("src").toString(), "PYTHONDONTWRITEBYTECODE", "1"));
        builder.environment().keySet().removeIf(name -> name.startsWith("EYRIE_"));
        Process python;
        try {
            python = builder.start();
        } catch (IOException e) {
            assumeTrue(false, "SKIPPED: the tests of the Python client need python3, which is not here");
            return;
        }
        python.getOutputStream().close();
        String output = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(python.waitFor()).as(output).isZero();
        assertThat(output).containsPattern("Ran \\d\\d+ tests");
    }
}
