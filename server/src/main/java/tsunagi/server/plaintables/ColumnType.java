package tsunagi.server.plaintables;

import com.google.protobuf.Descriptors.FieldDescriptor;

/** What a column of a plain table holds. The SQL names mean the same to every engine. */
enum ColumnType {
    /** Text, ids, days (YYYY-MM-DD), words of an enum; bytes in hexadecimal. */
    TEXT("TEXT"),
    /** Whole numbers; times are milliseconds since 1970 UTC. */
    WHOLE("BIGINT"),
    /** 0 or 1: neither engine's own idea of a boolean is known to the other. */
    FLAG("INTEGER"),
    /** Numbers with a fraction. */
    DECIMAL("DOUBLE PRECISION");

    private final String sql;

    ColumnType(String sql) {
        this.sql = sql;
    }

    String sql() {
        return sql;
    }

    static ColumnType of(FieldDescriptor field) {
        return switch (field.getJavaType()) {
            case STRING, BYTE_STRING, ENUM -> TEXT;
            case INT, LONG -> WHOLE;
            case BOOLEAN -> FLAG;
            case FLOAT, DOUBLE -> DECIMAL;
            case MESSAGE -> throw new IllegalArgumentException(field + " is no single value");
        };
    }
}
