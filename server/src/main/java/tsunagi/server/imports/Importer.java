package tsunagi.server.imports;

import java.util.List;

/** Turns rows into what is to be written. It writes nothing. */
interface Importer {
    List<Planned> plan(List<ImportRow> rows);
}
