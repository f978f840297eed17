package org.eyrie.sources.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolFilesTest {

    private final Path folder;

    SpoolFilesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void whatAKilledProcessLeftIsDeletedByTheNextAndNothingElseIs() throws IOException {
        Path ours = SpoolFiles.createIn(folder);
        Path earlierOfOurPid = Files.createFile(
                folder.resolve("eyrie-" + ProcessHandle.current().pid() + "-12345-of-an-earlier-start.spool"));
        Path nobodys = Files.createFile(folder.resolve("eyrie-4194399-1-x.spool"));
        Path strange = Files.createFile(folder.resolve("eyrie-99999999999999999999-1-x.spool"));
        Path thesis = Files.createFile(folder.resolve("thesis.spool"));
        Path another = SpoolFiles.createIn(folder);
        assertThat(earlierOfOurPid).doesNotExist();
        assertThat(nobodys).doesNotExist();
        assertThat(ours).exists();
        assertThat(another).exists();
        assertThat(strange).exists();
        assertThat(thesis).exists();
    }
}
