package tsunagi.app.questionnaire;

import android.Manifest;
import android.content.Context;
import android.location.Location;
import java.util.Locale;
import tsunagi.app.R;
import tsunagi.app.place.PlaceFinder;
import tsunagi.app.place.PlaceFinder.Finding;
import tsunagi.questionnaires.QuestionType;
import tsunagi.questionnaires.SheetItem.Asked;
import tsunagi.records.v1.Answer;

/** A place, typed or found by the tablet; lines and areas are typed. */
final class PlaceQuestion extends TextQuestion {
    private final PlaceFinder finder;

    PlaceQuestion(Context context, Asked asked, Answering answering) {
        super(context, asked, answering);
        finder = new PlaceFinder(context, this::told);
        below(context.getString(R.string.fill_place_typed));
        if (asked.type() == QuestionType.PLACE) {
            answering
                    .instruments()
                    .ifPresent(found -> picker(
                            R.string.fill_place_here,
                            R.drawable.ic_place,
                            view -> found.ask(
                                    this::permitted,
                                    Manifest.permission.ACCESS_FINE_LOCATION,
                                    Manifest.permission.ACCESS_COARSE_LOCATION)));
        }
    }

    private void permitted(boolean isAllowed) {
        if (!isAllowed) {
            below(getContext().getString(R.string.fill_place_not_allowed));
        } else if (finder.isSearching()) {
            finder.end();
        } else {
            finder.start();
        }
    }

    private void told(Finding finding) {
        if (finding instanceof Finding.Found found) {
            field().clearFocus();
            answering()
                    .answer(
                            path(),
                            Answer.newBuilder().setText(words(found.place())).build(),
                            false);
            below(getContext().getString(R.string.fill_place_found, metres(found.place())));
        } else if (finding instanceof Finding.Searching searching) {
            below(searching
                    .best()
                    .map(best -> getContext().getString(R.string.fill_place_nearer, metres(best)))
                    .orElseGet(() -> getContext().getString(R.string.fill_place_searching)));
        } else {
            boolean isOff = finding instanceof Finding.SwitchedOff;
            below(getContext().getString(isOff ? R.string.fill_place_off : R.string.fill_place_not_found));
        }
    }

    private static int metres(Location place) {
        return Math.round(place.getAccuracy());
    }

    /** Latitude, longitude, altitude and accuracy, as forms know places. */
    private static String words(Location place) {
        return String.format(
                Locale.ROOT,
                "%.6f %.6f %.1f %.1f",
                place.getLatitude(),
                place.getLongitude(),
                place.getAltitude(),
                place.getAccuracy());
    }

    @Override
    protected void onDetachedFromWindow() {
        finder.stop();
        super.onDetachedFromWindow();
    }
}
