package tsunagi.server.console.page;

import java.util.Locale;

/** A part of the console that has its place in the list of contents. */
public enum Section {
    TODAY(""),
    CONFLICTS("/conflicts"),
    DUPLICATES("/duplicates"),
    PARKED("/parked"),
    REVIEW("/review"),
    RECORDS("/records"),
    WINDOW("/window"),
    FIGURES("/figures"),
    SHEETS("/sheets"),
    EXPORTS("/exports"),
    FORMS("/forms"),
    TABLETS("/tablets");

    private final String address;

    Section(String address) {
        this.address = address;
    }

    /** Below the team's. */
    public String address() {
        return address;
    }

    /** The key of its name. */
    public String word() {
        return "page.section." + name().toLowerCase(Locale.ROOT);
    }
}
