package org.eyrie.sources.conventions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eyrie.model.ModelId;
import org.eyrie.sources.spi.Text;

/**
 * Names of models as people and programs write them down: a name on the Hub, its address, a folder of some cache, a
 * folder on somebody's disk. One reading for all of them, so that lineage and scores of different files meet.
 *
 * <p>What is kept is decided by the text alone, never by what is known: the same text is the same model everywhere, and
 * an id that was read from a text is read as itself. Upper and lower case are kept as they are: the Hub takes them for the same,
 * leaderboards do not, and only a person can tell.
 *
 * <p>The Python client reads names too; {@code app/python/tests/conformance/names.json} binds both.
 */
public final class ModelPaths {

    static final String LOCAL = "local:";

    private static final String REGISTRY = "models:/";
    private static final Pattern FILE = Pattern.compile("(?i).*\\.(?:gguf|ggml|safetensors|bin|pt|pth|ckpt|onnx|h5)");
    private static final Pattern AROUND = Pattern.compile("[\\s\\p{Z}\\p{Cf}\"'`“”‘’«»<>,;]*");
    private static final Pattern BETWEEN = Pattern.compile("[,;\\r\\n]+");
    private static final Pattern LINK = Pattern.compile("\\[[^\\[\\]]*]\\((\\S+)\\)");
    private static final Pattern COMMIT = Pattern.compile("[0-9a-fA-F]{40}|[0-9a-fA-F]{64}");
    private static final Pattern PLACE = Pattern.compile("[~.$%/].*|[A-Za-z]:/.*|.*(?:/.*){2}", Pattern.DOTALL);

    private ModelPaths() {}

    /**
     * The model's name in the graph.
     *
     * @throws IllegalArgumentException if it is no name; the message says what is wrong with it
     */
    public static ModelId id(String text) {
        return read(text).id();
    }

    /**
     * The model that a text names, and at which revision.
     *
     * <p>{@code owner/name}, with {@code @revision} or not, stays what it is; addresses and caches of the Hub and of
     * ModelScope are read back to it. A folder is marked {@code local:}, so that the edge is kept and nobody takes it
     * for a published model, and named by its last part, or by as much of the path as tells it apart where that part says
     * nothing, such as {@code checkpoint-500}.
     *
     * @throws IllegalArgumentException if it is no name; the message says what is wrong with it
     */
    public static NamedModel read(String text) {
        String name = bare(text);
        if (name.startsWith(LOCAL) || name.startsWith(REGISTRY)) {
            return new NamedModel(new ModelId(name), null);
        }
        if (name.isEmpty()) {
            throw new IllegalArgumentException("A model's name must not be blank");
        }
        String slashed = name.replace('\\', '/');
        Optional<NamedModel> found = HubAddress.read(slashed);
        if (found.isPresent()) {
            return found.get();
        }
        String path = HubAddress.pathOfFile(slashed).orElse(slashed);
        return CacheFolder.read(path).orElseGet(() -> isFolder(name) ? LocalFolder.read(path) : plain(name));
    }

    /**
     * The id that a person's own table has: as it stands, since it is theirs, but where it is an address or a cache of the
     * Hub or of ModelScope, or a link to one, the model that lies there. A commit in an address is the model on some
     * day; another branch or tag is {@code owner/name@revision}.
     *
     * @throws IllegalArgumentException if it is blank, or an address at which there is no model
     */
    public static ModelId asWritten(String text) {
        if (isPlain(text)) {
            return new ModelId(text);
        }
        Matcher link = LINK.matcher(text.strip());
        String name = link.matches() ? link.group(1) : text.strip();
        String slashed = name.replace('\\', '/');
        Optional<NamedModel> published = name.startsWith(LOCAL) || name.startsWith(REGISTRY)
                ? Optional.empty()
                : HubAddress.read(slashed).or(() -> CacheFolder.read(slashed));
        return published.map(ModelPaths::atRevision).orElseGet(() -> new ModelId(text));
    }

    /**
     * Whether it is {@code owner/name} of letters, digits and what binds them, without what marks a host or a cache: nearly all
     * that tables hold, and read a million times.
     */
    private static boolean isPlain(String text) {
        int slash = text.indexOf('/');
        if (slash < 1 || slash == text.length() - 1 || text.contains("--") || text.contains("___")) {
            return false;
        }
        for (int at = 0; at < text.length(); at++) {
            char each = text.charAt(at);
            boolean usual = (each >= 'a' && each <= 'z')
                    || (each >= 'A' && each <= 'Z')
                    || (each >= '0' && each <= '9')
                    || each == '-'
                    || each == '_';
            if (!usual && at != slash && !(each == '.' && at > slash)) {
                return false;
            }
        }
        return true;
    }

    private static ModelId atRevision(NamedModel model) {
        String revision = model.revision();
        return revision == null || isCommit(revision) ? model.id() : new ModelId(model.id() + "@" + revision);
    }

    /**
     * Every model in a text that lists some: with commas, semicolons or line breaks between, in brackets and quotes or
     * not. In order, each as it is written; empty pieces are left out.
     */
    public static List<String> list(String text) {
        String stripped = text.strip();
        boolean brackets = stripped.startsWith("[") && stripped.endsWith("]");
        List<String> names = new ArrayList<>();
        for (String piece : BETWEEN.split(brackets ? stripped.substring(1, stripped.length() - 1) : stripped, -1)) {
            String name = bare(piece);
            if (!name.isEmpty()) {
                names.add(name);
            }
        }
        return names;
    }

    /** Whether a text, or an id read from one, is a folder, which says nothing to anybody else. */
    public static boolean isLocal(String text) {
        return text.startsWith(LOCAL) || (!HubAddress.hasScheme(text) && isFolder(text));
    }

    /** The last part of a name, or of a folder's path: what both have in common where one was downloaded as the other. */
    public static String lastPart(ModelId model) {
        String name = model.value();
        String path = name.startsWith(LOCAL) ? name.substring(LOCAL.length()) : name;
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** What to tell the person about a model that is a folder, or a file. */
    public static String advice(ModelId model) {
        String advice = model + " is a " + (FILE.matcher(model.value()).matches() ? "file" : "folder")
                + " on somebody's disk: name the published model where there is one";
        return LocalFolder.saysNothing(model.value().substring(LOCAL.length()))
                ? advice + ". Folders of other models may be called so too: where that is so, name each"
                : advice;
    }

    /** What to tell the person about how a model is named; empty where there is nothing to say. */
    public static Optional<String> remark(ModelId model) {
        if (model.value().startsWith(LOCAL)) {
            return Optional.of(advice(model));
        }
        return HubAddress.hasScheme(model.value()) && !model.value().startsWith(REGISTRY)
                ? Optional.of(model + " is an address of no hub that is known here: it counts as a name of its own")
                : Optional.empty();
    }

    /** What to tell the person of a name without an owner, which many models may have; empty where it has one. */
    public static Optional<String> ownerless(ModelId model) {
        String name = model.value();
        return name.contains("/") || name.startsWith(LOCAL)
                ? Optional.empty()
                : Optional.of(
                        "The name " + name + " has no owner: whatever is called so counts as this one model. Where it"
                                + " has one, name it org/name");
    }

    /** Whether a folder of any model may be called so, as {@code checkpoint-500} or {@code merged}, or it is a commit. */
    public static boolean saysNothing(String name) {
        return isCommit(name) || LocalFolder.saysNothing(name);
    }

    /** Whether a text is a commit, which is no name. */
    public static boolean isCommit(String text) {
        return COMMIT.matcher(text).matches();
    }

    private static String bare(String text) {
        String name = text.substring(leading(text));
        name = name.substring(0, name.length() - leading(new StringBuilder(name).reverse()));
        Matcher link = LINK.matcher(name);
        return link.matches() ? bare(link.group(1)) : name;
    }

    private static int leading(CharSequence text) {
        Matcher around = AROUND.matcher(text);
        return around.lookingAt() ? around.end() : 0;
    }

    // With one slash it may be either: the Hub has no owner called outputs, and no model called checkpoint-500.
    private static boolean isFolder(String text) {
        String path = text.replace('\\', '/').replaceAll("(?<=.)/+$", "");
        return text.contains("\\") || PLACE.matcher(path).matches() || LocalFolder.isOne(path);
    }

    private static NamedModel plain(String text) {
        String name = text.replaceAll("/+$", "");
        int at = name.indexOf('@', 1);
        String revision = at < 0 ? "" : name.substring(at + 1).strip();
        String id = (at < 0 ? name : name.substring(0, at)).strip().replaceAll("/+$|\\.git$", "");
        if (isCommit(id)) {
            throw new IllegalArgumentException(
                    Text.quoted(text) + " is a commit, which is no model's name: say of which model it is one");
        }
        return new NamedModel(new ModelId(id), HubAddress.usual(revision));
    }
}
