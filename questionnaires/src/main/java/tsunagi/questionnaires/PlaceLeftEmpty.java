package tsunagi.questionnaires;

import org.javarosa.core.model.actions.setgeopoint.SetGeopointAction;
import org.javarosa.core.model.actions.setgeopoint.SetGeopointActionHandler;

/** A place that a form wants to know without asking stays empty: nobody is located unasked. */
public final class PlaceLeftEmpty extends SetGeopointAction {
    @Override
    public void requestLocationUpdates() {
        saveLocationValue("");
    }

    /** Sees to it when a form is read. */
    static final class Handler extends SetGeopointActionHandler {
        @Override
        public SetGeopointAction getSetGeopointAction() {
            return new PlaceLeftEmpty();
        }
    }
}
