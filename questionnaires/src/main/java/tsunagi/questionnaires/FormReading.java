package tsunagi.questionnaires;

import java.util.List;

/** What came of reading a form. */
public sealed interface FormReading {
    /** The form can be filled in. */
    record Readable(Form form) implements FormReading {}

    /** The form cannot be used; every reason that was found. */
    record Faulty(List<FormFault> faults) implements FormReading {
        public Faulty {
            faults = List.copyOf(faults);
        }
    }
}
