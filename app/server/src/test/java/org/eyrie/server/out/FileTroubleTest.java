package org.eyrie.server.out;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTroubleTest {

    @Test
    void javasNamesOfTroublesAreNotShown(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");
        assertThat(of(() -> Files.readString(folder.resolve("none")))).isEqualTo("there is no such file or folder");
        assertThat(of(() -> Files.createDirectory(file))).isEqualTo("a file of that name is in the way");
        assertThat(FileTrouble.of(new NotDirectoryException("x"))).isEqualTo("it is no folder");
        assertThat(of(() -> Files.delete(folder))).isEqualTo("the folder is not empty");
        assertThat(FileTrouble.of(new IOException("Is a directory"))).isEqualTo("Is a directory");
        assertThat(FileTrouble.of(new IOException())).isEqualTo("java.io.IOException");
    }

    @FunctionalInterface
    private interface Trouble {
        void make() throws IOException;
    }

    private static String of(Trouble trouble) {
        try {
            trouble.make();
        } catch (IOException e) {
            return FileTrouble.of(e);
        }
        throw new AssertionError("Nothing was wrong");
    }
}
