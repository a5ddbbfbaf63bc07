package tsunagi.app.workplace;

import java.util.Optional;
import tsunagi.record.RecordKey;

/**
 * Something that happened at a workplace, or is to.
 *
 * @param day as it is kept; empty when none was said
 * @param title its day and kind, in words
 * @param detail more about it
 * @param isPlanned true while it is still to come
 * @param key where to read more; empty where no contents are shown
 */
record HappeningLine(String day, String title, String detail, int icon, boolean isPlanned, Optional<RecordKey> key) {}
