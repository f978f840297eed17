package org.eyrie.sources.lmeval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import org.eyrie.model.Derivation;
import org.eyrie.model.ModelId;
import org.eyrie.model.Relation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which model a results file is about, as the harness itself names it, and what it says of its making. */
class EvaluatedModelTest {

    private static final String BASE = "org/base";

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`pretrained=org/base,dtype=bfloat16`, org/base",
                "`pretrained=org/base,peft=org/adapter`, org/adapter",
                "`delta=org/delta,pretrained=org/base`, org/delta",
                "`pretrained=org/base,enable_lora=True,lora_local_path=/adapters/legal,max_lora_rank=8`, local:legal",
                "`pretrained=org/base,peft_list=org/one,org/two`, org/two",
                "`pretrained=org/base,peft=None`, org/base",
                "`model=gpt-4o,base_url=x`, gpt-4o",
                "`base_url=http://localhost:8000/v1/chat/completions,model=org/base,num_concurrent=4`, org/base",
                "`path=org/elsewhere`, org/elsewhere",
                "`model_id=ibm/granite,deployment_id=`, ibm/granite",
                "`pretrained=/data/out/mine/`, local:mine",
                "`pretrained = \"org/base\" , dtype='auto'`, org/base",
                "`\"pretrained=org/base,dtype=auto\"`, org/base",
                "`pretrained=/data/a,b/legal-7b,dtype=auto`, local:legal-7b",
                "`tokenizer=org/tokens,max_memory={\"0\": \"2GB\", \"pretrained\": \"x\"},pretrained=org/base`, org/base",
                "`{\"pretrained\": \"org/base\", \"dtype\": \"auto\"}`, org/base",
                "`{'pretrained': 'org/base', 'trust_remote_code': True}`, org/base",
                "`pretrained=org/base,revision=main`, org/base",
                "`pretrained=org/base,revision=step2000`, org/base@step2000",
                "`pretrained=org/base,revision=refs/pr/3`, org/base@refs/pr/3",
                "`pretrained=org/base,revision=1000`, org/base@1000",
                "`pretrained=org/base,revision=0123456789abcdef0123456789abcdef01234567`, org/base",
                "`pretrained=org/base,subfolder=epoch-2`, org/base@main/epoch-2",
                "`pretrained=/models/files,gguf_file=mix.Q5_K_M.gguf,tokenizer=org/mix`, local:mix.Q5_K_M.gguf",
                "`pretrained=/models/files,gguf_file=big.Q8_0-00001-of-00003.gguf`, local:big.Q8_0.gguf",
                "`base_url=http://localhost:8080,model=/models/mix.Q5_K_M.gguf`, local:mix.Q5_K_M.gguf",
                "`pretrained=org/mix-GGUF,gguf_file=mix.Q5_K_M.gguf`, org/mix-GGUF@mix.Q5_K_M.gguf",
            })
    void itIsWhatTheHarnessWasToldToEvaluate(String arguments, String model) {
        assertThat(in(Map.of("config", Map.of("model_args", arguments), "model_name", "other/name"), null))
                .isEqualTo(new ModelId(model));
    }

    @Test
    void argumentsMayBeAnObject() {
        assertThat(in(Map.of("config", Map.of("model_args", Map.of("pretrained", BASE, "peft", "org/adapter"))), null))
                .isEqualTo(new ModelId("org/adapter"));
    }

    @Test
    void elseItIsTheNameOfTheRunUnlessTheHarnessMadeItUp() {
        assertThat(in(Map.of("model_name", "org/named"), null)).isEqualTo(new ModelId("org/named"));
        assertThat(in(Map.of("config", Map.of("model_args", Map.of()), "model_name", "dtzt3t8v"), null))
                .isNull();
        assertThat(in(Map.of("config", Map.of("model", "org/loaded")), null)).isEqualTo(new ModelId("org/loaded"));
        assertThat(in(Map.of("config", Map.of("model", "HFLM")), null)).isNull();
        assertThat(in(Map.of("model_name", " "), null)).isNull();
        assertThat(in(Map.of(), null)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "'pretrained=org/base,peft=org/adapter', org/adapter, adapter",
        "'pretrained=org/base,lora_local_path=/adapters/legal', local:legal, adapter",
        "'pretrained=org/base,delta=org/delta', org/delta, finetune",
        "'pretrained=org/base,revision=step2000', org/base@step2000, unknown",
        "'pretrained=org/base,gguf_file=mix.IQ3_M.gguf', org/base@mix.IQ3_M.gguf, quantized",
        "'pretrained=org/base,gguf_file=mix.BF16.gguf', org/base@mix.BF16.gguf, unknown",
    })
    void whatItWasMadeFromStandsBesideIt(String arguments, String child, String relation) {
        var model = EvaluatedModel.in(Map.of("config", Map.of("model_args", arguments)), null);

        assertThat(Objects.requireNonNull(model).ties()).singleElement().satisfies(edge -> {
            assertThat(edge.child()).isEqualTo(new ModelId(child));
            assertThat(edge.parent()).isEqualTo(new ModelId(BASE));
            assertThat(edge.relation().code()).isEqualTo(relation);
        });
    }

    @Test
    void anAdapterOnARevisionIsTiedToTheRevision() {
        var model = EvaluatedModel.in(
                Map.of("config", Map.of("model_args", "pretrained=org/base,peft=./lora,revision=step2000")), null);

        assertThat(Objects.requireNonNull(model).ties())
                .extracting(Derivation::child, Derivation::parent, Derivation::relation)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                new ModelId("local:lora"), new ModelId("org/base@step2000"), Relation.ADAPTER),
                        org.assertj.core.groups.Tuple.tuple(
                                new ModelId("org/base@step2000"), new ModelId(BASE), Relation.UNKNOWN));
    }

    @Test
    void whoIsNamedByTheCallerTakesItsPlaceAndIsNoParentOfItself() {
        Map<String, Object> adapted = Map.of("config", Map.of("model_args", "pretrained=org/base,peft=./lora"));
        var named = EvaluatedModel.in(adapted, new ModelId("org/published-lora"));
        var base = EvaluatedModel.in(adapted, new ModelId(BASE));

        assertThat(Objects.requireNonNull(named).ties()).singleElement().satisfies(edge -> assertThat(edge.child())
                .isEqualTo(new ModelId("org/published-lora")));
        assertThat(Objects.requireNonNull(base).ties()).isEmpty();
    }

    private static @Nullable ModelId in(Map<String, Object> results, @Nullable ModelId named) {
        EvaluatedModel model = EvaluatedModel.in(results, named);
        return model == null ? null : model.id();
    }
}
