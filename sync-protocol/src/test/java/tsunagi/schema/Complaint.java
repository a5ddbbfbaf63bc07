package tsunagi.schema;

import com.google.protobuf.Descriptors.GenericDescriptor;

/**
 * What is wrong with a schema, and where.
 *
 * @param where the full name of the element
 * @param what a sentence about it, without the name
 */
record Complaint(String where, String what) {
    static Complaint about(GenericDescriptor element, String what) {
        return new Complaint(element.getFullName(), what);
    }

    @Override
    public String toString() {
        return where + " " + what;
    }
}
