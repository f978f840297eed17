package org.eyrie.sources.leaderboard;

import static org.eyrie.sources.Database.file;

import org.eyrie.sources.spi.Source;

/** Small tables for tests. */
final class Tables {

    static final String MODELS = """
            model,architecture,parameters_billions,type,precision,chat_template,moe,uploaded,license
            base,LlamaForCausalLM,7.2,pretrained,bfloat16,false,false,2024-01-31,mit
            tuned,LlamaForCausalLM,7.2,chat,bfloat16,true,false,2024-03-01,mit
            old,,,,,,,,
            """;
    static final String EDGES = """
            child,parent,relation,weight,evidence
            tuned,base,finetune,,card
            base,old,unknown,0.5,
            """;
    static final String SCORES = """
            model,benchmark,score,items,source
            base,IFEval,0.25,541,https://example.org/1
            tuned,IFEval,0.5,541,
            tuned,GPQA,0.3,,
            """;

    private Tables() {}

    static Source whole() {
        return of(MODELS, EDGES, SCORES);
    }

    static Source of(String models, String edges, String scores) {
        return new LeaderboardFiles(file("models.csv", models), file("edges.csv", edges), file("scores.csv", scores));
    }

    static Source models(String rows) {
        return new LeaderboardFiles(file("models.csv", MODELS + rows), null, null);
    }

    static Source edges(String rows) {
        return of(MODELS, "child,parent,relation,weight\n" + rows, SCORES);
    }

    static Source scores(String rows) {
        return of(MODELS, EDGES, "model,benchmark,score,items\n" + rows);
    }
}
