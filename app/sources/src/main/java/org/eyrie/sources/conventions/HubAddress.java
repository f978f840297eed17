package org.eyrie.sources.conventions;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eyrie.model.ModelId;
import org.eyrie.sources.spi.Text;
import org.jspecify.annotations.Nullable;

/** Addresses of models on the Hub and on ModelScope, and addresses of anything else. */
final class HubAddress {

    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]+):(/{0,3})(.*)", Pattern.DOTALL);
    private static final Pattern HOST = Pattern.compile(
            "(?:[^/@]*@)?(?:www\\.)?(?:huggingface\\.co|hf\\.co|hf-mirror\\.com|modelscope\\.(?:cn|ai|com))(?::\\d+(?=/|$))?[/:](.*)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern DRIVE = Pattern.compile("/+(?:localhost/)?(?=[A-Za-z]:/)|/+localhost(?=/)");

    /** What is left of an address without the server. */
    private static final Pattern VIEW = Pattern.compile("[\\w-][\\w.-]*/[\\w.-]+/(?:tree|blob|resolve)/[^/].*");

    /** Short for an address of the Hub, or of ModelScope. */
    private static final Set<String> HUBS = Set.of("hf", "huggingface", "ms", "modelscope");

    /** What stands between a model and a revision of it, or a page about it. */
    private static final Set<String> VIEWS = Set.of(
            "tree",
            "blob",
            "resolve",
            "raw",
            "commit",
            "commits",
            "revision",
            "blame",
            "edit",
            "file",
            "files",
            "summary",
            "discussions");

    private static final Set<String> OF_A_REVISION =
            Set.of("tree", "blob", "resolve", "raw", "commit", "commits", "revision", "blame", "edit");

    private static final Set<String> NO_MODELS = Set.of(
            "datasets",
            "spaces",
            "papers",
            "collections",
            "docs",
            "blog",
            "posts",
            "organizations",
            "buckets",
            "studios");

    /** Branches that are meant where none is said. */
    private static final Set<String> USUAL = Set.of("main", "master", "HEAD");

    private HubAddress() {}

    /** Whether a text begins as an address does. */
    static boolean hasScheme(String text) {
        return SCHEME.matcher(text).matches() && !text.startsWith(ModelPaths.LOCAL) && text.contains(":/");
    }

    /**
     * The model at an address; empty where the text is none, or that of a file.
     *
     * @throws IllegalArgumentException if there is no model at such an address
     */
    static Optional<NamedModel> read(String text) {
        Matcher scheme = SCHEME.matcher(text);
        Matcher host = HOST.matcher(text);
        if (host.matches()) {
            return Optional.of(model(text, segments(host.group(1))));
        }
        if (VIEW.matcher(text).matches()) {
            return Optional.of(model(text, segments(text)));
        }
        if (!scheme.matches() || scheme.group(1).equalsIgnoreCase("file")) {
            return Optional.empty();
        }
        String rest = scheme.group(3);
        if (HUBS.contains(scheme.group(1).toLowerCase(Locale.ROOT))) {
            return Optional.of(model(text, segments(rest)));
        }
        if (scheme.group(2).isEmpty()) {
            return Optional.empty();
        }
        Matcher known = HOST.matcher(rest);
        if (known.matches()) {
            return Optional.of(model(text, segments(known.group(1))));
        }
        List<String> parts = segments(rest);
        int resolve = parts.indexOf("resolve"); // nothing but a mirror of the Hub has it
        return Optional.of(
                resolve == 3
                        ? model(text, parts.subList(1, parts.size()))
                        : elsewhere(scheme.group(1), scheme.group(2), rest));
    }

    /** The path in the address of a file; empty where the text is none. */
    static Optional<String> pathOfFile(String text) {
        Matcher scheme = SCHEME.matcher(text);
        if (!scheme.matches()
                || !scheme.group(1).equalsIgnoreCase("file")
                || scheme.group(2).isEmpty()) {
            return Optional.empty();
        }
        String path = decoded(scheme.group(3));
        String rooted = scheme.group(2).length() == 2 ? "/" + path : scheme.group(2) + path;
        return Optional.of(DRIVE.matcher(rooted).replaceFirst(""));
    }

    private static NamedModel elsewhere(String scheme, String slashes, String rest) {
        String address = rest.replaceAll("[?#].*$|/+$", "").replaceAll("^[^/@]*@|/+$", "");
        return new NamedModel(new ModelId(scheme.toLowerCase(Locale.ROOT) + ":" + slashes + address), null);
    }

    private static NamedModel model(String text, List<String> segments) {
        List<String> parts = new ArrayList<>(segments);
        if (!parts.isEmpty() && parts.get(0).equals("api")) {
            parts.remove(0);
        }
        if (parts.size() > 1 && parts.get(0).equals("models")) {
            parts.remove(0);
        }
        if (parts.isEmpty() || NO_MODELS.contains(parts.get(0))) {
            throw new IllegalArgumentException(Text.quoted(text)
                    + " is no address of a model: give owner/name of the model, or the address of its page");
        }
        int owned = parts.size() > 1 && !VIEWS.contains(parts.get(1)) ? 2 : 1;
        String repository = String.join("/", parts.subList(0, owned));
        int at = repository.indexOf('@');
        String revision = at < 0 ? null : repository.substring(at + 1);
        repository = (at < 0 ? repository : repository.substring(0, at)).replaceAll(":.*$|\\.git$", "");
        List<String> rest = parts.subList(owned, parts.size());
        if (!rest.isEmpty() && VIEWS.contains(rest.get(0))) {
            boolean dated = OF_A_REVISION.contains(rest.get(0));
            revision = dated && rest.size() > 1 ? rest.get(1) : revision;
            rest = dated && rest.size() > 2 ? rest.subList(2, rest.size()) : List.of();
        }
        return new NamedModel(Repository.part(repository, rest), usual(revision));
    }

    /** A revision; null where it is the usual one. */
    static @Nullable String usual(@Nullable String revision) {
        return revision == null || revision.isBlank() || USUAL.contains(revision) ? null : revision;
    }

    private static List<String> segments(String path) {
        return Arrays.stream(path.replaceAll("[?#].*$", "").split("/", -1))
                .map(HubAddress::decoded)
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static String decoded(String part) {
        try {
            return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return part;
        }
    }
}
