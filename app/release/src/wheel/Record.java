import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes a wheel's RECORD: each file with its SHA-256 and its size, as the packaging specification wants them. */
final class Record {

    private Record() {}

    public static void main(String[] arguments) throws IOException, GeneralSecurityException {
        Path wheel = Path.of(arguments[0]);
        Path information;
        try (Stream<Path> top = Files.list(wheel)) {
            information = top.filter(file -> file.toString().endsWith(".dist-info")).findFirst().orElseThrow();
        }
        Path record = information.resolve("RECORD");
        List<Path> files;
        try (Stream<Path> all = Files.walk(wheel)) {
            files = all.filter(Files::isRegularFile).filter(file -> !file.equals(record)).sorted().collect(Collectors.toList());
        }
        StringBuilder lines = new StringBuilder();
        for (Path file : files) {
            byte[] bytes = Files.readAllBytes(file);
            String hash = Base64.getUrlEncoder().withoutPadding()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
            lines.append(wheel.relativize(file)).append(",sha256=").append(hash).append(',').append(bytes.length).append('\n');
        }
        lines.append(wheel.relativize(record)).append(",,\n");
        Files.writeString(record, lines);
    }
}
