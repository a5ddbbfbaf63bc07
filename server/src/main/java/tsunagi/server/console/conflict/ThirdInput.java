package tsunagi.server.console.conflict;

import java.util.List;

/**
 * Where a value is entered that nobody has written yet.
 *
 * @param shape line, text or choice; none where the field cannot be written here
 * @param type of the HTML input of a line
 */
public record ThirdInput(String shape, String type, String value, List<ConflictList.Choice> choices) {
    static final ThirdInput NONE = new ThirdInput("none", "", "", List.of());

    public boolean isOffered() {
        return !shape.equals("none");
    }
}
