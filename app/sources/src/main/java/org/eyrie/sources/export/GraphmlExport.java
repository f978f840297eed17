package org.eyrie.sources.export;

import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.eyrie.model.Derivation;
import org.eyrie.model.Evaluation;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.Prediction;
import org.jspecify.annotations.Nullable;

/**
 * The lineage as GraphML, for Gephi, yEd, NetworkX: models are nodes, edges run from parent to child as the models
 * came to be, scores are attributes of nodes such as {@code score IFEval}, beside {@code predicted IFEval}, which is
 * always without that score.
 */
public final class GraphmlExport {

    private static final String NAMESPACE = "http://graphml.graphdrawing.org/xmlns";

    private GraphmlExport() {}

    /** Writes one document in UTF-8. */
    public static void write(GraphExport graph, Writer out) throws XMLStreamException {
        XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("graphml");
        xml.writeDefaultNamespace(NAMESPACE);
        for (String trait : List.of("architecture", "type", "license")) {
            key(xml, trait, "node", "string");
        }
        key(xml, "parameters_billions", "node", "double");
        Map<ModelId, List<Prediction>> predicted = graph.predicted();
        List<String> columns = columns(graph, predicted);
        for (String column : columns) {
            key(xml, column, "node", "double");
        }
        key(xml, "relation", "edge", "string");
        key(xml, "weight", "edge", "double");
        xml.writeStartElement("graph");
        xml.writeAttribute("edgedefault", "directed");
        nodes(xml, graph, predicted);
        for (Derivation edge : graph.derivations()) {
            xml.writeStartElement("edge");
            xml.writeAttribute("source", text(edge.parent()));
            xml.writeAttribute("target", text(edge.child()));
            data(xml, "relation", edge.relation().code());
            data(xml, "weight", edge.weight());
            xml.writeEndElement();
        }
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndDocument();
        xml.flush();
    }

    private static void nodes(XMLStreamWriter xml, GraphExport graph, Map<ModelId, List<Prediction>> predicted)
            throws XMLStreamException {
        Map<ModelId, List<Evaluation>> scores = graph.scores();
        for (Model model : graph.models()) {
            xml.writeStartElement("node");
            xml.writeAttribute("id", text(model.id()));
            data(xml, "architecture", model.traits().architecture());
            data(xml, "type", model.traits().type());
            data(xml, "license", model.traits().license());
            data(xml, "parameters_billions", model.traits().parametersBillions());
            for (Evaluation score : scores.getOrDefault(model.id(), List.of())) {
                data(xml, "score " + score.benchmark(), score.score());
            }
            for (Prediction prediction : predicted.getOrDefault(model.id(), List.of())) {
                data(xml, "predicted " + prediction.benchmark(), prediction.mean());
            }
            xml.writeEndElement();
        }
    }

    private static List<String> columns(GraphExport graph, Map<ModelId, List<Prediction>> predicted) {
        return Stream.concat(
                        graph.evaluations().stream().map(score -> "score " + score.benchmark()),
                        predicted.values().stream()
                                .flatMap(List::stream)
                                .map(prediction -> "predicted " + prediction.benchmark()))
                .distinct()
                .sorted()
                .toList();
    }

    private static void key(XMLStreamWriter xml, String name, String element, String type) throws XMLStreamException {
        xml.writeEmptyElement("key");
        xml.writeAttribute("id", text(name));
        xml.writeAttribute("for", element);
        xml.writeAttribute("attr.name", text(name));
        xml.writeAttribute("attr.type", type);
    }

    private static void data(XMLStreamWriter xml, String key, @Nullable Object value) throws XMLStreamException {
        if (value != null) {
            xml.writeStartElement("data");
            xml.writeAttribute("key", text(key));
            xml.writeCharacters(text(value));
            xml.writeEndElement();
        }
    }

    // XML 1.0 has no way to write most control characters and halves of pairs.
    private static String text(Object value) {
        StringBuilder text = new StringBuilder();
        value.toString().codePoints().forEach(point -> {
            boolean allowed = point == '\t' || point == '\n' || point == '\r' || point >= ' ';
            boolean half = point >= 0xD800 && point <= 0xDFFF;
            text.appendCodePoint((allowed && !half && point < 0xFFFE) || point > 0xFFFF ? point : '?');
        });
        return text.toString();
    }
}
