package tsunagi.engine.lookup;

import java.util.List;
import tsunagi.engine.view.RecordView;

/**
 * What a search found.
 *
 * @param shown the first of it, what fits best first
 * @param total how many records it found in all
 */
public record Found(List<RecordView> shown, int total) {}
