package org.eyrie.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Transaction logs of a store that the import tool made. It reserves 256 MB for one, whatever the settings say, and writes a few
 * hundred bytes; the rest is zeros, which say no more than the end of the file does.
 */
final class ReservedLog {

    private static final int PIECE = 1 << 20;

    /** An entry may end in zeros of its own: so many are left, and it has no more. */
    private static final int LEFT = 1 << 16;

    private ReservedLog() {}

    /** Cuts the zeros at the end off every log in a folder. */
    static void cut(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> logs = Files.newDirectoryStream(folder, "neostore.transaction.db.*")) {
            for (Path log : logs) {
                try (FileChannel file = FileChannel.open(log, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                    file.truncate(Math.min(file.size(), used(file) + LEFT));
                }
            }
        }
    }

    /** @return the bytes up to the last that is not zero */
    private static long used(FileChannel file) throws IOException {
        ByteBuffer piece = ByteBuffer.allocate(PIECE);
        for (long end = file.size(); end > 0; end -= PIECE) {
            long from = Math.max(0, end - PIECE);
            piece.clear().limit((int) (end - from));
            int read = 0;
            while (piece.hasRemaining() && read >= 0) {
                read = file.read(piece, from + piece.position());
            }
            for (int at = piece.position() - 1; at >= 0; at--) {
                if (piece.get(at) != 0) {
                    return from + at + 1;
                }
            }
        }
        return 0;
    }
}
