package org.eyrie.sources.lmeval;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eyrie.model.Derivation;
import org.eyrie.model.ModelId;
import org.eyrie.model.Relation;
import org.eyrie.sources.conventions.ModelPaths;
import org.eyrie.sources.conventions.NamedModel;
import org.jspecify.annotations.Nullable;

/**
 * What a backend of the harness was told to load: a model, one of its revisions or files, an adapter on top.
 *
 * @param whole the model as its name says, at the commit that was said
 * @param state its revision, folder or file where that makes a model of its own, null for the published one
 * @param addition an adapter, or the difference to the model, that is applied to it, at the commit that was said; null
 *     where there is none
 * @param key of the argument that names the addition
 */
record LoadedModel(
        @Nullable NamedModel whole,
        @Nullable String state,
        @Nullable NamedModel addition,
        String key) {

    /** Adapters and differences, in the order in which the harness looks; they stand beside the model they are applied to. */
    private static final List<String> ADDITIONS = List.of("peft_list", "peft", "lora_local_path", "delta");

    /** Who is evaluated, by the backends' own words: hf and vllm, APIs, nemo_lm, textsynth, watsonx, megatron_lm, forks. */
    private static final List<String> MODELS =
            List.of("pretrained", "model", "path", "engine", "model_id", "load", "model_path", "model_name");

    private static final Pattern COMMIT = Pattern.compile("[0-9a-fA-F]{40,64}|(?=.*\\d)(?=.*[a-f])[0-9a-f]{7,39}");
    private static final Pattern SHARD = Pattern.compile("-\\d{5}-of-\\d{5}(?=\\.gguf$)");
    private static final Pattern QUANTIZED = Pattern.compile("(?i).*(^|[-._])(i?q\\d|tq\\d|mxfp4).*");
    private static final Pattern NO_NAME =
            Pattern.compile("(?i)(ggml[-_.])?(model[-_.].*|model|unsloth[.].*|[bf]p?f?16|i?q\\d\\w*)[.]gguf");
    private static final String GGUF = ".gguf";

    /**
     * The model that arguments name; null where they name none.
     *
     * @param revision as the harness noted it, null or no text where it did not
     * @throws IllegalArgumentException if what stands there is no name
     */
    static @Nullable LoadedModel of(ModelArguments arguments, @Nullable Object revision) {
        Optional<String> key = ADDITIONS.stream()
                .filter(each -> arguments.text(each).isPresent())
                .findFirst();
        Optional<NamedModel> addition = key.map(each -> {
            List<String> names = each.equals("peft_list")
                    ? arguments.listed(each)
                    : arguments.text(each).stream().toList();
            return atCommit(ModelPaths.read(names.get(names.size() - 1))); // results are those of the last one
        });
        Optional<String> path =
                MODELS.stream().flatMap(each -> arguments.text(each).stream()).findFirst();
        if (path.isEmpty() && arguments.text("gguf_file").isEmpty()) {
            return addition.isEmpty() ? null : new LoadedModel(null, null, addition.get(), key.orElse(""));
        }
        Optional<String> file = arguments.text("gguf_file").map(LoadedModel::withoutShard);
        String folder = path.map(LoadedModel::withoutShard).orElse("");
        boolean published = path.isPresent() && !folder.endsWith(GGUF) && !isFolder(folder);
        String inner = file.or(() -> arguments.text("subfolder")).orElse("");
        String whole = published || inner.isEmpty() ? folder : folder + "/" + inner;
        NamedModel named =
                whole.endsWith(GGUF) ? new NamedModel(ofFile(whole), null) : atCommit(ModelPaths.read(whole));
        if (!published) {
            return new LoadedModel(
                    named, arguments.text("ckpt_step").orElse(null), addition.orElse(null), key.orElse(""));
        }
        String said = revision(arguments, ModelPaths.read(folder).revision(), revision);
        return new LoadedModel(
                atCommit(new NamedModel(named.id(), said)),
                file.orElseGet(() -> state(arguments, said)),
                addition.orElse(null),
                key.orElse(""));
    }

    /** What was evaluated. */
    ModelId id() {
        return addition != null ? addition.id() : base();
    }

    /** The commit of it; null where none was said. */
    @Nullable
    String commit() {
        NamedModel evaluated = addition != null ? addition : whole;
        return evaluated == null ? null : evaluated.revision();
    }

    /**
     * Edges to what it was made from.
     *
     * @param named what the caller calls the model that was evaluated, or null
     */
    List<Derivation> ties(@Nullable ModelId named) {
        List<Derivation> ties = new ArrayList<>();
        ModelId child = named == null ? id() : named;
        if (whole == null) {
            return ties;
        }
        if (addition != null) {
            ties.addAll(EvaluatedModel.edge(
                    child,
                    base(),
                    key.equals("delta") ? Relation.FINETUNE : Relation.ADAPTER,
                    "model_args " + key + whole.at()));
        }
        if (state != null) {
            boolean quantized = state.endsWith(GGUF) && QUANTIZED.matcher(state).matches();
            ties.addAll(EvaluatedModel.edge(
                    addition == null ? child : base(),
                    whole.id(),
                    quantized ? Relation.QUANTIZED : Relation.UNKNOWN,
                    state + " of it" + whole.at()));
        }
        return ties;
    }

    private ModelId base() {
        ModelId model = whole == null ? id() : whole.id();
        return state == null ? model : new ModelId(model + "@" + state);
    }

    private static boolean isFolder(String path) {
        return ModelPaths.isLocal(ModelPaths.id(path).value());
    }

    // A folder may hold several files, which are models of their own; some programs call all of theirs alike.
    private static ModelId ofFile(String path) {
        String[] parts = path.replace('\\', '/').replaceFirst("^local:", "").split("/", -1);
        String file = parts[parts.length - 1];
        String folder = parts.length < 2 ? "" : parts[parts.length - 2];
        boolean saysNothing = NO_NAME.matcher(file).matches() && !folder.isBlank();
        return new ModelId("local:" + (saysNothing ? folder + "/" + file : file));
    }

    /** What the arguments say, or else the name, or else the harness noted; null where that is the usual branch. */
    private static @Nullable String revision(
            ModelArguments arguments, @Nullable String inName, @Nullable Object noted) {
        return arguments
                .text("revision")
                .filter(text -> !text.equals("main"))
                .or(() -> Optional.ofNullable(inName))
                .or(() -> Optional.ofNullable(noted instanceof String text && !text.isBlank() ? text.strip() : null))
                .orElse(null);
    }

    // A commit is the published model on some day; a branch or tag that somebody names is another model.
    private static @Nullable String state(ModelArguments arguments, @Nullable String said) {
        String revision = said == null || COMMIT.matcher(said).matches() ? "main" : said;
        Optional<String> folder = arguments.text("subfolder");
        boolean main =
                revision.equals("main") || revision.toLowerCase(Locale.ROOT).equals("master");
        return folder.map(name -> revision + "/" + name).orElse(main ? null : revision);
    }

    /** Without a revision that is no commit. */
    static NamedModel atCommit(NamedModel model) {
        String revision = model.revision();
        return revision == null || COMMIT.matcher(revision).matches() ? model : new NamedModel(model.id(), null);
    }

    private static String withoutShard(String file) {
        Matcher shard = SHARD.matcher(file);
        return shard.find() ? shard.replaceFirst("") : file;
    }
}
