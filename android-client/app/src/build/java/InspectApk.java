import com.android.apksig.ApkVerifier;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Holds an APK against what is written down about it: that it is signed, and what it says of itself and asks for. */
public final class InspectApk {
    private InspectApk() {}

    /** Arguments: aapt2, the APK, the file with the lines it must have, exactly. */
    public static void main(String[] arguments) throws Exception {
        Path apk = Path.of(arguments[1]);
        ApkVerifier.Result signature =
                new ApkVerifier.Builder(apk.toFile()).build().verify();
        if (!signature.isVerified() || !signature.isVerifiedUsingV3Scheme()) {
            throw new IllegalStateException("the signature of the APK does not hold: " + signature.getAllErrors());
        }
        String found = String.join("\n", said(arguments[0], apk)) + "\n";
        Path expected = Path.of(arguments[2]);
        if (!found.equals(Files.readString(expected))) {
            Path actual = apk.resolveSibling("apk.found");
            Files.writeString(actual, found);
            throw new IllegalStateException(
                    "the APK says of itself what nobody reviewed. If it is right, bring it into "
                            + expected.getFileName() + ":\n" + found);
        }
        System.out.println("signed; " + Files.size(apk) / 1024 + " KiB");
    }

    /** What it is called, what it needs, what it asks for and whom it lets in. */
    private static TreeSet<String> said(String aapt2, Path apk) throws IOException, InterruptedException {
        TreeSet<String> lines = new TreeSet<>();
        for (String line : run(List.of(aapt2, "dump", "badging", apk.toString()))) {
            if (line.matches(
                    "(package|sdkVersion|minSdkVersion|targetSdkVersion|uses-permission|uses-feature|uses-feature-not-required"
                            + "|application-debuggable|native-code|launchable-activity).*")) {
                lines.add(line.replaceAll(" (platformBuildVersion|compileSdkVersion)\\w*='[^']*'", "")
                        .trim());
            }
        }
        String manifest = String.join(
                "\n", run(List.of(aapt2, "dump", "xmltree", "--file", "AndroidManifest.xml", apk.toString())));
        for (String promise : List.of("allowBackup", "usesCleartextTraffic", "dataExtractionRules")) {
            manifest.lines()
                    .filter(line -> line.contains(":" + promise + "("))
                    .forEach(line -> lines.add(
                            promise + line.substring(line.indexOf('=')).trim()));
        }
        return lines;
    }

    private static List<String> run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("aapt2 failed: " + command.get(2));
        }
        return said.lines().collect(Collectors.toList());
    }
}
