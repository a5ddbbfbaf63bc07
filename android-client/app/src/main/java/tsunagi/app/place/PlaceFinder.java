package tsunagi.app.place;

import android.annotation.SuppressLint;
import android.content.Context;
import android.location.Location;
import android.location.LocationListener;
import android.location.LocationManager;
import android.os.Bundle;
import android.os.Handler;
import android.os.Looper;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Finds out where the tablet is, by satellite if need be; to be used on the main thread. */
public final class PlaceFinder {
    private static final long PATIENCE_MS = 60_000;
    private static final float GOOD_METRES = 15;

    private final LocationManager locations;
    private final Consumer<Finding> told;
    private final Handler main = new Handler(Looper.getMainLooper());
    private final LocationListener listener = new Listener();
    private Optional<Location> best = Optional.empty();
    private boolean isSearching;

    /** How far the search is. */
    public sealed interface Finding {
        /** It goes on; the best so far, if any. */
        record Searching(Optional<Location> best) implements Finding {}

        /** It has ended with a place. */
        record Found(Location place) implements Finding {}

        /** It has ended without, as it does indoors. */
        record NotFound() implements Finding {}

        /** Locating is switched off on this tablet. */
        record SwitchedOff() implements Finding {}
    }

    public PlaceFinder(Context context, Consumer<Finding> told) {
        this.locations = context.getSystemService(LocationManager.class);
        this.told = told;
    }

    public boolean isSearching() {
        return isSearching;
    }

    /** Begins the search; whoever asks has been given the permission. */
    @SuppressLint("MissingPermission")
    public void start() {
        stop();
        List<String> providers = locations.getProviders(true);
        providers.remove(LocationManager.PASSIVE_PROVIDER);
        if (providers.isEmpty()) {
            told.accept(new Finding.SwitchedOff());
            return;
        }
        best = Optional.empty();
        isSearching = true;
        told.accept(new Finding.Searching(best));
        for (String provider : providers) {
            locations.requestLocationUpdates(provider, 0, 0, listener, Looper.getMainLooper());
        }
        main.postDelayed(this::end, PATIENCE_MS);
    }

    /** Takes the best so far. */
    public void end() {
        if (isSearching) {
            stop();
            told.accept(best.<Finding>map(Finding.Found::new).orElseGet(Finding.NotFound::new));
        }
    }

    /** Ends the search and says nothing more. */
    public void stop() {
        isSearching = false;
        locations.removeUpdates(listener);
        main.removeCallbacksAndMessages(null);
    }

    private void seen(Location place) {
        if (!isSearching) {
            return;
        }
        if (!best.isPresent() || place.getAccuracy() < best.get().getAccuracy()) {
            best = Optional.of(place);
        }
        if (best.get().getAccuracy() <= GOOD_METRES) {
            end();
        } else {
            told.accept(new Finding.Searching(best));
        }
    }

    private final class Listener implements LocationListener {
        @Override
        public void onLocationChanged(Location place) {
            seen(place);
        }

        @Override
        public void onProviderEnabled(String provider) {}

        @Override
        public void onProviderDisabled(String provider) {}

        @Override
        @Deprecated // Android 8 calls it.
        public void onStatusChanged(String provider, int status, Bundle extras) {}
    }
}
