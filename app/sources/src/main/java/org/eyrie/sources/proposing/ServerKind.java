package org.eyrie.sources.proposing;

/** How a server binds an answer to a form. One way alone is sent: some refuse two. */
public enum ServerKind {
    /** vLLM from 0.12 on: {@code structured_outputs} with a grammar. */
    VLLM,
    /** llama.cpp's server: {@code grammar} in GBNF. */
    LLAMA_CPP,
    /** Servers that take {@code response_format} with a JSON schema. */
    SCHEMA,
    /** Servers that bind answers to nothing. */
    PLAIN
}
