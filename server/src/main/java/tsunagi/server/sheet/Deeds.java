package tsunagi.server.sheet;

import java.util.List;

/**
 * What was done at a workplace in a year.
 *
 * @param visits visits that took place
 * @param workshops holdings it took part in
 * @param attended people of it who came, each coming counted (延べ)
 * @param actions what it does itself and goes on with, by title
 * @param plans what is planned next there, in the order of days
 */
public record Deeds(long visits, long workshops, long attended, List<String> actions, List<Plan> plans) {
    /** A day on which something is planned. */
    public record Plan(String day, String what) {}

    Deeds withoutPeople() {
        return new Deeds(visits, workshops, 0, actions, plans);
    }
}
