package org.eyrie.sources.conventions;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eyrie.model.ModelId;
import org.eyrie.sources.spi.Text;
import org.jspecify.annotations.Nullable;

/** Folders on somebody's disk: which parts of their paths tell one model from another. */
final class LocalFolder {

    /** Words that folders of any model are called by, alone, together and with numbers. */
    private static final Set<String> WORDS = words("""
            model models merged merge merges final output outputs out best last latest checkpoint checkpoints ckpt ckpts hf
            huggingface transformers fp16 bf16 fp32 float16 bfloat16 float32 int4 int8 4bit 8bit 16bit gguf ggml awq gptq
            safetensors pytorch torch onnx weights export exported saved save saves artifact artifacts result results run
            runs exp exps experiment experiments trial train training trained finetune finetuned tuned fine tune tuning sft
            dpo rlhf lora loras qlora adapter adapters peft base full temp tmp new old default version v step steps global
            epoch epochs iter iters iteration iterations snapshot snapshots seed fold actor policy student teacher llm ml
            code data workspace content working home root mnt media srv scratch dbfs files local projects intermediate
            intermediates
            bin pt pth h5 json config index yml yaml md readme consolidated""");

    /** Of these, the ones whose numbers name a run rather than a stage of it. */
    private static final Set<String> NUMBERED = words("run exp experiment trial");

    /** Owners that nobody on the Hub is called. */
    private static final Set<String> WORKPLACES = words("""
            output outputs out checkpoint checkpoints ckpt ckpts run runs result results models model merged merges saves
            weights tmp data experiments exps loras adapters trained
            intermediate intermediates""");

    private static final Pattern CHECKPOINT = Pattern.compile("(?i)(?:checkpoint|ckpt)[-_]?\\d+");
    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:|[~$%].*|\\?");
    private static final Pattern SIZE = Pattern.compile("(?:\\d+x)?\\d+(?:\\.\\d+)?[bmk]");
    private static final Pattern QUANTIZED = Pattern.compile("[-_.](?:ud-)?i?q\\d[a-z0-9_]*|[-_.]b?f(?:16|32)");
    private static final Pattern NUMBERS = Pattern.compile("\\d+|\\d{8}t\\d{6}z?|(?=.*\\d)[0-9a-f]{7,}");
    private static final Pattern WORD_AND_NUMBER = Pattern.compile("([a-z]+)\\d+");
    private static final Pattern RUN = Pattern.compile("([a-z]+)[-_]?\\d+");
    private static final Pattern WEIGHTS = Pattern.compile("(?i).*\\.(?:safetensors|bin|pt|pth|ckpt|h5|json|md|ya?ml)");

    private LocalFolder() {}

    /** Whether a path with at most one slash is a folder all the same. */
    static boolean isOne(String path) {
        int slash = path.lastIndexOf('/');
        String last = path.substring(slash + 1);
        return CHECKPOINT.matcher(last).matches()
                || (slash > 0
                        && (ModelPaths.isCommit(last)
                                || WORKPLACES.contains(path.substring(0, slash).toLowerCase(Locale.ROOT))));
    }

    /**
     * The folder's last part, and of what stands before as much as says something.
     *
     * @param path with slashes
     */
    static NamedModel read(String path) {
        List<String> parts = parts(path);
        @Nullable String commit = null;
        while (!parts.isEmpty() && isNoName(last(parts))) {
            commit = ModelPaths.isCommit(last(parts)) ? last(parts) : commit;
            parts.remove(parts.size() - 1);
        }
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("The folder " + Text.quoted(path) + " is no model's name");
        }
        int from = parts.size() - 1;
        while (from > 0 && isVague(parts.get(from))) {
            from--;
        }
        return new NamedModel(
                new ModelId(ModelPaths.LOCAL + String.join("/", parts.subList(from, parts.size()))), commit);
    }

    /** Whether no part of a folder's name tells it from others. */
    static boolean saysNothing(String folder) {
        return parts(folder).stream().allMatch(part -> isVague(part) || part.equals("opt"));
    }

    // In folders of a model lie files of its weights; a commit is a revision of what stands before it.
    private static boolean isNoName(String part) {
        return part.startsWith(".")
                || ModelPaths.isCommit(part)
                || (WEIGHTS.matcher(part).matches() && isVague(part));
    }

    private static boolean isVague(String part) {
        String name = part.toLowerCase(Locale.ROOT);
        if (SIZE.matcher(name).matches()) {
            return true;
        }
        for (String token : QUANTIZED.matcher(name).replaceAll("").split("[^\\p{L}\\p{N}]+", -1)) {
            if (!token.isEmpty() && !isVagueWord(token)) {
                return false;
            }
        }
        return !isNumbered(name);
    }

    private static boolean isVagueWord(String token) {
        Matcher numbered = WORD_AND_NUMBER.matcher(token);
        return WORDS.contains(token)
                || NUMBERS.matcher(token).matches()
                || (numbered.matches() && WORDS.contains(numbered.group(1)));
    }

    private static boolean isNumbered(String name) {
        Matcher numbered = RUN.matcher(name);
        return numbered.matches() && NUMBERED.contains(numbered.group(1));
    }

    private static List<String> parts(String path) {
        List<String> parts = new ArrayList<>();
        for (String each : path.split("/", -1)) {
            String part = each.strip();
            if (part.equals("..") && !parts.isEmpty()) {
                parts.remove(parts.size() - 1);
            } else if (!part.isEmpty()
                    && !part.equals(".")
                    && !part.equals("..")
                    && !DRIVE.matcher(part).matches()) {
                parts.add(part);
            }
        }
        return parts;
    }

    private static Set<String> words(String text) {
        return Set.of(text.strip().split("\\s+"));
    }

    private static String last(List<String> parts) {
        return parts.get(parts.size() - 1);
    }
}
