package tsunagi.server.console.sheet;

import java.util.List;
import java.util.Optional;
import tsunagi.server.sheet.OwnResult;
import tsunagi.server.sheet.OwnResultReading.CodedRound;

/**
 * The form by which somebody's own result is asked for.
 *
 * @param code what was entered
 * @param refused why it was in vain
 */
public record OwnResultForm(List<CodedRound> rounds, String roundId, String code, Optional<OwnResult.Reason> refused) {}
