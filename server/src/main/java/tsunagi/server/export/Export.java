package tsunagi.server.export;

import java.util.List;
import tsunagi.server.words.Language;

/**
 * What is exported together.
 *
 * @param name of the file, without its ending, in words
 * @param plainName the same in letters that every program can read
 */
public record Export(String name, String plainName, Language language, List<ExportTable> tables) {
    public Export {
        tables = List.copyOf(tables);
    }
}
