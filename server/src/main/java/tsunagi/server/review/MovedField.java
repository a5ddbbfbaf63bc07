package tsunagi.server.review;

import com.google.protobuf.ByteString;
import tsunagi.change.FieldPath;
import tsunagi.sync.v1.Authorship;

/**
 * A field that says something else since somebody looked.
 *
 * @param before what it said then, on the wire; empty when nothing
 * @param now what it says now; empty when nothing
 * @param by who moved it last
 */
public record MovedField(FieldPath path, ByteString before, ByteString now, Authorship by) {}
