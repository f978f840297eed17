package org.eyrie.server.cli.ask;

import java.time.LocalDate;
import org.eyrie.model.ModelId;
import org.eyrie.model.Traits;
import org.eyrie.server.cli.command.WrongUseException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a planned model would be like, as far as its planner knows. */
final class PlannedTraitOptions {

    @Option(
            names = "--id",
            paramLabel = "ID",
            description = "What it would be called: author, line of names, and words such as instruct or dpo count.")
    private @Nullable ModelId id;

    @Option(
            names = "--architecture",
            paramLabel = "NAME",
            description = "Class name of its configuration, such as LlamaForCausalLM. Default: its parents'.")
    private @Nullable String architecture;

    @Option(
            names = "--size",
            paramLabel = "BILLIONS",
            description = "Number of its parameters in billions. Default: its parents'.")
    private @Nullable Double size;

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            description = "Its kind of training, as models have it in the data: chat, fine-tuned, ..."
                    + " Default: merge of a merge, fine-tuned of a fine-tune or adapter.")
    private @Nullable String type;

    @Option(
            names = "--chat-template",
            negatable = true,
            arity = "0",
            description = "It would be evaluated with a chat template, or without. Default: unknown.")
    private @Nullable Boolean chatTemplate;

    @Option(
            names = {"--licence", "--license"},
            paramLabel = "LICENCE",
            description = "Its licence, as models have it in the data.")
    private @Nullable String licence;

    @Option(
            names = "--date",
            paramLabel = "DAY",
            description = "The day it would be published, such as 2025-01-31. Default: today.")
    private @Nullable LocalDate date;

    @Nullable
    ModelId id() {
        return id;
    }

    /** @throws WrongUseException if the size is none */
    void check() {
        if (size != null && !(size > 0 && size < Traits.MOST_BILLIONS)) {
            throw new WrongUseException("--size is in billions of parameters, more than 0, not " + size + ".");
        }
    }

    Traits traits() {
        return new Traits(architecture, size, type, null, chatTemplate, null, date, licence);
    }
}
