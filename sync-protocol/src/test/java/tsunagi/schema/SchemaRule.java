package tsunagi.schema;

import java.util.stream.Stream;

/** One thing that every schema of ours must keep. */
interface SchemaRule {
    Stream<Complaint> complaints(Schema schema);
}
