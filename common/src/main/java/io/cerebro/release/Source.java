package io.cerebro.release;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a release comes from, for the next one who asks what runs there.
 *
 * @param build the address of its page; a user name or password in it is dropped
 * @param commit that it was built from
 */
public record Source(Optional<String> build, Optional<String> commit) {
    public static final Source UNKNOWN = new Source(Optional.empty(), Optional.empty());

    private static final Pattern BUILD = Pattern.compile("(?i)https?://[^\\s?#]{1,1000}");
    private static final Pattern COMMIT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/+-]{0,99}");

    public Source {
        build = build.map(url -> url.replaceFirst("//[^/]*@", "//"));
        require(build, BUILD, "the address of a build, such as https://ci.example.com/job/orders/12/");
        require(commit, COMMIT, "a commit, such as d91aed3");
    }

    /** What a build server says of itself; what is no address or no commit is left out. */
    public static Source of(Optional<String> build, Optional<String> commit) {
        return new Source(
                build.filter(url -> BUILD.matcher(url).matches()),
                commit.filter(id -> COMMIT.matcher(id).matches()));
    }

    private static void require(Optional<String> text, Pattern pattern, String what) {
        text.filter(given -> !pattern.matcher(given).matches()).ifPresent(given -> {
            throw new IllegalArgumentException("'" + given + "' is not " + what);
        });
    }
}
