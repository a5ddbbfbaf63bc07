package tsunagi.server.console.page;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

/** Serves {@link Assets}. */
@Controller("/assets")
final class AssetPages {
    private static final String FOR_GOOD = "public, max-age=31536000, immutable";

    @Get("/{hash}/{name}")
    HttpResponse<byte[]> asset(String hash, String name) {
        Assets.Asset asset = Assets.find(name).orElseThrow(NotThereException::new);
        return HttpResponse.ok(asset.content().toByteArray())
                .contentType(MediaType.of(asset.type() + "; charset=utf-8"))
                .header(HttpHeaders.CACHE_CONTROL, hash.equals(asset.hash()) ? FOR_GOOD : "no-store");
    }
}
