package io.cerebro.image;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code docker push}, and the digest that the registry answered. */
record PushCommand(ImageBuild build, Tool tool) {
    private static final Pattern DIGEST = Pattern.compile(".*: digest: (sha256:[0-9a-f]{64}) size: \\d+");
    private static final ObjectMapper JSON = new ObjectMapper();

    PinnedImage run(Optional<String> imageId, Consumer<String> log) throws InterruptedException {
        List<String> output = new ArrayList<>();
        int exit = tool.run(List.of("docker", "push", build.reference()), line -> {
            output.add(line);
            log.accept(line);
        });
        if (exit != 0) {
            throw new ImageException("tried to push " + build.reference() + " but " + Trouble.of(output));
        }
        PinnedImage pushed = new PinnedImage(build.name(), digest(output));
        confirm(pushed, imageId);
        return pushed;
    }

    private String digest(List<String> output) {
        return output.stream()
                .map(DIGEST::matcher)
                .filter(Matcher::matches)
                .map(match -> match.group(1))
                .reduce((first, last) -> last)
                .orElseThrow(() -> new ImageException("tried to push " + build.reference()
                        + " but docker did not tell the digest that the registry answered: see its output above"));
    }

    /** The tag may have been moved between build and push, by another build on this machine. */
    private void confirm(PinnedImage pushed, Optional<String> imageId) throws InterruptedException {
        List<String> known = digests(imageId.orElse(build.reference()));
        if (known.stream().noneMatch(digest -> digest.endsWith("@" + pushed.digest()))) {
            throw new ImageException("tried to push " + build.reference() + " but what went to the registry, "
                    + pushed.digest()
                    + ", is not the image that was built: another build here has taken the same tag; give"
                    + " each build a tag of its own and try again");
        }
    }

    private List<String> digests(String image) throws InterruptedException {
        List<String> output = new ArrayList<>();
        int exit = tool.run(List.of("docker", "inspect", "--format", "{{json .RepoDigests}}", image), output::add);
        if (exit != 0 || output.isEmpty()) {
            return List.of();
        }
        try {
            return JSON.readValue(output.get(output.size() - 1), new TypeReference<List<String>>() {});
        } catch (JsonProcessingException e) {
            throw new ImageException("tried to read the digests of " + image + " but docker answered " + output, e);
        }
    }
}
