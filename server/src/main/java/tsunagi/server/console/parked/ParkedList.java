package tsunagi.server.console.parked;

import java.util.List;
import tsunagi.server.console.conflict.Written;
import tsunagi.server.words.ValueText;

/**
 * The changes that wait in a team.
 *
 * @param next where the following ones are; empty when these are the last
 * @param trouble why nothing was done; empty when nothing is wrong
 */
public record ParkedList(List<Waiting> changes, String next, String trouble) {
    /**
     * A change that waits.
     *
     * @param id names it in a form
     * @param why it waits, and what to do about it
     * @param detail what was wrong and where, for whoever looks after the server; empty when why says it all
     * @param action what it does to its record
     * @param carrier which tablet handed it in, where that is another one; empty else
     * @param lines what it says, field by field
     * @param hasContents false when its record was erased meanwhile, or nothing of it can be read
     * @param behind how many wait behind it
     * @param isBehind whether it waits behind another
     */
    public record Waiting(
            String id,
            String why,
            String whatToDo,
            String detail,
            String action,
            String type,
            String title,
            Written by,
            String carrier,
            String received,
            List<ValueText.Line> lines,
            boolean hasContents,
            int behind,
            boolean isBehind) {}
}
