package io.rollcall.event.decode;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/**
 * Walks the attributes along the wanted paths. Arrays are no attributes. A null at a path clears
 * it; a null further up says nothing of the paths below.
 */
final class AttributeReader {

    private final Identities identities;
    private final Attributes attributes;

    AttributeReader(Identities identities, Attributes attributes) {
        this.identities = identities;
        this.attributes = attributes;
    }

    /** The fields of the object that begins at the current token. */
    void readFields(JsonParser parser, PathNode node) throws IOException {
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            readField(parser, node.step(name));
        }
    }

    /** The value at the current token; a null node is a path that nobody wants. */
    void readField(JsonParser parser, PathNode node) throws IOException {
        JsonToken token = parser.currentToken();
        if (node != null && token.isScalarValue()) {
            readScalar(parser, node);
        } else if (node != null && token == JsonToken.START_OBJECT && node.hasChildren()) {
            readFields(parser, node);
        } else {
            parser.skipChildren();
        }
    }

    private void readScalar(JsonParser parser, PathNode node) throws IOException {
        for (IdentityPath path : node.identities()) {
            identities.addFromPath(path, Scalars.text(parser));
        }
        if (node.path() != null) {
            attributes.add(node.path(), exactText(parser));
        }
    }

    /** Numbers as they were written: an ECID of 38 digits fits no number type. */
    private static String exactText(JsonParser parser) throws IOException {
        return parser.currentToken() == JsonToken.VALUE_NULL ? null : parser.getText();
    }
}
